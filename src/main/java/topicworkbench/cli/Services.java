package topicworkbench.cli;

import topicworkbench.run.PipelineRunner;
import topicworkbench.workspace.Workspace;

/** What commands work with; made for the workspace that the command line names. */
public record Services(Workspace workspace, PipelineRunner runner) { }

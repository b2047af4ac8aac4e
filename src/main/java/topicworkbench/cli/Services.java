package topicworkbench.cli;

import topicworkbench.cloud.Cloud;
import topicworkbench.run.PipelineRunner;
import topicworkbench.workspace.Workspace;

/**
 * What commands work with; made for the workspace that the command line names.
 *
 * @param runner of pipelines, wherever their specifications say
 * @param cloud  what only AWS has
 */
public record Services(Workspace workspace, PipelineRunner runner, Cloud cloud) { }

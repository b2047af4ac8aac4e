package topicworkbench.ui.shell;

import topicworkbench.cloud.Cloud;
import topicworkbench.run.PipelineRunner;

/**
 * What does the work behind the window.
 *
 * @param runner of pipelines, wherever their specifications say
 * @param cloud  what only AWS has
 */
public record Engines(PipelineRunner runner, Cloud cloud) { }

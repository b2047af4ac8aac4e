package topicworkbench.run.aws.platform;

import java.util.Map;
import java.util.Optional;
import topicworkbench.failure.ExplainedException;

/**
 * What the stacks made, by the names under which AWS knows it: all that launching, watching and spending need.
 *
 * @param project     that names begin with
 * @param dataBucket  with {@code raw/} and {@code runs/}
 * @param toolsBucket with {@code releases/}
 * @param repository  of the image, without a tag
 * @param logGroup    one stream an execution
 * @param role        of jobs and models
 * @param pipeline    ARN of the state machine, or null before the second stack is there
 * @param release     that is deployed, or null before the second stack is there
 */
public record Deployed(String project, String dataBucket, String toolsBucket, String repository, String logGroup, String role,
        String pipeline, String release) {

    /** Empty where the first stack is not usable. */
    static Optional<Deployed> find(Stacks stacks, String project) {
        return stacks.find(StackDefinition.platformName(project)).filter(found -> found.stack().isUsable()).map(found -> {
            Map<String, String> outputs = found.outputs();
            Map<String, String> work = stacks.find(StackDefinition.workflowName(project))
                    .filter(workflow -> workflow.stack().isUsable()).map(Stacks.Found::outputs).orElse(Map.of());
            return new Deployed(project, outputs.get("DataBucket"), outputs.get("ToolsBucket"), outputs.get("RepositoryUri"),
                    outputs.get("LogGroup"), outputs.get("SageMakerRole"), work.get("Pipeline"), work.get("Release"));
        });
    }

    /** @throws ExplainedException if it is not deployed, not to its end, or not any more */
    public static Deployed require(Stacks stacks, String project) {
        return find(stacks, project).filter(deployed -> deployed.pipeline() != null)
                .orElseThrow(() -> new ExplainedException("Topic Workbench is not deployed under the name " + project
                        + " in this account and region.", "Deploy it: topic-workbench cloud deploy --name " + project + "."));
    }

    public String buildProject() {
        return project + "-image";
    }
}

package topicworkbench.run.aws.endpoint;

import java.util.List;
import software.amazon.awssdk.services.sagemaker.model.ModelSortKey;
import software.amazon.awssdk.services.sagemaker.model.ModelSummary;
import software.amazon.awssdk.services.sagemaker.model.OrderKey;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.RunTags;

/** The model that a run left in the account, and what whatever is made of it carries. */
final class RunModel {
    private RunModel() { }

    /** The newest, since a repeated step may have made several. @throws ExplainedException if there is none */
    static String name(AwsClients aws, String runId) {
        String prefix = RunTags.NAME_PREFIX + runId + "-";
        return aws.ask("find the run's model", () -> aws.sageMaker().listModels(request -> request.nameContains(prefix)
                        .sortBy(ModelSortKey.CREATION_TIME).sortOrder(OrderKey.DESCENDING))).models().stream()
                .map(ModelSummary::modelName).filter(model -> model.startsWith(prefix)).findFirst()
                .orElseThrow(() -> new ExplainedException("The run " + runId + " has no model in this account and region.",
                        "Only a run whose topics passed the gate has one; see topic-workbench cloud status."));
    }

    static List<Tag> tags(AwsClients aws, String runId) {
        return List.of(Tag.builder().key(RunTags.RUN).value(runId).build(),
                Tag.builder().key(RunTags.PROJECT).value(aws.connection().place().name()).build());
    }
}

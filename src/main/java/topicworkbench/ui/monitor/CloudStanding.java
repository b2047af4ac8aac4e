package topicworkbench.ui.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import topicworkbench.cloud.ConsoleLinks;
import topicworkbench.run.Stage;
import topicworkbench.workspace.CloudCost;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.RunFolder;

/**
 * A run on AWS as its folder knows it.
 *
 * @param run       its id
 * @param execution where it is
 * @param cost      what it has cost, as last told; null before that was asked
 * @param followed  whether some process follows it
 */
public record CloudStanding(String run, CloudExecution execution, CloudCost cost, boolean followed) {

    /** A page of the AWS console. */
    public record Link(String words, String address) { }

    /** Null for a run on this computer, or one of which no files have gone up. */
    static CloudStanding of(RunFolder folder) {
        return folder.cloud().map(execution -> new CloudStanding(folder.id(), execution, folder.cost().orElse(null), folder.isWorkedOn()))
                .orElse(null);
    }

    /** What the console shows of a stage: its jobs as far as they are known, else the execution with all of them. */
    List<Link> links(Stage stage) {
        ConsoleLinks console = new ConsoleLinks(execution.region(), execution.account(), execution.stacks());
        List<Link> links = new ArrayList<>();
        if (stage == Stage.UPLOAD || stage == Stage.FETCH) {
            return List.of(new Link("Files in S3", console.files(execution.bucket(), execution.prefix() + "/")));
        }
        if (stage == Stage.MAP) {
            return List.of();
        }
        for (CloudCost.Item item : Optional.ofNullable(cost).map(CloudCost::items).orElse(List.of())) {
            if (stageOf(item) == stage) {
                String kind = Character.toUpperCase(item.kind().charAt(0)) + item.kind().substring(1);
                links.add(new Link(kind + " " + item.name(), console.billed(item.kind(), item.name())));
            }
        }
        links.add(new Link("Execution in Step Functions", console.execution(run, execution.attempt())));
        return links;
    }

    /** By its name, to which the state machine gives the step. */
    private static Stage stageOf(CloudCost.Item item) {
        String name = item.name();
        return switch (item.kind()) {
            case "Spark job" -> name.contains("-ingest") ? Stage.INGEST : Stage.PREPARE;
            case "training job" -> Stage.TRAIN;
            case "processing job" -> name.contains("-evaluate") ? Stage.EVALUATE : Stage.VECTORISE;
            case "endpoint" -> Stage.ENDPOINT;
            default -> null;
        };
    }
}

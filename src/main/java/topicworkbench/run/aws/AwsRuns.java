package topicworkbench.run.aws;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.Tag;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunState;
import topicworkbench.run.aws.platform.Deployed;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.RunTags;
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.CloudExecution.Phase;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** Runs as the account knows them, whether or not this computer does: by the executions' names, and by the tag of their jobs. */
public final class AwsRuns {
    private static final Pattern NAME = Pattern.compile("(\\d{8}-\\d{6}-[0-9a-z]{4})(?:-(\\d{1,6}))?");
    private static final String STARTED_BY_A_FILE = "automatic";

    private final AwsClients aws;
    private final Workspace workspace;
    private final Deployed deployed;
    private final CloudPlace place;

    AwsRuns(AwsClients aws, Workspace workspace, Deployed deployed, CloudPlace place) {
        this.aws = aws;
        this.workspace = workspace;
        this.deployed = deployed;
        this.place = place;
    }

    /**
     * A run of the account.
     *
     * @param attempt its latest
     * @param status  Step Functions' word for it, or {@code UNKNOWN} where only jobs with its tag are left
     * @param begun   null where not known
     * @param isHere  whether the workspace has it
     */
    public record Found(String id, int attempt, String status, Instant begun, boolean isHere) { }

    /** Newest first. */
    public List<Found> find() {
        Map<String, Found> found = new LinkedHashMap<>();
        List<ExecutionListItem> executions = aws.ask("list the runs", () -> aws.stepFunctions().listExecutionsPaginator(request -> request
                .stateMachineArn(deployed.pipeline())).executions().stream().toList());
        for (ExecutionListItem execution : executions) {
            add(execution.name(), execution.statusAsString(), execution.startDate(), found);
        }
        List<ResourceTagMapping> tagged = aws.ask("find what carries the tag of a run", () -> aws.tagging().getResourcesPaginator(request ->
                request.tagFilters(TagFilter.builder().key(RunTags.RUN).build()).resourceTypeFilters("sagemaker"))
                .resourceTagMappingList().stream().toList());
        tagged.stream().flatMap(mapping -> mapping.tags().stream()).filter(tag -> tag.key().equals(RunTags.RUN)).map(Tag::value)
                .filter(id -> !found.containsKey(id)).distinct().forEach(id -> add(id, "UNKNOWN", null, found));
        List<Found> newestFirst = new ArrayList<>(found.values());
        newestFirst.sort(java.util.Comparator.comparing(Found::id).reversed());
        return newestFirst;
    }

    private void add(String name, String status, Instant begun, Map<String, Found> found) {
        Matcher matcher = NAME.matcher(name);
        if (matcher.matches()) {
            String id = matcher.group(1);
            int attempt = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            if (!found.containsKey(id) || found.get(id).attempt() < attempt) {
                found.put(id, new Found(id, attempt, status, begun, workspace.folder(id).isPresent()));
            }
        }
    }

    /**
     * Makes the folder of a run that this computer does not have, or has lost, so that it can be resumed: watched or fetched.
     *
     * @throws ExplainedException if the run's files are not in the cloud any more
     */
    public void adopt(Found run) {
        RunBucket bucket = new RunBucket(aws, deployed.dataBucket());
        String prefix = "runs/" + run.id();
        RunSpec spec = RunSpecJson.read(bucket.read(prefix + "/spec.json").orElseThrow(() -> new ExplainedException(
                "The files of the run " + run.id() + " are not in " + bucket.name() + " any more.",
                "They are kept for as many days as the stacks say.")), "spec.json");
        String name = bucket.read(prefix + "/name.json").map(text -> new com.google.gson.Gson().fromJson(text, String.class))
                .orElse(STARTED_BY_A_FILE);
        String account = aws.ask("find out whose credentials these are", () -> aws.sts().getCallerIdentity()).account();
        try (RunWriter writer = workspace.adopt(run.id(), name, spec)) {
            writer.cloud(new CloudExecution(account, aws.region(), place.profile(), place.name(), deployed.dataBucket(), prefix,
                    deployed.pipeline(), run.attempt(), Phase.STARTED));
            writer.stageFinished(new topicworkbench.workspace.FinishedStage(topicworkbench.run.Stage.UPLOAD, 0, Map.of()), null, null);
            writer.state(RunState.RUNNING, null);
        }
    }
}

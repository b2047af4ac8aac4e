package topicworkbench.run.aws;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.CloudRuns.Found;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunState;
import topicworkbench.run.SpecInWords;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.platform.Deployed;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.RunTags;
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.CloudExecution.Phase;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** Runs as the account knows them, whether or not this computer does: by the executions' names, and by the tag of their jobs. */
public final class AwsRuns {
    private static final Pattern NAME = Pattern.compile("(\\d{8}-\\d{6}-[0-9a-z]{4})(?:-(\\d{1,6}))?");
    /** One that a file started, named by the state machine after its event. */
    private static final Pattern AUTOMATIC = Pattern.compile("auto-[0-9a-z]{1,40}");
    private static final String STARTED_BY_A_FILE = "automatic";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

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
        for (ResourceTagMapping mapping : tagged) {
            Map<String, String> tags = new LinkedHashMap<>();
            mapping.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
            String id = tags.get(RunTags.RUN);
            if (id != null && AUTOMATIC.matcher(id).matches()) {
                found.computeIfAbsent(id, _ -> automatic(id, executions.stream().filter(execution -> execution.name()
                        .equals(tags.get(RunTags.EXECUTION))).findFirst()));
            } else if (id != null && !found.containsKey(id)) {
                add(id, "UNKNOWN", null, found);
            }
        }
        List<Found> newestFirst = new ArrayList<>(found.values());
        newestFirst.sort(Comparator.comparing(AwsRuns::time).reversed());
        return newestFirst;
    }

    /** As ids are written; those whose time is not known come last. */
    private static String time(Found run) {
        return !AUTOMATIC.matcher(run.id()).matches() ? run.id() : run.begun() == null ? "" : TIME.format(run.begun());
    }

    private void add(String name, String status, Instant begun, Map<String, Found> found) {
        Matcher matcher = NAME.matcher(name);
        if (matcher.matches()) {
            String id = matcher.group(1);
            int attempt = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            if (!found.containsKey(id) || found.get(id).attempt() < attempt) {
                found.put(id, new Found(id, attempt, status, begun, workspace.folder(id).map(RunFolder::id).orElse(null)));
            }
        }
    }

    /** @param execution of which its jobs' tags tell; empty where AWS has forgotten it */
    private Found automatic(String id, Optional<ExecutionListItem> execution) {
        return new Found(id, 1, execution.map(ExecutionListItem::statusAsString).orElse("UNKNOWN"),
                execution.map(ExecutionListItem::startDate).orElse(null), here(id));
    }

    private String here(String id) {
        return workspace.folderOfAccount(id).map(RunFolder::id).orElse(null);
    }

    /**
     * Makes the folder of a run that this computer does not have, or has lost, so that it can be resumed: watched or fetched.
     *
     * @return its id here, which is another where a file started the run
     * @throws ExplainedException if the run's files are not in the cloud any more, or it was started by a file and has no topics yet
     */
    public String adopt(Found run) {
        if (AUTOMATIC.matcher(run.id()).matches()) {
            return Optional.ofNullable(here(run.id())).orElseGet(() -> adoptAutomatic(run));
        }
        RunBucket bucket = new RunBucket(aws, deployed.dataBucket());
        String prefix = CloudExecution.prefixOf(run.id());
        RunSpec spec = spec(bucket, run);
        String name = bucket.read(prefix + "/name.json").flatMap(CloudReports::name).orElse(STARTED_BY_A_FILE);
        CloudExecution cloud = cloud(run, Phase.STARTED);
        try (RunWriter writer = workspace.adopt(run.id(), name, spec)) {
            writer.cloud(cloud);
            writer.stageFinished(new FinishedStage(Stage.UPLOAD, 0, Map.of()), null, null);
            writer.state(RunState.RUNNING, null);
        }
        return run.id();
    }

    private static RunSpec spec(RunBucket bucket, Found run) {
        return RunSpecJson.read(bucket.read(CloudExecution.prefixOf(run.id()) + "/spec.json").orElseThrow(() -> new ExplainedException(
                "The files of the run " + run.id() + " are not in " + bucket.name() + " any more.",
                "They are kept for as many days as the stacks say.")), "spec.json");
    }

    private CloudExecution cloud(Found run, Phase phase) {
        String account = aws.ask("find out whose credentials these are", () -> aws.sts().getCallerIdentity()).account();
        return new CloudExecution(account, aws.region(), place.profile(), place.name(), deployed.dataBucket(),
                CloudExecution.prefixOf(run.id()), deployed.pipeline(), run.attempt(), phase);
    }

    /** It is over, so that all that is left to do is to fetch it. */
    private String adoptAutomatic(Found run) {
        RunBucket bucket = new RunBucket(aws, deployed.dataBucket());
        RunSpec told = spec(bucket, run);
        CloudReports reports = new CloudReports(bucket::read, CloudExecution.prefixOf(run.id()), told);
        if ("RUNNING".equals(run.status()) || !reports.hasScores()) {
            throw new ExplainedException("The run " + run.id() + " has no topics to fetch"
                    + ("RUNNING".equals(run.status()) ? " yet." : "."),
                    "Look at its execution in the AWS console, and fetch it when it has ended.");
        }
        List<String> files = reports.files();
        RunSpec spec = told.withSource(new ReviewSource(files, told.source().columns(), told.source().keep()));
        CloudExecution cloud = cloud(run, Phase.ENDED);
        try (RunWriter writer = workspace.create(files.isEmpty() ? STARTED_BY_A_FILE : SpecInWords.corpus(spec), spec, Map.of())) {
            writer.cloud(cloud);
            for (Stage stage : spec.stages()) {
                if (stage == Stage.UPLOAD || !stage.isHere()) {
                    writer.stageFinished(new FinishedStage(stage, 0, reports.figures(stage)), null, null);
                }
            }
            writer.state(RunState.RUNNING, null);
            return writer.folder().id();
        }
    }
}

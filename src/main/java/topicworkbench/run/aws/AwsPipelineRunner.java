package topicworkbench.run.aws;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.SpecInWords;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.platform.Deployed;
import topicworkbench.run.aws.platform.Stacks;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.spending.AwsSpending;
import topicworkbench.run.aws.spending.Ceiling;
import topicworkbench.run.aws.spending.Prices;
import topicworkbench.run.aws.transfer.RemoteCopy;
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.CloudExecution.Phase;
import topicworkbench.workspace.InputFiles;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/**
 * Runs pipelines on AWS: the state machine of the deployed stacks does the work, whether or not this program is there. What is
 * left when all is fetched, the map, is done by another runner.
 */
public final class AwsPipelineRunner implements PipelineRunner {
    /** Where the templates have the log groups of executions. */
    private static final String LOG_GROUPS = "/aws/vendedlogs/states/";

    private final Workspace workspace;
    private final Supplier<CloudPlace> place;
    private final Function<CloudPlace, AwsClients> connecting;
    private final PipelineRunner mapper;
    private final WatchPace pace;

    /**
     * @param place      where new runs go
     * @param connecting gives the clients for a place
     * @param mapper     does on this computer what is left when all is fetched
     */
    AwsPipelineRunner(Workspace workspace, Supplier<CloudPlace> place, Function<CloudPlace, AwsClients> connecting, PipelineRunner mapper,
            WatchPace pace) {
        this.workspace = workspace;
        this.place = place;
        this.connecting = connecting;
        this.mapper = mapper;
        this.pace = pace;
    }

    @Override
    public RunHandle start(RunSpec spec, String name, Consumer<RunEvent> listener) {
        if (!spec.cloud().onAws()) {
            throw new ExplainedException("AWS was asked for a run on this computer.", "Set where to aws.");
        }
        RunSpecs.requireReviews(spec);
        RunSpec absolute = RunSpecs.absolute(spec);
        Map<String, String> inputs = InputFiles.fingerprints(absolute);
        CloudPlace at = place.get();
        AwsClients aws = connecting.apply(at);
        Deployed deployed = Deployed.require(new Stacks(aws), at.name());
        Ceiling.of(absolute, new Prices(aws)); // refuses a ceiling that is too low
        RunBucket bucket = new RunBucket(aws, deployed.dataBucket());
        absolute.source().paths().stream().filter(path -> path.startsWith(RunSpecs.S3)).forEach(path -> RemoteCopy.find(bucket, path));
        String account = aws.ask("find out whose credentials these are", () -> aws.sts().getCallerIdentity()).account();
        RunWriter writer = workspace.create(name == null ? SpecInWords.corpus(absolute) : name, absolute, inputs);
        String id = writer.folder().id();
        CloudExecution cloud = new CloudExecution(account, aws.region(), at.profile(), at.name(), deployed.dataBucket(),
                CloudExecution.prefixOf(id), deployed.pipeline(), 1, Phase.UPLOADING);
        return go(writer, cloud, aws, new RunExecution.Manner(false, true), listener);
    }

    /** Also takes up the watching of a run that goes on although the program was closed. */
    @Override
    public RunHandle resume(String runId, Consumer<RunEvent> listener) {
        return takeUp(runId, true, listener);
    }

    @Override
    public RunHandle follow(String runId, Consumer<RunEvent> listener) {
        return takeUp(runId, false, listener);
    }

    /** @param mayBegin whether an execution is begun where none is there */
    private RunHandle takeUp(String runId, boolean mayBegin, Consumer<RunEvent> listener) {
        RunFolder folder = workspace.find(runId);
        RunSummary summary = folder.summary();
        boolean goesOn = summary.state() == RunState.RUNNING && folder.goesOnInTheCloud();
        if (!summary.state().isResumable() && !goesOn) {
            throw new ExplainedException("The run " + folder.id() + " is " + summary.state().inWords()
                    + " and cannot be resumed.", summary.state().isTerminal() ? "Start a new run with its spec.json."
                    : "Wait for its end.");
        }
        if (!mayBegin && !folder.canBeFollowed()) {
            throw new ExplainedException("Nothing of the run " + folder.id() + " goes on in AWS.", "Resume it instead.");
        }
        if (folder.isFetched()) {
            return mapper.resume(folder.id(), listener);
        }
        CloudExecution cloud = folder.cloud().orElseThrow(() -> new ExplainedException("The run " + folder.id()
                + " does not tell where in the cloud it is.", "Start a new run with its spec.json."));
        AwsClients aws = connecting.apply(new CloudPlace(cloud.profile(), cloud.region(), cloud.stacks()));
        RunWriter writer = workspace.open(folder);
        try {
            if (writer.finished(Stage.UPLOAD).isEmpty()) {
                InputFiles.requireUnchanged(writer.inputs(), InputFiles.fingerprints(folder.spec()));
            }
            writer.state(RunState.RUNNING, null);
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
        boolean ended = summary.state() == RunState.FAILED || summary.state() == RunState.CANCELLED;
        return go(writer, cloud, aws, new RunExecution.Manner(ended, mayBegin), listener);
    }

    /** Runs of these stacks as the account knows them. */
    public AwsRuns runs() {
        CloudPlace at = place.get();
        AwsClients aws = connecting.apply(at);
        return new AwsRuns(aws, workspace, Deployed.require(new Stacks(aws), at.name()), at);
    }

    private RunHandle go(RunWriter writer, CloudExecution cloud, AwsClients aws, RunExecution.Manner manner, Consumer<RunEvent> listener) {
        try {
            writer.cloud(cloud);
            RunExecution.Launch launch = new RunExecution.Launch(() -> input(writer, cloud, aws),
                    LOG_GROUPS + cloud.stacks(), ledger(writer, aws), manner);
            AwsRun run = new AwsRun(writer, cloud, aws, launch, mapper, pace, listener);
            Thread.ofVirtual().name("run-" + run.id()).start(run);
            return run;
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private Runnable ledger(RunWriter writer, AwsClients aws) {
        AwsSpending spending = new AwsSpending(aws, workspace, new Prices(aws));
        return () -> spending.ledger(writer.folder().id());
    }

    private static LaunchInput input(RunWriter writer, CloudExecution cloud, AwsClients aws) {
        RunSpec spec = writer.folder().spec();
        return new LaunchInput(writer.folder().id(), writer.folder().id(), cloud.bucket(), cloud.prefix(), spec,
                Ceiling.of(spec, new Prices(aws)));
    }
}

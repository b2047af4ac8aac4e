package topicworkbench.run.aws;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.AwsException;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.CloudExecution.Phase;
import topicworkbench.workspace.RunTelling;
import topicworkbench.workspace.RunWriter;

/** A run's execution of the state machine: begun, or found again, watched to its end, and cleaned up after. */
final class RunExecution {
    private final RunWriter writer;
    private final RunSpec spec;
    private final AwsClients aws;
    private final Launch launch;
    private final StagesLeft left;
    private final StageTrack track;
    private final Means means;
    private CloudExecution cloud;

    /**
     * What must be known only where an execution is started or watched.
     *
     * @param input  of the state machine for an attempt
     * @param ledger asks what the run has cost, and keeps it
     */
    record Launch(Supplier<LaunchInput> input, String logGroup, Runnable ledger, Manner manner) { }

    /**
     * How a run is taken up.
     *
     * @param again    whether it had ended, so that an execution that failed is begun anew
     * @param mayBegin whether an execution may be begun at all
     */
    record Manner(boolean again, boolean mayBegin) { }

    /** How it is waited for, and who hears of it. */
    record Means(RunTelling telling, RunControl control, Perseverance perseverance, WatchPace pace, CostWatch costs) { }

    RunExecution(RunWriter writer, CloudExecution cloud, AwsClients aws, Launch launch, StagesLeft left, StageTrack track, Means means) {
        this.writer = writer;
        this.spec = writer.folder().spec();
        this.cloud = cloud;
        this.aws = aws;
        this.launch = launch;
        this.left = left;
        this.track = track;
        this.means = means;
    }

    /** An execution that did not succeed, explained already. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RunFailure failure;

        Failed(RunFailure failure) {
            super(failure.whatHappened());
            this.failure = failure;
        }

        RunFailure failure() {
            return failure;
        }
    }

    Phase phase() {
        return cloud.phase();
    }

    String arn() {
        return cloud.arn(id());
    }

    private String id() {
        return writer.folder().id();
    }

    /** @throws Failed if it ends otherwise than well */
    void complete() {
        ExecutionWatch watch = startOrFind();
        ExecutionWatch.End end = watch.await(Duration.ofHours(spec.cloud().maxHours()));
        keep(cloud.in(Phase.ENDED));
        Stage stage = left.current();
        if (end.status() != ExecutionStatus.SUCCEEDED) {
            throw new Failed(end.status() == ExecutionStatus.ABORTED
                    ? new RunFailure(stage, "The run was stopped in AWS.", "Resume it, or ask who stopped it: its execution is "
                    + arn() + ".")
                    : CloudFailures.of(stage, end.error(), end.cause()));
        }
        try {
            sweep().clean(stage, left.accepted() && spec.cloud().endpoint().wanted());
        } catch (AwsException e) {
            means.telling().note(stage, "It could not be verified that nothing of the run goes on costing. " + e.getMessage() + " "
                    + e.remedy());
        }
    }

    /** Stops it with everything that it began, and returns once nothing of it costs any more. */
    void stop(Stage stage, boolean keepEndpoint) {
        sweep().clean(stage, keepEndpoint);
        keep(cloud.in(Phase.ENDED));
    }

    private ExecutionWatch startOrFind() {
        if (cloud.phase() == Phase.UPLOADING) {
            start();
            return watch();
        }
        Optional<DescribeExecutionResponse> found = insist(left.current(), () -> aws.find("look at the run", () -> aws.stepFunctions()
                .describeExecution(request -> request.executionArn(arn()))));
        boolean useful = found.filter(execution -> !launch.manner().again() || execution.status() == ExecutionStatus.RUNNING
                || execution.status() == ExecutionStatus.SUCCEEDED).isPresent();
        if (!useful) {
            if (!launch.manner().mayBegin()) {
                throw new ExplainedException("AWS does not know the run's execution any more; it forgets them after 90 days.",
                        "Resume the run to begin it anew.");
            }
            if (found.isPresent() || cloud.phase() == Phase.ENDED) {
                cloud = cloud.next();
            }
            start();
        }
        return watch();
    }

    private ExecutionWatch watch() {
        int epochs = writer.folder().events().stream().filter(RunEvent.EpochFinished.class::isInstance)
                .map(RunEvent.EpochFinished.class::cast).mapToInt(epoch -> epoch.metrics().epoch()).max().orElse(0);
        String name = CloudExecution.name(id(), cloud.attempt());
        RunTelling telling = means.telling();
        RunView view = new RunView(telling);
        SparkWatch spark = new SparkWatch(aws, cloud.stacks(), id(), launch.logGroup(), telling);
        JobWatch jobs = new JobWatch(aws, name, writer, means, view, spark, launch.manner().again() ? 0 : epochs);
        return new ExecutionWatch(aws, arn(), track, jobs, new LogTail(aws, launch.logGroup(), name), view, means);
    }

    /** The name makes a second start of the same attempt no second run. */
    private void start() {
        Stage from = left.firstInTheCloud();
        LaunchInput input = launch.input().get();
        String name = CloudExecution.name(id(), cloud.attempt());
        JsonObject json = new LaunchInput(input.run(), name, input.bucket(), input.prefix(), input.spec(), input.limits())
                .json(from == Stage.ENDPOINT ? Stage.GATE : from);
        means.control().check();
        keep(cloud.in(Phase.STARTED)); // before: the answer may be lost, the execution not
        try {
            insist(from, () -> aws.ask("start the run", () -> aws.stepFunctions().startExecution(request -> request
                    .stateMachineArn(cloud.pipeline()).name(name).input(json.toString()))));
        } catch (AwsException e) {
            if (e.kind() != AwsException.Kind.EXISTS) {
                keep(cloud.in(Phase.UPLOADING)); // refused: nothing goes on
                throw e;
            }
        }
    }

    private <T> T insist(Stage stage, Supplier<T> call) {
        return means.perseverance().insist(stage, means.control()::pause, call);
    }

    private void keep(CloudExecution now) {
        writer.cloud(now);
        cloud = now;
    }

    private RunSweep sweep() {
        return new RunSweep(aws, cloud.stacks(), id(), arn(), means.telling(), means.perseverance(), means.pace());
    }
}

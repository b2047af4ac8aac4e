package topicworkbench.run.aws.endpoint;

import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.sagemaker.model.AssemblyType;
import software.amazon.awssdk.services.sagemaker.model.BatchStrategy;
import software.amazon.awssdk.services.sagemaker.model.DescribeTransformJobResponse;
import software.amazon.awssdk.services.sagemaker.model.S3DataType;
import software.amazon.awssdk.services.sagemaker.model.SplitType;
import software.amazon.awssdk.services.sagemaker.model.TransformJobStatus;
import topicworkbench.cloud.Transforms.Listener;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.AwsException;
import topicworkbench.run.aws.sdk.JobStates;
import topicworkbench.run.aws.sdk.RunTags;

/** A batch transform job from its start to its end. Whatever keeps it from being followed to its end stops it. */
public final class BatchTransform {
    private static final int PAYLOAD_MB = 6;
    private static final int TRIES_TO_STOP = 4;
    /** Looks at a job that was told to stop. It may take longer, but ends without anybody; the user waits for what comes after. */
    private static final int LOOKS_AT_STOPPING = 8;
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final AwsClients aws;
    private final String runId;
    private final String job;
    private final Duration poll;

    /** @param poll between two looks at the job */
    public BatchTransform(AwsClients aws, String runId, Duration poll) {
        this.aws = aws;
        this.runId = runId;
        this.job = RunTags.NAME_PREFIX + runId + "-classify-" + Instant.now().toEpochMilli();
        this.poll = poll;
    }

    /** By which the ledger finds it. */
    public String job() {
        return job;
    }

    /** The model that will be asked. @throws ExplainedException if the run has none */
    public String model() {
        return RunModel.name(aws, runId);
    }

    /**
     * Starts the job and returns when it is completed.
     *
     * @param model  its name
     * @param input  S3 address of a folder of RecordIO files
     * @param output S3 address of a folder
     * @throws ExplainedException if it failed, or somebody stopped it
     */
    public void run(String model, String input, String output, String instanceType, Listener listener) throws InterruptedException {
        try {
            start(model, input, output, instanceType);
            await(listener);
        } catch (NoResult e) {
            throw e;
        } catch (RuntimeException | InterruptedException e) {
            Thread.interrupted(); // or the call that stops the job would be ended too
            stop(e);
            throw e;
        }
    }

    private void start(String model, String input, String output, String instanceType) {
        try {
            create(model, input, output, instanceType);
        } catch (AwsException e) {
            if (e.kind() == AwsException.Kind.EXISTS) {
                return; // of an earlier try, whose answer was lost
            }
            throw e.passes() ? e : new NoResult(e.getMessage(), e.remedy(), e);
        }
    }

    private void create(String model, String input, String output, String instanceType) {
        aws.ask("start the batch transform", () -> aws.sageMaker().createTransformJob(request -> request.transformJobName(job)
                .modelName(model)
                .batchStrategy(BatchStrategy.MULTI_RECORD).maxPayloadInMB(PAYLOAD_MB)
                .transformInput(from -> from.contentType("application/x-recordio-protobuf").splitType(SplitType.RECORD_IO)
                        .dataSource(source -> source.s3DataSource(s3 -> s3.s3DataType(S3DataType.S3_PREFIX).s3Uri(input))))
                .transformOutput(to -> to.s3OutputPath(output).accept("application/jsonlines").assembleWith(AssemblyType.LINE))
                .transformResources(on -> on.instanceType(instanceType).instanceCount(1))
                .tags(RunModel.tags(aws, runId))));
    }

    /** There is no job, or not any more, and so nothing to stop. */
    private static final class NoResult extends ExplainedException {
        private static final long serialVersionUID = 1L;

        NoResult(String whatHappened, String remedy, Exception cause) {
            super(whatHappened, remedy, cause);
        }
    }

    private void await(Listener listener) throws InterruptedException {
        while (true) {
            DescribeTransformJobResponse now = look(listener);
            String state = now.transformJobStatusAsString();
            String told = "Transform: " + state;
            listener.progress(told, 0, 0);
            if (now.transformJobStatus() == TransformJobStatus.COMPLETED) {
                return;
            }
            if (JobStates.isOver(state)) {
                throw new NoResult("The batch transform " + job + " is " + state + (now.failureReason() == null ? "." : ": "
                        + now.failureReason().strip().replaceFirst("\\.$", "") + "."),
                        "Its log in CloudWatch (/aws/sagemaker/TransformJobs) says more; nothing of it goes on to cost.", null);
            }
            pause(told, listener);
        }
    }

    /** Goes on after whatever passes: the job does not need this program. */
    private DescribeTransformJobResponse look(Listener listener) throws InterruptedException {
        while (true) {
            try {
                return describe();
            } catch (AwsException e) {
                if (!e.passes()) {
                    throw e;
                }
                pause(e.getMessage() + " The job goes on; this program tries again. " + e.remedy(), listener);
            }
        }
    }

    private DescribeTransformJobResponse describe() {
        return aws.ask("look at the batch transform", () -> aws.sageMaker().describeTransformJob(request -> request.transformJobName(job)));
    }

    /** In short sleeps, so that cancelling takes no longer. */
    private void pause(String told, Listener listener) throws InterruptedException {
        for (Duration left = poll; left.isPositive(); left = left.minus(LONGEST_SLEEP)) {
            listener.progress(told, 0, 0);
            Thread.sleep(left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP);
        }
    }

    private void stop(Exception why) throws InterruptedException {
        for (int tries = 1;; tries++) {
            try {
                if (aws.find("stop the batch transform", () -> aws.sageMaker().stopTransformJob(request -> request.transformJobName(job)))
                        .isEmpty()) {
                    return;
                }
                break;
            } catch (AwsException e) {
                if (hasEnded()) {
                    return;
                }
                if (tries == TRIES_TO_STOP) {
                    ExplainedException left = new ExplainedException("The batch transform " + job + " could not be stopped: "
                            + e.getMessage() + " It ends by itself, and costs until then.",
                            "Stop it: aws sagemaker stop-transform-job --transform-job-name " + job, e);
                    left.addSuppressed(why);
                    throw left;
                }
                Thread.sleep(poll);
            }
        }
        for (int looks = 0; looks < LOOKS_AT_STOPPING && !hasEnded(); looks++) {
            Thread.sleep(poll);
        }
    }

    private boolean hasEnded() {
        try {
            return JobStates.isOver(describe().transformJobStatusAsString());
        } catch (AwsException e) {
            return false;
        }
    }
}

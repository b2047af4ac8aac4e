package topicworkbench.run.aws.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sagemaker.model.AssemblyType;
import software.amazon.awssdk.services.sagemaker.model.BatchStrategy;
import software.amazon.awssdk.services.sagemaker.model.DescribeTransformJobResponse;
import software.amazon.awssdk.services.sagemaker.model.S3DataType;
import software.amazon.awssdk.services.sagemaker.model.SplitType;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.TransformJobStatus;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.RunTags;

/** Classifies what is too much for an endpoint: instances that come, work through a folder, and go by themselves. */
final class BatchTransform {
    private static final int PAYLOAD_MB = 6;

    private final AwsClients aws;
    private final List<Tag> tags;
    private final Duration poll;

    /** @param tags that the job carries, so that it is found again */
    BatchTransform(AwsClients aws, List<Tag> tags, Duration poll) {
        this.aws = aws;
        this.tags = tags;
        this.poll = poll;
    }

    /** @return the job's name */
    String run(String runId, String model, String input, String output, String instanceType, Consumer<String> progress)
            throws InterruptedException {
        String job = RunTags.NAME_PREFIX + runId + "-classify-" + Instant.now().getEpochSecond();
        aws.ask("start the batch transform", () -> aws.sageMaker().createTransformJob(request -> request.transformJobName(job)
                .modelName(model)
                .batchStrategy(BatchStrategy.MULTI_RECORD).maxPayloadInMB(PAYLOAD_MB)
                .transformInput(from -> from.contentType("application/x-recordio-protobuf").splitType(SplitType.RECORD_IO)
                        .dataSource(source -> source.s3DataSource(s3 -> s3.s3DataType(S3DataType.S3_PREFIX).s3Uri(input))))
                .transformOutput(to -> to.s3OutputPath(output).accept("application/jsonlines").assembleWith(AssemblyType.LINE))
                .transformResources(on -> on.instanceType(instanceType).instanceCount(1))
                .tags(tags)));
        String told = "";
        while (true) {
            DescribeTransformJobResponse now = aws.ask("look at the batch transform",
                    () -> aws.sageMaker().describeTransformJob(request -> request.transformJobName(job)));
            String state = now.transformJobStatusAsString();
            if (!state.equals(told)) {
                progress.accept(state);
                told = state;
            }
            if (now.transformJobStatus() == TransformJobStatus.COMPLETED) {
                return job;
            }
            if (AwsEndpoints.isOver(state)) {
                throw new ExplainedException("The batch transform " + job + " is " + state + ": " + now.failureReason() + ".",
                        "Its log in CloudWatch (/aws/sagemaker/TransformJobs) says more; nothing of it goes on to cost.");
            }
            Thread.sleep(poll);
        }
    }
}

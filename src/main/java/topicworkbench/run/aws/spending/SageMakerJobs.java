package topicworkbench.run.aws.spending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeTransformJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ProcessingClusterConfig;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.TransformJobSummary;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.JobStates;
import topicworkbench.run.aws.sdk.RunTags;

/** Jobs of SageMaker, found by name in the service's own lists and by tag: what they ran on, for how long, and whether they still do. */
final class SageMakerJobs {
    private static final int PAGE = 100;
    private static final List<String> ONGOING = List.of("InProgress", "Stopping");

    private final AwsClients aws;
    private final String run;
    private final Tagged tagged;

    /**
     * @param run    whose jobs, or null for all of ours that go on
     * @param tagged what carries its tag
     */
    SageMakerJobs(AwsClients aws, String run, Tagged tagged) {
        this.aws = aws;
        this.run = run;
        this.tagged = tagged;
    }

    /**
     * @param seconds billed so far, of one instance
     * @param ended   whether it costs no more
     */
    record Job(String kind, String name, Use use, String instanceType, int instances, double seconds, String state, boolean ended,
            String run, Instant begun, String arn) { }

    List<Job> processing() {
        return look("processing-job", (name, state) -> aws.sageMaker().listProcessingJobsPaginator(request -> request
                .nameContains(name).statusEquals(state).maxResults(PAGE)).processingJobSummaries().stream()
                .map(ProcessingJobSummary::processingJobName), name -> {
                    DescribeProcessingJobResponse job = aws.sageMaker().describeProcessingJob(request -> request.processingJobName(name));
                    ProcessingClusterConfig cluster = job.processingResources().clusterConfig();
                    return job("processing job", name, Use.PROCESSING, cluster.instanceTypeAsString(), cluster.instanceCount(),
                            between(job.processingStartTime(), job.processingEndTime()), job.processingJobStatusAsString(),
                            job.creationTime(), job.processingJobArn());
                });
    }

    /** With those of a tuning job, whose names begin with its own. */
    List<Job> training() {
        return look("training-job", (name, state) -> aws.sageMaker().listTrainingJobsPaginator(request -> request
                .nameContains(name).statusEquals(state).maxResults(PAGE)).trainingJobSummaries().stream()
                .map(TrainingJobSummary::trainingJobName), name -> {
                    DescribeTrainingJobResponse job = aws.sageMaker().describeTrainingJob(request -> request.trainingJobName(name));
                    double seconds = job.billableTimeInSeconds() != null ? job.billableTimeInSeconds()
                            : between(job.trainingStartTime(), job.trainingEndTime());
                    return job("training job", name, Use.TRAINING, job.resourceConfig().instanceTypeAsString(),
                            job.resourceConfig().instanceCount(), seconds, job.trainingJobStatusAsString(), job.creationTime(),
                            job.trainingJobArn());
                });
    }

    List<Job> transform() {
        return look("transform-job", (name, state) -> aws.sageMaker().listTransformJobsPaginator(request -> request
                .nameContains(name).statusEquals(state).maxResults(PAGE)).transformJobSummaries().stream()
                .map(TransformJobSummary::transformJobName), name -> {
                    DescribeTransformJobResponse job = aws.sageMaker().describeTransformJob(request -> request.transformJobName(name));
                    return job("transform job", name, Use.TRANSFORM, job.transformResources().instanceTypeAsString(),
                            job.transformResources().instanceCount(), between(job.transformStartTime(), job.transformEndTime()),
                            job.transformJobStatusAsString(), job.creationTime(), job.transformJobArn());
                });
    }

    /** A list of names by what they contain and by state; either may be null. */
    private interface Listing {
        Stream<String> names(String contains, String state);
    }

    private List<Job> look(String kind, Listing listing, Function<String, Job> describe) {
        Set<String> named = tagged.names(kind);
        Set<String> names = new TreeSet<>();
        if (run != null) {
            String prefix = RunTags.NAME_PREFIX + run + "-";
            names.addAll(named); // a tag may outlive what carried it
            names.addAll(list(kind, listing, prefix, null).filter(name -> name.startsWith(prefix)).toList());
        } else {
            ONGOING.forEach(state -> list(kind, listing, null, state)
                    .filter(name -> name.startsWith(RunTags.NAME_PREFIX) || named.contains(name)).forEach(names::add));
        }
        List<Job> jobs = new ArrayList<>();
        for (String name : names) {
            aws.find("look at the job " + name, () -> describe.apply(name)).ifPresent(jobs::add);
        }
        return jobs;
    }

    private Stream<String> list(String kind, Listing listing, String contains, String state) {
        return aws.ask("list each " + kind.replace('-', ' '), () -> listing.names(contains, state).toList()).stream();
    }

    private Job job(String kind, String name, Use use, String type, Integer count, double seconds, String state, Instant begun,
            String arn) {
        String of = run != null ? run : tagged.run(kind.replace(' ', '-'), name);
        return new Job(kind, name, use, type, count == null ? 1 : count, seconds, state, JobStates.isOver(state), of, begun, arn);
    }

    private static double between(Instant start, Instant end) {
        return start == null ? 0 : Math.max(0, Duration.between(start, end == null ? Instant.now() : end).toMillis() / 1000.0);
    }
}

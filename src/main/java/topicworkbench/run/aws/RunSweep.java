package topicworkbench.run.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTuningJobSummary;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.AwsException;
import topicworkbench.run.aws.sdk.RunTags;

/**
 * Sees to it that nothing of a run goes on costing: stops its execution and whatever jobs that has left, takes away an endpoint
 * that is not wanted, and looks until all of it is gone.
 */
final class RunSweep {
    private static final Set<String> SPARK_ENDED = Set.of("SUCCEEDED", "FAILED", "TIMEOUT", "ERROR", "STOPPED", "EXPIRED");

    private final AwsClients aws;
    private final String stacks;
    private final String run;
    private final String execution;
    private final RunTelling telling;
    private final Perseverance perseverance;
    private final WatchPace pace;

    /** @param stacks what their names begin with; @param run its id */
    RunSweep(AwsClients aws, String stacks, String run, String execution, RunTelling telling, Perseverance perseverance,
            WatchPace pace) {
        this.aws = aws;
        this.stacks = stacks;
        this.run = run;
        this.execution = execution;
        this.telling = telling;
        this.perseverance = perseverance;
        this.pace = pace;
    }

    /**
     * Returns when nothing is left.
     *
     * @param keepEndpoint whether an endpoint of the run is wanted
     * @throws AwsException if AWS refuses to say or to stop
     */
    void clean(Stage stage, boolean keepEndpoint) {
        insist(stage, () -> aws.find("stop the run", () -> aws.stepFunctions().stopExecution(request -> request.executionArn(execution)
                .error("TopicWorkbench.Stopped").cause("The run was cancelled or has ended."))));
        List<String> left = insist(stage, () -> stop(keepEndpoint));
        boolean told = false;
        while (!left.isEmpty()) {
            if (!told) {
                telling.note(stage, "Ends in AWS: " + String.join(", ", left) + ".");
                told = true;
            }
            sleep(pace.look());
            left = insist(stage, () -> stop(keepEndpoint));
        }
    }

    private <T> T insist(Stage stage, Supplier<T> call) {
        return perseverance.insist(stage, RunSweep::sleep, call);
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        }
    }

    /** Asks everything that goes on to stop, and says what does. */
    private List<String> stop(boolean keepEndpoint) {
        List<String> left = new ArrayList<>();
        String prefix = RunTags.NAME_PREFIX + run;
        tunings(prefix, left);
        trainings(prefix, left);
        processings(prefix, left);
        spark(stacks + "-ingest", left);
        spark(stacks + "-prepare", left);
        if (!keepEndpoint) {
            endpoint(left);
        }
        return left;
    }

    /** Jobs of the run: its id alone, or with the number of an attempt or the name of a step behind it. */
    private static boolean isOurs(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + "-");
    }

    private void tunings(String prefix, List<String> left) {
        for (HyperParameterTuningJobSummary job : aws.ask("list the tuning jobs of the run", () -> aws.sageMaker()
                .listHyperParameterTuningJobsPaginator(request -> request.nameContains(prefix)).hyperParameterTuningJobSummaries()
                .stream().toList())) {
            String name = job.hyperParameterTuningJobName();
            if (isOurs(name, prefix) && goesOn(job.hyperParameterTuningJobStatusAsString())) {
                left.add(name);
                stopUnlessStopping(job.hyperParameterTuningJobStatusAsString(), name, () -> aws.sageMaker()
                        .stopHyperParameterTuningJob(request -> request.hyperParameterTuningJobName(name)));
            }
        }
    }

    private void trainings(String prefix, List<String> left) {
        for (TrainingJobSummary job : aws.ask("list the trainings of the run", () -> aws.sageMaker().listTrainingJobsPaginator(request ->
                request.nameContains(prefix)).trainingJobSummaries().stream().toList())) {
            String name = job.trainingJobName();
            if (isOurs(name, prefix) && goesOn(job.trainingJobStatusAsString())) {
                left.add(name);
                stopUnlessStopping(job.trainingJobStatusAsString(), name, () -> aws.sageMaker()
                        .stopTrainingJob(request -> request.trainingJobName(name)));
            }
        }
    }

    private void processings(String prefix, List<String> left) {
        for (ProcessingJobSummary job : aws.ask("list the jobs of the run", () -> aws.sageMaker().listProcessingJobsPaginator(request ->
                request.nameContains(prefix)).processingJobSummaries().stream().toList())) {
            String name = job.processingJobName();
            if (isOurs(name, prefix) && goesOn(job.processingJobStatusAsString())) {
                left.add(name);
                stopUnlessStopping(job.processingJobStatusAsString(), name, () -> aws.sageMaker()
                        .stopProcessingJob(request -> request.processingJobName(name)));
            }
        }
    }

    private static boolean goesOn(String status) {
        return "InProgress".equals(status) || "Stopping".equals(status);
    }

    /** A job that has just ended refuses to be stopped, which the next look will tell. */
    private void stopUnlessStopping(String status, String name, Supplier<?> stop) {
        if (!"Stopping".equals(status)) {
            try {
                aws.find("stop " + name, stop::get);
            } catch (AwsException e) {
                if (e.kind() != AwsException.Kind.REFUSED) {
                    throw e;
                }
            }
        }
    }

    private void spark(String job, List<String> left) {
        List<JobRun> runs = aws.find("list the runs of " + job, () -> aws.glue().getJobRunsPaginator(request -> request.jobName(job))
                .jobRuns().stream().limit(200).toList()).orElse(List.of());
        List<String> ours = runs.stream().filter(one -> run.equals(one.arguments().get("--run"))
                && !SPARK_ENDED.contains(one.jobRunStateAsString())).map(JobRun::id).toList();
        if (!ours.isEmpty()) {
            ours.forEach(id -> left.add(job + " " + id));
            aws.find("stop " + job, () -> aws.glue().batchStopJobRun(request -> request.jobName(job).jobRunIds(ours)));
        }
    }

    /** Only where it carries this run's tag: one that an earlier run made and this one updated stays. */
    private void endpoint(List<String> left) {
        String name = LaunchInput.endpointName(run);
        aws.find("look at the endpoint " + name, () -> aws.sageMaker().describeEndpoint(request -> request.endpointName(name)))
                .filter(endpoint -> aws.find("read the tags of " + name, () -> aws.sageMaker().listTags(request ->
                        request.resourceArn(endpoint.endpointArn())).tags()).orElse(List.of())
                        .contains(Tag.builder().key(RunTags.RUN).value(run).build()))
                .ifPresent(endpoint -> {
                    left.add("the endpoint " + name);
                    if (endpoint.endpointStatus() != EndpointStatus.DELETING) {
                        stopUnlessStopping("", "the endpoint " + name, () -> aws.sageMaker().deleteEndpoint(request ->
                                request.endpointName(name)));
                    }
                });
    }
}

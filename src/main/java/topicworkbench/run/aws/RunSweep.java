package topicworkbench.run.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTuningJobSummary;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;
import topicworkbench.cloud.Endpoints;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.AwsException;
import topicworkbench.run.aws.sdk.JobStates;
import topicworkbench.run.aws.sdk.RunTags;
import topicworkbench.run.aws.sdk.SparkJobs;
import topicworkbench.workspace.RunTelling;

/**
 * Sees to it that nothing of a run goes on costing: stops its execution and whatever jobs that has left, takes away an endpoint
 * that is not wanted, and looks until all of it is gone.
 */
final class RunSweep {
    private static final int MOST_REFUSALS = 6;

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
     * Returns when nothing is left. What AWS refuses does not keep the rest from being stopped, and is asked for again a few
     * times, since permissions that were just given take a while to be known everywhere.
     *
     * @param keepEndpoint whether an endpoint of the run is wanted
     * @throws AwsException if AWS goes on refusing to say or to stop
     */
    void clean(Stage stage, boolean keepEndpoint) {
        List<Supplier<List<String>>> parts = new ArrayList<>(parts(keepEndpoint));
        parts.addFirst(this::execution);
        boolean told = false;
        for (int refusals = 0;;) {
            List<String> left = new ArrayList<>();
            AwsException refused = null;
            for (Supplier<List<String>> part : parts) {
                try {
                    left.addAll(insist(stage, part));
                } catch (AwsException e) {
                    refused = e;
                }
            }
            if (refused == null && left.isEmpty()) {
                return;
            }
            if (refused != null && ++refusals == MOST_REFUSALS) {
                throw refused;
            }
            if (!told && !left.isEmpty()) {
                telling.note(stage, "Ends in AWS: " + String.join(", ", left) + ".");
                told = true;
            }
            sleep(refused == null ? pace.look() : pace.retry().multipliedBy(refusals));
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

    /** Each asks what goes on of its kind to stop, and says what does. */
    private List<Supplier<List<String>>> parts(boolean keepEndpoint) {
        String prefix = RunTags.NAME_PREFIX + run;
        List<Supplier<List<String>>> parts = new ArrayList<>(List.of(() -> tunings(prefix), () -> trainings(prefix),
                () -> processings(prefix)));
        SparkJobs.names(stacks).forEach(job -> parts.add(() -> spark(job)));
        if (!keepEndpoint) {
            parts.add(this::endpoint);
        }
        return parts;
    }

    /** Stopping one that has ended changes nothing. */
    private List<String> execution() {
        aws.find("stop the run", () -> aws.stepFunctions().stopExecution(request -> request.executionArn(execution)
                .error("TopicWorkbench.Stopped").cause("The run was cancelled or has ended.")));
        return List.of();
    }

    /** Jobs of the run: its id alone, or with the number of an attempt or the name of a step behind it. */
    private static boolean isOurs(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + "-");
    }

    private List<String> tunings(String prefix) {
        List<String> left = new ArrayList<>();
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
        return left;
    }

    private List<String> trainings(String prefix) {
        List<String> left = new ArrayList<>();
        for (TrainingJobSummary job : aws.ask("list the trainings of the run", () -> aws.sageMaker().listTrainingJobsPaginator(request ->
                request.nameContains(prefix)).trainingJobSummaries().stream().toList())) {
            String name = job.trainingJobName();
            if (isOurs(name, prefix) && goesOn(job.trainingJobStatusAsString())) {
                left.add(name);
                stopUnlessStopping(job.trainingJobStatusAsString(), name, () -> aws.sageMaker()
                        .stopTrainingJob(request -> request.trainingJobName(name)));
            }
        }
        return left;
    }

    private List<String> processings(String prefix) {
        List<String> left = new ArrayList<>();
        for (ProcessingJobSummary job : aws.ask("list the jobs of the run", () -> aws.sageMaker().listProcessingJobsPaginator(request ->
                request.nameContains(prefix)).processingJobSummaries().stream().toList())) {
            String name = job.processingJobName();
            if (isOurs(name, prefix) && goesOn(job.processingJobStatusAsString())) {
                left.add(name);
                stopUnlessStopping(job.processingJobStatusAsString(), name, () -> aws.sageMaker()
                        .stopProcessingJob(request -> request.processingJobName(name)));
            }
        }
        return left;
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

    private List<String> spark(String job) {
        List<JobRun> runs = aws.find("list the runs of " + job, () -> aws.glue().getJobRunsPaginator(request -> request.jobName(job))
                .jobRuns().stream().limit(200).toList()).orElse(List.of());
        List<String> ours = runs.stream().filter(one -> run.equals(one.arguments().get("--run"))
                && !JobStates.isSparkOver(one.jobRunStateAsString())).map(JobRun::id).toList();
        if (!ours.isEmpty()) {
            aws.find("stop " + job, () -> aws.glue().batchStopJobRun(request -> request.jobName(job).jobRunIds(ours)));
        }
        return ours.stream().map(id -> job + " " + id).toList();
    }

    /** Only where it carries this run's tag: one that an earlier run made and this one updated stays. */
    private List<String> endpoint() {
        List<String> left = new ArrayList<>();
        String name = Endpoints.nameFor(run);
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
        return left;
    }
}

package topicworkbench.run.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.CloudOptions.Training;
import topicworkbench.run.JobNote;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.JobStates;
import topicworkbench.run.aws.sdk.RunTags;
import topicworkbench.workspace.RunTelling;
import topicworkbench.workspace.RunWriter;

/** Watches the jobs of an execution: how they stand, what they log, how busy their hosts are. */
final class JobWatch {
    private static final String TRAINING = "/aws/sagemaker/TrainingJobs";
    private static final String PROCESSING = "/aws/sagemaker/ProcessingJobs";

    private final AwsClients aws;
    private final String prefix;
    private final RunSpec spec;
    private final RunWriter writer;
    private final RunTelling telling;
    private final RunView view;
    private final WatchPace pace;
    private final SparkWatch spark;
    private final TuningCurves tuning;
    private final int epochsKnown;
    private final Map<String, String> told = new HashMap<>();
    private final Map<String, Watched> jobs = new LinkedHashMap<>();
    private long nextLogs = System.nanoTime();
    private long nextMetrics = nextLogs;

    /**
     * @param name        of the execution, with which its jobs' names begin
     * @param view        says what cannot be seen
     * @param epochsKnown that were told before this program was opened again
     */
    JobWatch(AwsClients aws, String name, RunWriter writer, RunExecution.Means means, RunView view, SparkWatch spark, int epochsKnown) {
        this.aws = aws;
        this.prefix = RunTags.NAME_PREFIX + name + "-";
        this.spec = writer.folder().spec();
        this.writer = writer;
        this.telling = means.telling();
        this.view = view;
        this.pace = means.pace();
        this.spark = spark;
        this.tuning = new TuningCurves(telling, spec.cloud().tuning().jobs());
        this.epochsKnown = epochsKnown;
    }

    /** A job with its log and its hosts' load. @param curve null for a processing job */
    private record Watched(LogTail log, HostMetrics metrics, TrainingCurve curve) { }

    /**
     * Looks at the jobs of a stage once.
     *
     * @param last  whether the stage is over, so that the logs are read to their ends
     * @param since when the execution began
     */
    void look(Stage stage, boolean last, Instant since) {
        switch (stage) {
            case INGEST, PREPARE -> view.of("the states of the Spark jobs", stage, () -> spark.states(stage, since));
            case TRAIN -> view.of("the states of the trainings", stage, this::trainings);
            case VECTORISE, EVALUATE -> view.of("the states of the processing jobs", stage, () -> processings(stage));
            default -> {
                return;
            }
        }
        long now = System.nanoTime();
        if (last || now - nextLogs >= 0) {
            nextLogs = now + pace.logs().toNanos();
            view.of("the logs of the Spark jobs", stage, () -> spark.logs(stage));
            view.of("the logs of the jobs", stage, () -> jobs.values().forEach(job -> logs(stage, job)));
            tuning.choose();
        }
        if (now - nextMetrics >= 0) {
            nextMetrics = now + pace.metrics().toNanos();
            view.of("the load of its machines", stage, () -> jobs.values().forEach(job ->
                    job.metrics().news(stage, fraction(), telling).ifPresent(writer::sample)));
        }
        if (!Double.isNaN(fraction())) {
            telling.progress(stage, fraction());
        }
        if (last) {
            tuning.end();
            jobs.values().stream().filter(job -> job.curve() != null).forEach(job -> job.curve().end());
            jobs.clear();
            spark.forget();
        }
    }

    private boolean tunes() {
        return spec.cloud().training() == Training.TUNE;
    }

    /** Of the first training that tells it, or of all that a tuning job is to do. */
    private double fraction() {
        return tunes() ? tuning.fraction() : jobs.values().stream().filter(job -> job.curve() != null)
                .mapToDouble(job -> job.curve().fraction())
                .filter(fraction -> !Double.isNaN(fraction)).findFirst().orElse(Double.NaN);
    }

    private void logs(Stage stage, Watched job) {
        for (LogTail.Line line : job.log().news()) {
            if (job.curve() == null) {
                telling.line(stage, line.text());
            } else {
                job.curve().line(line);
            }
        }
    }

    private void trainings() {
        for (TrainingJobSummary one : aws.ask("list the trainings of the run", () -> aws.sageMaker().listTrainingJobsPaginator(request ->
                request.nameContains(prefix)).trainingJobSummaries().stream().toList())) {
            String name = one.trainingJobName();
            if (!name.startsWith(prefix) || JobStates.isOver(told.get(name))) {
                continue;
            }
            DescribeTrainingJobResponse job = aws.ask("look at the training " + name, () ->
                    aws.sageMaker().describeTrainingJob(request -> request.trainingJobName(name)));
            String status = job.trainingJobStatusAsString() + ", " + job.secondaryStatusAsString();
            tell(Stage.TRAIN, name, status, job.trainingJobStatusAsString(), job.hasSecondaryStatusTransitions()
                    && !job.secondaryStatusTransitions().isEmpty() ? message(job.secondaryStatusTransitions().getLast()) : "");
            jobs.computeIfAbsent(name, _ -> new Watched(new LogTail(aws, TRAINING, name + "/"), new HostMetrics(aws, TRAINING, name,
                    job.resourceConfig().instanceTypeAsString(), job.resourceConfig().instanceCount()), curve()));
            if (tunes()) {
                tuning.stands(name, jobs.get(name).curve(), JobStates.isOver(job.trainingJobStatusAsString()));
            }
        }
    }

    private TrainingCurve curve() {
        int epochs = spec.model() instanceof NtmOptions ntm ? ntm.epochs() : 0;
        return tunes() ? TrainingCurve.unseen(telling, epochs) : new TrainingCurve(telling, epochs, epochsKnown);
    }

    private static String message(SecondaryStatusTransition transition) {
        return transition.statusMessage() == null ? "" : " (" + transition.statusMessage() + ")";
    }

    private void processings(Stage stage) {
        for (ProcessingJobSummary one : aws.ask("list the jobs of the run", () -> aws.sageMaker().listProcessingJobsPaginator(request ->
                request.nameContains(prefix)).processingJobSummaries().stream().toList())) {
            String name = one.processingJobName();
            if (!name.startsWith(prefix) || JobStates.isOver(told.get(name))) {
                continue;
            }
            DescribeProcessingJobResponse job = aws.ask("look at the job " + name, () ->
                    aws.sageMaker().describeProcessingJob(request -> request.processingJobName(name)));
            tell(stage, name, job.processingJobStatusAsString(), job.processingJobStatusAsString(),
                    job.exitMessage() == null ? "" : ": " + job.exitMessage());
            jobs.computeIfAbsent(name, _ -> new Watched(new LogTail(aws, PROCESSING, name + "/"), new HostMetrics(aws, PROCESSING, name,
                    job.processingResources().clusterConfig().instanceTypeAsString(),
                    job.processingResources().clusterConfig().instanceCount()), null));
        }
    }

    private void tell(Stage stage, String name, String status, String end, String message) {
        String before = told.put(name, JobStates.isOver(end) ? end : status);
        if (!status.equals(before) && !end.equals(before)) {
            telling.note(stage, new JobNote(name, status).text(message));
        }
    }
}

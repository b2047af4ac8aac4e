package topicworkbench.run.aws;

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
import topicworkbench.run.aws.sdk.RunTags;
import topicworkbench.workspace.RunWriter;

/** Watches the SageMaker jobs of an execution: how they stand, what they log, how busy their hosts are. */
final class JobWatch {
    private static final String TRAINING = "/aws/sagemaker/TrainingJobs";
    private static final String PROCESSING = "/aws/sagemaker/ProcessingJobs";

    private final AwsClients aws;
    private final String prefix;
    private final RunSpec spec;
    private final RunWriter writer;
    private final RunTelling telling;
    private final WatchPace pace;
    private final int epochsKnown;
    private final Map<String, String> told = new HashMap<>();
    private final Map<String, Watched> jobs = new LinkedHashMap<>();
    private long nextLogs;
    private long nextMetrics;

    /**
     * @param name        of the execution, with which its jobs' names begin
     * @param epochsKnown that were told before this program was opened again
     */
    JobWatch(AwsClients aws, String name, RunSpec spec, RunWriter writer, RunTelling telling, WatchPace pace, int epochsKnown) {
        this.aws = aws;
        this.prefix = RunTags.NAME_PREFIX + name + "-";
        this.spec = spec;
        this.writer = writer;
        this.telling = telling;
        this.pace = pace;
        this.epochsKnown = epochsKnown;
    }

    /** A job with its log and its hosts' load. @param curve null for a processing job */
    private record Watched(LogTail log, HostMetrics metrics, TrainingCurve curve) { }

    /** Looks at the jobs of a stage once. @param last whether the stage is over, so that the logs are read to their ends */
    void look(Stage stage, boolean last) {
        if (stage == Stage.TRAIN) {
            trainings();
        } else if (stage == Stage.VECTORISE || stage == Stage.EVALUATE) {
            processings(stage);
        } else {
            return;
        }
        long now = System.nanoTime();
        if (last || now >= nextLogs) {
            nextLogs = now + pace.logs().toNanos();
            jobs.values().forEach(job -> logs(stage, job));
        }
        if (now >= nextMetrics) {
            nextMetrics = now + pace.metrics().toNanos();
            jobs.values().forEach(job -> job.metrics().news(stage, fraction(job), telling).ifPresent(writer::sample));
        }
        jobs.values().stream().map(JobWatch::fraction).filter(fraction -> !Double.isNaN(fraction)).findFirst()
                .ifPresent(fraction -> telling.progress(stage, fraction));
        if (last) {
            jobs.values().stream().filter(job -> job.curve() != null).forEach(job -> job.curve().end());
            jobs.clear();
        }
    }

    private static double fraction(Watched job) {
        return job.curve() == null ? Double.NaN : job.curve().fraction();
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
            if (!name.startsWith(prefix) || isOver(told.get(name))) {
                continue;
            }
            DescribeTrainingJobResponse job = aws.ask("look at the training " + name, () ->
                    aws.sageMaker().describeTrainingJob(request -> request.trainingJobName(name)));
            String status = job.trainingJobStatusAsString() + ", " + job.secondaryStatusAsString();
            tell(Stage.TRAIN, name, status, job.trainingJobStatusAsString(), job.hasSecondaryStatusTransitions()
                    && !job.secondaryStatusTransitions().isEmpty() ? message(job.secondaryStatusTransitions().getLast()) : "");
            if (!jobs.containsKey(name)) {
                jobs.put(name, new Watched(new LogTail(aws, TRAINING, name + "/"), new HostMetrics(aws, TRAINING, name,
                        job.resourceConfig().instanceTypeAsString(), job.resourceConfig().instanceCount()),
                        new TrainingCurve(telling, spec.model() instanceof NtmOptions ntm ? ntm.epochs() : 0, epochsKnown,
                                spec.cloud().training() != Training.TUNE)));
            }
        }
    }

    private static String message(SecondaryStatusTransition transition) {
        return transition.statusMessage() == null ? "" : " (" + transition.statusMessage() + ")";
    }

    private void processings(Stage stage) {
        for (ProcessingJobSummary one : aws.ask("list the jobs of the run", () -> aws.sageMaker().listProcessingJobsPaginator(request ->
                request.nameContains(prefix)).processingJobSummaries().stream().toList())) {
            String name = one.processingJobName();
            if (!name.startsWith(prefix) || isOver(told.get(name))) {
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
        String before = told.put(name, isOver(end) ? end : status);
        if (!status.equals(before) && !end.equals(before)) {
            telling.note(stage, new JobNote(name, status).text(message));
        }
    }

    private static boolean isOver(String status) {
        return "Completed".equals(status) || "Failed".equals(status) || "Stopped".equals(status);
    }
}

package topicworkbench.run.aws.spending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.glue.model.GetJobRunsResponse;
import software.amazon.awssdk.services.glue.model.JobRun;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.JobStates;
import topicworkbench.run.aws.sdk.SparkJobs;

/** Runs of both Spark jobs. Glue has no list by tag or argument, so the newest are looked through. */
final class SparkRuns {
    private static final int MOST_PAGES = 5;
    private static final int PAGE = 200;
    private static final double LEAST_BILLED = 60;

    private final AwsClients aws;
    private final List<String> jobs;

    SparkRuns(AwsClients aws) {
        this.aws = aws;
        this.jobs = SparkJobs.names(aws.connection().place().name());
    }

    /** @param run the id of the run that it worked for, or null */
    record SparkRun(String job, String id, String run, String workerType, int workers, double seconds, String state, boolean ended,
            Instant begun) { }

    /** @param run whose, or null for all that go on */
    List<SparkRun> find(String run) {
        List<SparkRun> found = new ArrayList<>();
        for (String job : jobs) {
            String token = null;
            for (int page = 0; page < MOST_PAGES && (page == 0 || token != null); page++) {
                String from = token;
                GetJobRunsResponse answer = aws.find("list the runs of the Spark job " + job, () -> aws.glue().getJobRuns(request -> request
                        .jobName(job).maxResults(PAGE).nextToken(from))).orElse(null);
                if (answer == null) {
                    break; // not deployed
                }
                answer.jobRuns().stream().map(SparkRuns::of)
                        .filter(spark -> run == null ? !spark.ended() : run.equals(spark.run())).forEach(found::add);
                token = answer.nextToken();
            }
        }
        return found;
    }

    private static SparkRun of(JobRun run) {
        boolean ended = JobStates.isSparkOver(run.jobRunStateAsString());
        double seconds = run.executionTime() != null && run.executionTime() > 0 ? run.executionTime()
                : ended || run.startedOn() == null ? 0 : Duration.between(run.startedOn(), Instant.now()).toSeconds();
        return new SparkRun(run.jobName(), run.id(), run.arguments().get("--run"), run.workerTypeAsString(),
                run.numberOfWorkers() == null ? 0 : run.numberOfWorkers(), seconds == 0 ? 0 : Math.max(LEAST_BILLED, seconds),
                run.jobRunStateAsString(), ended, run.startedOn());
    }
}

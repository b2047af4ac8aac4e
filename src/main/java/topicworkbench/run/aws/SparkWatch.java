package topicworkbench.run.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.JobRun;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.SparkJobs;
import topicworkbench.workspace.RunTelling;

/**
 * Watches the Spark jobs of an execution: how they stand, and what their drivers log. Where Glue writes the log depends on its version
 * and on the job's arguments, so that every place is looked at; what executors and progress bars write there is left out.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/monitor-continuous-logging.html">Logging for Glue jobs</a>
 */
final class SparkWatch {
    private static final List<String> GROUPS = List.of("/aws-glue/jobs/logs-v2", "/aws-glue/jobs/error", "/aws-glue/jobs/output");
    private static final Set<String> DRIVER = Set.of("", "-driver", "_driver");
    /** Clocks of services differ a little. */
    private static final Duration SLACK = Duration.ofMinutes(1);
    private static final int MOST_RUNS = 200;

    private final AwsClients aws;
    private final String stacks;
    private final String run;
    private final String ownGroup;
    private final RunTelling telling;
    private final Map<String, String> states = new HashMap<>();
    private final Map<String, List<LogTail>> logs = new LinkedHashMap<>();

    /** @param stacks what the jobs' names begin with; @param run its id; @param ownGroup of logs that the jobs are told to write to */
    SparkWatch(AwsClients aws, String stacks, String run, String ownGroup, RunTelling telling) {
        this.aws = aws;
        this.stacks = stacks;
        this.run = run;
        this.ownGroup = ownGroup;
        this.telling = telling;
    }

    /** @param since the execution goes on: jobs of attempts before it are none of its own */
    void states(Stage stage, Instant since) {
        String job = SparkJobs.name(stacks, stage);
        for (JobRun one : aws.ask("list the runs of " + job, () -> aws.glue().getJobRunsPaginator(request -> request.jobName(job))
                .jobRuns().stream().limit(MOST_RUNS).toList())) {
            boolean ours = run.equals(one.arguments().get("--run"))
                    && (since == null || one.startedOn() == null || !one.startedOn().isBefore(since.minus(SLACK)));
            if (ours) {
                tell(stage, job, one);
                logs.computeIfAbsent(one.id(), id -> java.util.stream.Stream.concat(java.util.stream.Stream.of(ownGroup), GROUPS.stream())
                        .map(group -> new LogTail(aws, group, id)).toList());
            }
        }
    }

    private void tell(Stage stage, String job, JobRun one) {
        String state = one.jobRunStateAsString();
        if (!state.equals(states.put(one.id(), state))) {
            telling.note(stage, job + ": " + state + (one.errorMessage() == null ? "" : " (" + one.errorMessage() + ")"));
        }
    }

    void logs(Stage stage) {
        logs.values().forEach(tails -> tails.forEach(tail -> tail.news().stream().filter(line -> DRIVER.contains(line.stream()))
                .forEach(line -> telling.line(stage, line.text()))));
    }

    /** The stage is over. */
    void forget() {
        logs.clear();
    }
}

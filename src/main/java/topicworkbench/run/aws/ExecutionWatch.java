package topicworkbench.run.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.workspace.RunTelling;

/** Watches an execution to its end, and tells the run's stages by it. */
final class ExecutionWatch {
    private final AwsClients aws;
    private final String execution;
    private final StageTrack track;
    private final JobWatch jobs;
    private final LogTail log;
    private final RunTelling telling;
    private final RunView view;
    private final Perseverance perseverance;
    private final RunControl control;
    private final WatchPace pace;
    private final CostWatch costs;
    private final ExecutionHistory history;
    private Instant begun;

    /** @param log in which the state machine tells each of its steps */
    ExecutionWatch(AwsClients aws, String execution, StageTrack track, JobWatch jobs, LogTail log, RunView view,
            RunExecution.Means means) {
        this.aws = aws;
        this.execution = execution;
        this.track = track;
        this.jobs = jobs;
        this.log = log;
        this.telling = means.telling();
        this.view = view;
        this.perseverance = means.perseverance();
        this.control = means.control();
        this.pace = means.pace();
        this.costs = means.costs();
        this.history = new ExecutionHistory(aws, execution);
    }

    /** How an execution ended. @param error null where it succeeded, as the cause */
    record End(ExecutionStatus status, String error, String cause) { }

    /** Empty where AWS knows of no such execution, or no longer: it forgets them after 90 days. */
    Optional<DescribeExecutionResponse> find() {
        return perseverance.insist(track.current(), control::pause, () -> aws.find("look at the run", () -> aws.stepFunctions()
                .describeExecution(request -> request.executionArn(execution))));
    }

    /**
     * @param longest that the execution may take
     * @throws java.util.concurrent.CancellationException if the run was cancelled
     * @throws ExplainedException if it takes too long
     */
    End await(Duration longest) {
        while (true) {
            DescribeExecutionResponse now = find().orElseThrow(() -> new ExplainedException(
                    "AWS knows of no execution " + execution + ".", "Resume the run to start it again."));
            boolean over = now.status() != ExecutionStatus.RUNNING && now.status() != ExecutionStatus.PENDING_REDRIVE;
            begun = now.startDate();
            insist(this::followHistory);
            if (!over && track.current() != null) {
                insist(() -> jobs.look(track.current(), false, begun));
            }
            insist(this::followLog);
            if (over) {
                if (now.status() == ExecutionStatus.SUCCEEDED) {
                    track.finish(now.stopDate() == null ? Instant.now() : now.stopDate());
                } else if (track.current() != null) {
                    insist(() -> jobs.look(track.current(), true, begun));
                }
                control.check();
                return new End(now.status(), now.error(), now.cause());
            }
            if (now.startDate() != null && now.startDate().plus(longest).isBefore(Instant.now())) {
                throw new ExplainedException("The run took longer than max_hours, " + longest.toHours() + ", and was ended.",
                        "Start it again with more hours, or on larger or more instances.");
            }
            costs.look(track.current());
            control.pause(pace.look());
        }
    }

    private void insist(Runnable look) {
        perseverance.insist(track.current(), control::pause, () -> {
            look.run();
            return null;
        });
    }

    private void followHistory() {
        for (HistoryEvent event : history.news()) {
            if (event.stateEnteredEventDetails() != null) {
                CloudStates.stage(event.stateEnteredEventDetails().name()).ifPresent(stage -> enter(stage, event.timestamp()));
            }
        }
    }

    private void enter(Stage stage, Instant time) {
        if (track.current() != null && track.current().compareTo(stage) < 0) {
            insist(() -> jobs.look(track.current(), true, begun));
        }
        control.check();
        track.begin(stage, time);
        control.check();
    }

    private void followLog() {
        view.of("the log of its steps", track.current(), () -> log.news().forEach(line -> telling.line(track.current(), line.text())));
    }
}

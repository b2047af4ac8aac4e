package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An execution of the state machine; what is to happen happens one thing a look. */
final class FakeExecution {
    final String name;
    final String arn;
    final String text;
    final JsonObject input;
    final Instant begun = Instant.now();
    final List<JsonObject> events = new CopyOnWriteArrayList<>();
    final Deque<Runnable> ahead = new ArrayDeque<>();
    volatile String status = "RUNNING";
    volatile Instant ended;
    volatile String error;
    volatile String cause;

    FakeExecution(String name, String arn, String text, JsonObject input) {
        this.name = name;
        this.arn = arn;
        this.text = text;
        this.input = input;
        event("ExecutionStarted", null);
    }

    void enter(String state) {
        event("TaskStateEntered", state);
    }

    private void event(String type, String state) {
        events.add(Json.of("timestamp", seconds(Instant.now()), "type", type, "id", events.size() + 1, "previousEventId", events.size(),
                "stateEnteredEventDetails", state == null ? null : Json.of("name", state)));
    }

    void end(String newStatus, String newError, String newCause) {
        if (status.equals("RUNNING")) {
            error = newError;
            cause = newCause;
            ended = Instant.now();
            ahead.clear();
            event(newStatus.equals("SUCCEEDED") ? "ExecutionSucceeded" : newStatus.equals("ABORTED") ? "ExecutionAborted"
                    : "ExecutionFailed", null);
            status = newStatus; // last, for those who look from other threads
        }
    }

    void look() {
        if (status.equals("RUNNING") && !ahead.isEmpty()) {
            ahead.poll().run();
        }
    }

    static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }
}

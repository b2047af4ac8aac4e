package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Plays Step Functions; what an execution does is somebody else's. */
final class FakeStates {
    static final String MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:topic-workbench";

    private final Map<String, FakeExecution> executions = new ConcurrentHashMap<>();
    private final Consumer<FakeExecution> begin;
    private final Runnable answer;
    private final Runnable look;
    private int started;

    /**
     * @param begin  makes an execution do what it does
     * @param answer happens before a start is answered
     * @param look   happens when an execution is looked at
     */
    FakeStates(FakeAws aws, Consumer<FakeExecution> begin, Runnable answer, Runnable look) {
        this.begin = begin;
        this.answer = answer;
        this.look = look;
        play(aws);
    }

    int started() {
        return started;
    }

    /** As after 90 days. */
    void forget() {
        executions.clear();
    }

    private void play(FakeAws aws) {
        aws.on("states:StartExecution", request -> {
            String name = request.get("name").getAsString();
            String text = request.get("input").getAsString();
            FakeExecution there = executions.get(name);
            if (there != null && (!there.status.equals("RUNNING") || !there.text.equals(text))) {
                throw new FakeFailure(400, "ExecutionAlreadyExists", "Execution Already Exists: '" + name + "'");
            }
            if (there == null) {
                there = new FakeExecution(name, MACHINE.replace(":stateMachine:", ":execution:") + ":" + name, text,
                        JsonParser.parseString(text).getAsJsonObject());
                executions.put(name, there);
                started++;
                begin.accept(there);
            }
            answer.run();
            return Json.of("executionArn", there.arn, "startDate", FakeExecution.seconds(there.begun));
        });
        aws.on("states:DescribeExecution", request -> {
            FakeExecution execution = execution(request);
            execution.look();
            look.run();
            return Json.of("executionArn", execution.arn, "stateMachineArn", MACHINE, "name", execution.name, "status", execution.status,
                    "startDate", FakeExecution.seconds(execution.begun), "stopDate", execution.ended == null ? null
                            : FakeExecution.seconds(execution.ended), "error", execution.error, "cause", execution.cause);
        });
        aws.on("states:GetExecutionHistory", request -> {
            FakeExecution execution = execution(request);
            int end = request.has("nextToken") ? Integer.parseInt(request.get("nextToken").getAsString()) : execution.events.size();
            int from = Math.max(0, end - 3); // small pages, to be followed
            return Json.of("events", Json.list(execution.events.subList(from, end).reversed()), "nextToken", from == 0 ? null
                    : Integer.toString(from));
        });
        aws.on("states:StopExecution", request -> {
            execution(request).end("ABORTED", "TopicWorkbench.Stopped", "stopped");
            return Json.of("stopDate", FakeExecution.seconds(Instant.now()));
        });
        aws.on("states:ListExecutions",
                _ -> Json.of("executions", Json.list(executions.values().stream().map(execution -> Json.of("executionArn",
                execution.arn, "stateMachineArn", MACHINE, "name", execution.name, "status", execution.status, "startDate",
                FakeExecution.seconds(execution.begun))).toList())));
    }

    private FakeExecution execution(JsonObject request) {
        String arn = request.get("executionArn").getAsString();
        FakeExecution execution = executions.get(arn.substring(arn.lastIndexOf(':') + 1));
        if (execution == null) {
            throw new FakeFailure(400, "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
        }
        return execution;
    }
}

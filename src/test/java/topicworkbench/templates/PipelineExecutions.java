package topicworkbench.templates;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Executes the pipeline's real definition as Step Functions does; what its tasks would ask of AWS is asked of the test. */
public final class PipelineExecutions implements AutoCloseable {
    private static final Path CHECKS = Path.of("templates/checks");
    private static final Path NODE = CHECKS.resolve("node_modules/node/bin/node");
    private static final Path LIBRARY = CHECKS.resolve("node_modules/aws-local-stepfunctions");

    private final Process process;
    private final BufferedWriter in;
    private final BufferedReader out;
    private int executions;

    private PipelineExecutions(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Skips the test where what executes it is not installed. */
    public static PipelineExecutions start() throws IOException {
        Assumptions.assumeTrue(Files.exists(NODE) && Files.isDirectory(LIBRARY), "aws-local-stepfunctions is not installed: install"
                + " Node.js 20 or later, then run npm install in " + CHECKS);
        return new PipelineExecutions(new ProcessBuilder(NODE.toAbsolutePath().toString(), "execute.mjs").directory(CHECKS.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Does what a task asks of AWS. */
    @FunctionalInterface
    public interface Tasks {
        /** @throws TaskFailure as the service would fail */
        JsonObject run(String state, JsonObject parameters) throws TaskFailure;
    }

    /** A failure as Step Functions sees it. */
    public static final class TaskFailure extends Exception {
        private static final long serialVersionUID = 1L;
        private final String error;

        public TaskFailure(String error, String cause) {
            super(cause);
            this.error = error;
        }
    }

    /** A task that was asked for. */
    public record Asked(String state, JsonObject parameters) {
        private Stream<String> faults() {
            StateMachine.Call call = StateMachine.callOf(state);
            JsonObject sent = parameters.deepCopy();
            if (sent.get("Message") instanceof JsonObject message) {
                sent.addProperty("Message", message.toString()); // Step Functions makes a text of it
            }
            return ApiModel.knows(call.service()) ? ApiModel.of(call.service()).faults(call.operation(), sent).stream()
                    .map(fault -> state + ": " + fault) : Stream.empty();
        }
    }

    /**
     * How an execution ended.
     *
     * @param error null if it succeeded
     * @param asked the tasks in order, each try
     */
    public record End(String status, String error, String cause, JsonObject output, List<Asked> asked) {
        public List<JsonObject> of(String state) {
            return asked.stream().filter(each -> each.state().equals(state)).map(Asked::parameters).toList();
        }

        public List<Asked> notifications() {
            return asked.stream().filter(each -> each.state().startsWith("Notify")).toList();
        }

        /** What of all that was asked AWS would not understand, by its models, with all that was filled in at run time. */
        public List<String> faults() {
            return asked.stream().flatMap(Asked::faults).toList();
        }
    }

    End execute(JsonObject input, Tasks tasks) throws IOException {
        return execute("execution-" + executions++, input, tasks);
    }

    /** One at a time. */
    public synchronized End execute(String name, JsonObject input, Tasks tasks) throws IOException {
        JsonObject begin = new JsonObject();
        begin.addProperty("execution", name);
        begin.add("definition", StateMachine.read().definition());
        begin.add("input", input);
        say(begin);
        List<Asked> asked = new ArrayList<>();
        while (true) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("what executes the definition has ended");
            }
            JsonObject told = JsonParser.parseString(line).getAsJsonObject();
            if (told.has("status")) {
                return new End(text(told, "status"), text(told, "error"), text(told, "cause"), told.getAsJsonObject("output"), asked);
            }
            asked.add(new Asked(text(told, "state"), told.getAsJsonObject("input")));
            say(answer(told, tasks));
        }
    }

    private static JsonObject answer(JsonObject told, Tasks tasks) {
        JsonObject answer = new JsonObject();
        answer.add("task", told.get("task"));
        try {
            answer.add("result", tasks.run(text(told, "state"), told.getAsJsonObject("input")));
        } catch (TaskFailure e) {
            answer.addProperty("error", e.error);
            answer.addProperty("cause", e.getMessage());
        }
        return answer;
    }

    private static String text(JsonObject object, String member) {
        return object.has(member) ? object.get(member).getAsString() : null;
    }

    private void say(JsonObject message) throws IOException {
        in.write(message.toString());
        in.newLine();
        in.flush();
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroy();
        }
    }
}

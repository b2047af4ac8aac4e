package topicworkbench.templates;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The definition of the cloud's pipeline with its substitutions filled in, as the stack would. */
public record StateMachine(JsonObject definition) {
    static final Path FILE = Path.of("templates/statemachine/topic-pipeline.asl.json");
    private static final Map<String, String> SUBSTITUTIONS = Map.ofEntries(Map.entry("Partition", "aws"),
            Map.entry("Region", "us-east-1"), Map.entry("Project", "topic-workbench"), Map.entry("DataBucket", "topic-workbench-data"),
            Map.entry("LogGroup", "/aws/vendedlogs/states/topic-workbench"),
            Map.entry("SageMakerRole", "arn:aws:iam::123456789012:role/topic-workbench-sagemaker"),
            Map.entry("ProcessingImage", "123456789012.dkr.ecr.us-east-1.amazonaws.com/topic-workbench:1"),
            Map.entry("NtmImage", "382416733822.dkr.ecr.us-east-1.amazonaws.com/ntm:1"),
            Map.entry("LdaImage", "766337827248.dkr.ecr.us-east-1.amazonaws.com/lda:1"),
            Map.entry("Topic", "arn:aws:sns:us-east-1:123456789012:topic-workbench"),
            Map.entry("IngestJob", "topic-workbench-ingest"), Map.entry("PrepareJob", "topic-workbench-prepare"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern OPTIMIZED = Pattern.compile(
            "arn:aws:states:::(sagemaker|glue|sns):(\\w+?)(\\.sync)?");
    private static final Pattern ANY_API = Pattern.compile("arn:aws:states:::aws-sdk:(\\w+):(\\w+)");
    /** What Step Functions can do itself; of these only some can wait for the end. */
    private static final Map<String, List<String>> OPTIMIZED_ACTIONS = Map.of("sagemaker", List.of("createEndpoint",
            "createEndpointConfig", "createHyperParameterTuningJob", "createModel", "createProcessingJob", "createTrainingJob",
            "createTransformJob", "updateEndpoint"), "glue", List.of("startJobRun"), "sns", List.of("publish"));
    private static final List<String> WAITED_FOR = List.of("createHyperParameterTuningJob", "createProcessingJob",
            "createTrainingJob", "createTransformJob", "startJobRun");

    /** Which API a task calls. */
    public record Call(String service, String operation) { }

    static StateMachine read() {
        return of(text());
    }

    static String text() {
        return text(SUBSTITUTIONS);
    }

    static String text(Map<String, String> substitutions) {
        String text = asWritten();
        for (Map.Entry<String, String> substitution : substitutions.entrySet()) {
            text = text.replace("${" + substitution.getKey() + "}", substitution.getValue());
        }
        return text;
    }

    /** What must be filled in. */
    static Set<String> placeholders() {
        return new TreeSet<>(PLACEHOLDER.matcher(asWritten()).results().map(found -> found.group(1)).toList());
    }

    private static String asWritten() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StateMachine of(String text) {
        return new StateMachine(JsonParser.parseString(text).getAsJsonObject());
    }

    /** All states by name, those in branches as well. */
    Map<String, JsonObject> states() {
        Map<String, JsonObject> states = new LinkedHashMap<>();
        collect(definition, states);
        return states;
    }

    private static void collect(JsonObject machine, Map<String, JsonObject> states) {
        machine.getAsJsonObject("States").entrySet().forEach(entry -> {
            JsonObject state = entry.getValue().getAsJsonObject();
            states.put(entry.getKey(), state);
            if (state.has("Branches")) {
                state.getAsJsonArray("Branches").forEach(branch -> collect(branch.getAsJsonObject(), states));
            }
        });
    }

    Map<String, JsonObject> tasks() {
        Map<String, JsonObject> tasks = states();
        tasks.values().removeIf(state -> !state.get("Type").getAsString().equals("Task"));
        return tasks;
    }

    /** What is wrong with the tasks' resources and parameters, by AWS's own models. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        tasks().forEach((name, task) -> {
            Call call = call(task.get("Resource").getAsString());
            if (call == null) {
                faults.add(name + ": " + task.get("Resource").getAsString() + " is no resource");
            } else if (ApiModel.knows(call.service())) {
                ApiModel.of(call.service()).faults(call.operation(), parameters(call, task))
                        .forEach(fault -> faults.add(name + ": " + fault));
            }
        });
        return faults;
    }

    private static JsonObject parameters(Call call, JsonObject task) {
        JsonObject parameters = task.getAsJsonObject("Parameters").deepCopy();
        if (call.service().equals("sns") && parameters.get("Message") instanceof JsonObject message) {
            parameters.addProperty("Message", message.toString()); // Step Functions makes a text of it
        }
        return parameters;
    }

    /** Read once. */
    private static final class AsWritten {
        private static final Map<String, JsonObject> TASKS = read().tasks();
    }

    /** What a task of this name calls. */
    public static Call callOf(String state) {
        return call(AsWritten.TASKS.get(state).get("Resource").getAsString());
    }

    /** Null where Step Functions knows no such resource. */
    static Call call(String resource) {
        Matcher optimized = OPTIMIZED.matcher(resource);
        if (optimized.matches()) {
            String action = optimized.group(2);
            boolean known = OPTIMIZED_ACTIONS.get(optimized.group(1)).contains(action)
                    && (optimized.group(3) == null || WAITED_FOR.contains(action));
            return known ? new Call(optimized.group(1), capitalized(action)) : null;
        }
        Matcher any = ANY_API.matcher(resource);
        return any.matches() ? new Call(any.group(1).equals("cloudwatchlogs") ? "logs" : any.group(1), capitalized(any.group(2)))
                : null;
    }

    private static String capitalized(String action) {
        return action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
    }
}

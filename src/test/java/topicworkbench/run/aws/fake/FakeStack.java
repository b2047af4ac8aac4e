package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stack as CloudFormation tells it; what is to happen happens one event a look. */
final class FakeStack {
    private static final Pattern RESOURCE = Pattern.compile("(?m)^ {2}(\\w+):(?: #.*)?\\n {4}Type: (AWS::\\S+)");

    final String name;
    final String id;
    final Instant created = Instant.now();
    String state = "REVIEW_IN_PROGRESS";
    String template = "";
    Map<String, String> parameters = new LinkedHashMap<>();
    Map<String, String> outputs = new LinkedHashMap<>();
    /** Type of each resource that is there. */
    final Map<String, String> resources = new LinkedHashMap<>();
    final List<JsonObject> events = new ArrayList<>();
    final Deque<Runnable> ahead = new ArrayDeque<>();

    FakeStack(String name, int number) {
        this.name = name;
        this.id = "arn:aws:cloudformation:eu-west-1:123456789012:stack/" + name + "/0000-" + number;
    }

    /** A few events at a time. */
    void happen() {
        for (int i = 0; i < 4 && !ahead.isEmpty(); i++) {
            ahead.poll().run();
        }
    }

    void willBe(String newState) {
        ahead.add(() -> {
            state = newState;
            event(name, "AWS::CloudFormation::Stack", newState, null);
        });
    }

    void willBecome(String resource, String type, String resourceState, String reason) {
        ahead.add(() -> event(resource, type, resourceState, reason));
    }

    private void event(String resource, String type, String resourceState, String reason) {
        events.add(Json.of("StackId", id, "EventId", name + "-" + events.size(), "StackName", name, "LogicalResourceId", resource,
                "PhysicalResourceId", type.equals("AWS::CloudFormation::Stack") ? id : physical(resource), "ResourceType", type,
                "Timestamp", Instant.now().toString(), "ResourceStatus", resourceState, "ResourceStatusReason", reason));
    }

    String physical(String resource) {
        return (name + "-" + resource).toLowerCase(java.util.Locale.ROOT);
    }

    /** Name and type of what a template makes whatever its parameters; conditions are taken as not met. */
    static Map<String, String> resourcesOf(String template) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher matcher = RESOURCE.matcher(template);
        while (matcher.find()) {
            String rest = template.substring(matcher.end(), Math.min(template.length(), matcher.end() + 60));
            if (!rest.startsWith("\n    Condition:")) {
                found.put(matcher.group(1), matcher.group(2));
            }
        }
        return found;
    }

    JsonObject described() {
        List<JsonObject> given = parameters.entrySet().stream()
                .map(entry -> Json.of("ParameterKey", entry.getKey(), "ParameterValue", entry.getValue())).toList();
        List<JsonObject> told = outputs.entrySet().stream()
                .map(entry -> Json.of("OutputKey", entry.getKey(), "OutputValue", entry.getValue())).toList();
        return Json.of("StackId", id, "StackName", name, "CreationTime", created.toString(), "StackStatus", state, "Parameters", given,
                "Outputs", told);
    }
}

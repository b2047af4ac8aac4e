package topicworkbench.run.aws.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Plays CloudFormation: change sets, stacks that are made, changed, rolled back and deleted event by event. */
public final class FakeFormation {
    private final FakeBuckets buckets;
    private final Map<String, FakeStack> stacks = new LinkedHashMap<>();
    private final Map<String, FakeStack> deleted = new HashMap<>();
    private final Map<String, ChangeSet> changeSets = new TreeMap<>();
    private final Map<String, String> failing = new HashMap<>();
    private int number;

    /** A difference that waits; made when it is looked at for the second time. */
    private static final class ChangeSet {
        final FakeStack stack;
        final String template;
        final Map<String, String> parameters;
        final String unfit;
        int looks;

        ChangeSet(FakeStack stack, String template, Map<String, String> parameters, String unfit) {
            this.stack = stack;
            this.template = template;
            this.parameters = parameters;
            this.unfit = unfit;
        }
    }

    public FakeFormation(FakeAws aws) {
        this.buckets = aws.buckets();
        aws.on("cloudformation:DescribeStacks", this::describeStacks)
                .on("cloudformation:CreateChangeSet", this::createChangeSet)
                .on("cloudformation:DescribeChangeSet", this::describeChangeSet)
                .on("cloudformation:DeleteChangeSet", request -> {
                    changeSets.remove(key(request));
                    return new JsonObject();
                })
                .on("cloudformation:ExecuteChangeSet", this::execute)
                .on("cloudformation:DeleteStack", this::delete)
                .on("cloudformation:DescribeStackEvents", this::events)
                .on("cloudformation:ListStackResources", this::resources);
    }

    /** The next time it is made or changed, a resource fails. */
    public void fail(String resource, String reason) {
        failing.put(resource, reason);
    }

    public Set<String> stacks() {
        return new TreeSet<>(stacks.keySet());
    }

    public Set<String> changeSets() {
        return new TreeSet<>(changeSets.keySet());
    }

    public Map<String, String> parameters(String stack) {
        return stacks.get(stack).parameters;
    }

    private static String key(JsonObject request) {
        return Json.text(request, "StackName") + " " + Json.text(request, "ChangeSetName");
    }

    private FakeStack find(String nameOrId) {
        return stacks.values().stream().filter(stack -> stack.name.equals(nameOrId) || stack.id.equals(nameOrId)).findFirst()
                .or(() -> java.util.Optional.ofNullable(deleted.get(nameOrId)))
                .orElseThrow(() -> new FakeFailure(400, "ValidationError", "Stack with id " + nameOrId + " does not exist"));
    }

    private JsonObject describeStacks(JsonObject request) {
        FakeStack stack = find(Json.text(request, "StackName"));
        JsonObject now = stack.described();
        stack.happen();
        return Json.of("Stacks", Json.list(now));
    }

    private JsonObject createChangeSet(JsonObject request) {
        String name = Json.text(request, "StackName");
        boolean create = Json.text(request, "ChangeSetType").equals("CREATE");
        FakeStack stack = stacks.get(name);
        if (create && stack != null && !stack.state.equals("REVIEW_IN_PROGRESS")) {
            throw new FakeFailure(400, "ValidationError", "Stack [" + name + "] already exists and cannot be created again");
        }
        if (!create && stack == null) {
            throw new FakeFailure(400, "ValidationError", "Stack [" + name + "] does not exist");
        }
        if (stack == null) {
            stack = new FakeStack(name, ++number);
            stacks.put(name, stack);
        }
        String template = Json.text(request, "TemplateBody");
        Map<String, String> parameters = new LinkedHashMap<>();
        FakeStack before = stack;
        request.getAsJsonArray("Parameters").forEach(element -> {
            JsonObject parameter = element.getAsJsonObject();
            String key = Json.text(parameter, "ParameterKey");
            parameters.put(key, parameter.has("UsePreviousValue") ? before.parameters.get(key) : Json.text(parameter, "ParameterValue"));
        });
        String platform = parameters.get("Platform");
        String unfit = platform != null && (!stacks.containsKey(platform) || !stacks.get(platform).outputs.containsKey("ToolsBucket"))
                ? "No export named " + platform + "-ToolsBucket found"
                : !create && template.equals(stack.template) && parameters.equals(stack.parameters)
                ? "The submitted information didn't contain changes. Submit different information to create a change set." : null;
        changeSets.put(key(request), new ChangeSet(stack, template, parameters, unfit));
        return Json.of("Id", "arn:aws:cloudformation:eu-west-1:123456789012:changeSet/" + Json.text(request, "ChangeSetName") + "/1",
                "StackId", stack.id);
    }

    private JsonObject describeChangeSet(JsonObject request) {
        find(Json.text(request, "StackName"));
        ChangeSet set = changeSets.get(key(request));
        if (set == null) {
            throw new FakeFailure(404, "ChangeSetNotFound", "ChangeSet [" + Json.text(request, "ChangeSetName") + "] does not exist");
        }
        boolean made = set.looks++ > 0;
        String state = !made ? "CREATE_IN_PROGRESS" : set.unfit != null ? "FAILED" : "CREATE_COMPLETE";
        return Json.of("ChangeSetName", Json.text(request, "ChangeSetName"), "StackName", set.stack.name, "Status", state,
                "StatusReason", made ? set.unfit : null, "ExecutionStatus", state.equals("CREATE_COMPLETE") ? "AVAILABLE" : "UNAVAILABLE",
                "Changes", state.equals("CREATE_COMPLETE") ? Json.list(changes(set)) : new JsonArray());
    }

    private static List<JsonObject> changes(ChangeSet set) {
        List<JsonObject> changes = new ArrayList<>();
        FakeStack.resourcesOf(set.template).forEach((resource, type) -> {
            if (!set.stack.resources.containsKey(resource)) {
                changes.add(change("Add", resource, type, null));
            } else if (type.equals("AWS::StepFunctions::StateMachine") || type.equals("AWS::SNS::Topic")) {
                List<JsonObject> details = set.parameters.entrySet().stream()
                        .filter(entry -> !String.valueOf(entry.getValue()).equals(set.stack.parameters.get(entry.getKey())))
                        .map(entry -> Json.of("Target", Json.of("Attribute", "Properties", "Name", entry.getKey(), "RequiresRecreation",
                                "Never"), "Evaluation", "Static", "ChangeSource", "ParameterReference", "CausingEntity", entry.getKey()))
                        .toList();
                changes.add(change("Modify", resource, type, details));
            }
        });
        return changes;
    }

    private static JsonObject change(String action, String resource, String type, List<JsonObject> details) {
        return Json.of("Type", "Resource", "ResourceChange", Json.of("Action", action, "LogicalResourceId", resource, "ResourceType", type,
                "Replacement", action.equals("Modify") ? "False" : null, "Details", details));
    }

    private JsonObject execute(JsonObject request) {
        ChangeSet set = changeSets.remove(key(request));
        FakeStack stack = set.stack;
        boolean create = stack.resources.isEmpty();
        String verb = create ? "CREATE" : "UPDATE";
        stack.willBe(verb + "_IN_PROGRESS");
        Map<String, String> wanted = FakeStack.resourcesOf(set.template);
        String broken = null;
        for (Map.Entry<String, String> resource : wanted.entrySet()) {
            if (failing.containsKey(resource.getKey())) {
                broken = resource.getKey();
                stack.willBecome(broken, resource.getValue(), verb + "_FAILED", failing.remove(broken));
            } else if (broken != null) {
                stack.willBecome(resource.getKey(), resource.getValue(), verb + "_FAILED", "Resource creation cancelled");
                break;
            } else if (create) {
                stack.willBecome(resource.getKey(), resource.getValue(), verb + "_COMPLETE", null);
            }
        }
        if (broken != null) {
            String rollback = create ? "ROLLBACK" : "UPDATE_ROLLBACK";
            stack.willBe(rollback + "_IN_PROGRESS");
            stack.willBe(rollback + "_COMPLETE");
            return new JsonObject();
        }
        stack.ahead.add(() -> {
            stack.template = set.template;
            stack.parameters = set.parameters;
            stack.resources.putAll(wanted);
            stack.outputs = outputs(stack);
            wanted.forEach((name, type) -> {
                if (create && type.equals("AWS::S3::Bucket")) {
                    buckets.create(stack.physical(name));
                }
            });
        });
        stack.willBe(verb + "_COMPLETE");
        return new JsonObject();
    }

    private static Map<String, String> outputs(FakeStack stack) {
        Map<String, String> outputs = new LinkedHashMap<>();
        if (stack.resources.containsKey("DataBucket")) {
            outputs.put("DataBucket", stack.physical("DataBucket"));
            outputs.put("ToolsBucket", stack.physical("ToolsBucket"));
            outputs.put("RepositoryUri", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/" + stack.parameters.get("Project"));
            outputs.put("LogGroup", "/aws/vendedlogs/states/" + stack.parameters.get("Project"));
            outputs.put("SageMakerRole", "arn:aws:iam::123456789012:role/fake");
        } else {
            outputs.put("Pipeline", "arn:aws:states:eu-west-1:123456789012:stateMachine:" + stack.parameters.get("Project"));
            outputs.put("Release", stack.parameters.get("Release"));
        }
        return outputs;
    }

    private JsonObject delete(JsonObject request) {
        FakeStack stack = find(Json.text(request, "StackName"));
        Set<String> kept = request.has("RetainResources") ? request.getAsJsonArray("RetainResources").asList().stream()
                .map(element -> element.getAsString()).collect(Collectors.toSet()) : Set.of();
        if (!kept.isEmpty() && !stack.state.equals("DELETE_FAILED")) {
            throw new FakeFailure(400, "ValidationError", "RetainResources is only for stacks in DELETE_FAILED");
        }
        changeSets.values().removeIf(set -> set.stack == stack);
        if (stack.state.equals("REVIEW_IN_PROGRESS")) {
            gone(stack);
            return new JsonObject();
        }
        stack.willBe("DELETE_IN_PROGRESS");
        List<String> full = stack.resources.entrySet().stream().filter(entry -> entry.getValue().equals("AWS::S3::Bucket"))
                .map(Map.Entry::getKey).filter(name -> !kept.contains(name) && !buckets.isEmpty(stack.physical(name))).toList();
        full.forEach(name -> stack.willBecome(name, "AWS::S3::Bucket", "DELETE_FAILED", "The bucket you tried to delete is not empty"));
        if (!full.isEmpty()) {
            stack.willBe("DELETE_FAILED");
            return new JsonObject();
        }
        stack.resources.forEach((name, type) -> stack.willBecome(name, type,
                kept.contains(name) ? "DELETE_SKIPPED" : "DELETE_COMPLETE", null));
        stack.ahead.add(() -> {
            stack.resources.keySet().stream().filter(name -> !kept.contains(name)).forEach(name -> buckets.remove(stack.physical(name)));
            gone(stack);
        });
        return new JsonObject();
    }

    private void gone(FakeStack stack) {
        stack.willBe("DELETE_COMPLETE");
        stack.happen();
        stacks.remove(stack.name);
        deleted.put(stack.id, stack);
    }

    private JsonObject events(JsonObject request) {
        return Json.of("StackEvents", Json.list(find(Json.text(request, "StackName")).events.reversed()));
    }

    private JsonObject resources(JsonObject request) {
        FakeStack stack = find(Json.text(request, "StackName"));
        return Json.of("StackResourceSummaries", Json.list(stack.resources.entrySet().stream().map(entry -> Json.of(
                "LogicalResourceId", entry.getKey(), "PhysicalResourceId", stack.physical(entry.getKey()), "ResourceType", entry.getValue(),
                "LastUpdatedTimestamp", stack.created.toString(), "ResourceStatus", "CREATE_COMPLETE")).toList()));
    }
}

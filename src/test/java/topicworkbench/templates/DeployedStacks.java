package topicworkbench.templates;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Both stacks as if they had been deployed to us-east-1: what their functions come to, names and ARNs of what they hold. */
final class DeployedStacks {
    static final String REGION = "us-east-1";
    static final String ACCOUNT = "123456789012";
    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private final Stack platform;
    private final Stack workflow;
    private final Map<String, String> exports = new TreeMap<>();
    private final List<String> missing = new ArrayList<>();

    private DeployedStacks(StackTemplate platform, StackTemplate workflow) {
        this.platform = new Stack("topic-workbench-platform", platform, Map.of());
        this.platform.template.section("Outputs").values().stream().filter(output -> output.has("Export")).forEach(output ->
                exports.put(this.platform.text(output.getAsJsonObject("Export").get("Name")), this.platform.text(output.get("Value"))));
        this.workflow = new Stack("topic-workbench-workflow", workflow, Map.of("Release", "r1", "ClassifyEndpoint", "tw-reviews",
                "StartAutomatically", "yes"));
    }

    static DeployedStacks read() {
        return of(StackTemplate.read(StackTemplate.PLATFORM));
    }

    static DeployedStacks of(StackTemplate platform) {
        return new DeployedStacks(platform, StackTemplate.read(StackTemplate.WORKFLOW));
    }

    /** Imports of the second stack that the first does not export. */
    List<String> missingExports() {
        workflow.value(workflow.template.root().get("Resources"));
        return missing;
    }

    Map<String, String> substitutions() {
        Map<String, String> substitutions = new TreeMap<>();
        workflow.resource("Pipeline").getAsJsonObject("DefinitionSubstitutions").entrySet()
                .forEach(entry -> substitutions.put(entry.getKey(), entry.getValue().getAsString()));
        return substitutions;
    }

    /** A role's policy statements, by the role's name in the template. */
    Map<String, List<IamStatement>> roles() {
        Map<String, List<IamStatement>> roles = new LinkedHashMap<>();
        platform.template.resources().forEach((name, resource) -> {
            if (resource.get("Type").getAsString().equals("AWS::IAM::Role")) {
                List<IamStatement> statements = new ArrayList<>();
                platform.resource(name).getAsJsonArray("Policies").forEach(policy ->
                        statements.addAll(IamStatement.all(policy.getAsJsonObject().getAsJsonObject("PolicyDocument"))));
                roles.put(name, statements);
            }
        });
        return roles;
    }

    /** Properties of one of the second stack's resources. */
    JsonObject work(String name) {
        return workflow.resource(name);
    }

    /** What a name of the first stack stands for, or {@code Name.Attribute}. */
    String ground(String name) {
        return platform.named(name);
    }

    /** Of a resource of either stack; of what belongs to another, that other's. */
    String arnOf(String name) {
        Stack stack = platform.template.resources().containsKey(name) ? platform : workflow;
        String type = stack.template.resources().get(name).get("Type").getAsString();
        return switch (type) {
            case "AWS::S3::BucketPolicy" -> "arn:aws:s3:::" + stack.resource(name).get("Bucket").getAsString();
            case "AWS::CodeBuild::Project" -> arn("codebuild", "project/" + stack.named(name));
            case "AWS::Glue::Job" -> arn("glue", "job/" + stack.named(name));
            case "AWS::Events::Rule" -> arn("events", "rule/" + stack.resource(name).get("Name").getAsString());
            case "AWS::Lambda::Function" -> arn("lambda", "function:" + stack.named(name));
            case "AWS::SNS::Topic", "AWS::StepFunctions::StateMachine" -> stack.named(name);
            default -> stack.named(name + ".Arn");
        };
    }

    private final class Stack {
        private final String name;
        private final StackTemplate template;
        private final Map<String, String> parameters = new TreeMap<>();

        Stack(String name, StackTemplate template, Map<String, String> given) {
            this.name = name;
            this.template = template;
            template.section("Parameters").forEach((parameter, is) -> parameters.put(parameter,
                    given.containsKey(parameter) ? given.get(parameter) : is.get("Default").getAsString()));
        }

        JsonObject resource(String logicalId) {
            return value(template.resources().get(logicalId).get("Properties")).getAsJsonObject();
        }

        String text(JsonElement element) {
            return value(element).getAsString();
        }

        JsonElement value(JsonElement element) {
            if (element.isJsonArray()) {
                JsonArray array = new JsonArray();
                element.getAsJsonArray().forEach(each -> array.add(value(each)));
                return array;
            } else if (!(element instanceof JsonObject object)) {
                return element;
            } else if (object.size() == 1 && object.keySet().iterator().next().matches("Ref|Fn::.*")) {
                return function(object.keySet().iterator().next(), object.entrySet().iterator().next().getValue());
            } else {
                JsonObject copy = new JsonObject();
                object.entrySet().forEach(entry -> copy.add(entry.getKey(), value(entry.getValue())));
                return copy;
            }
        }

        private JsonElement function(String function, JsonElement argument) {
            return switch (function) {
                case "Ref" -> new JsonPrimitive(named(argument.getAsString()));
                case "Fn::GetAtt" -> new JsonPrimitive(named(argument.getAsJsonArray().get(0).getAsString() + "."
                        + argument.getAsJsonArray().get(1).getAsString()));
                case "Fn::Sub" -> new JsonPrimitive(substituted(argument));
                case "Fn::ImportValue" -> new JsonPrimitive(imported(text(argument)));
                case "Fn::FindInMap" -> {
                    JsonArray path = value(argument).getAsJsonArray();
                    yield template.section("Mappings").get(path.get(0).getAsString()).getAsJsonObject(path.get(1).getAsString())
                            .get(path.get(2).getAsString());
                }
                case "Fn::If" -> value(argument.getAsJsonArray().get(1));
                default -> throw new IllegalArgumentException(function);
            };
        }

        private String imported(String export) {
            if (!exports.containsKey(export)) {
                missing.add(export);
            }
            return exports.getOrDefault(export, "");
        }

        private String substituted(JsonElement argument) {
            JsonObject own = argument.isJsonArray() ? argument.getAsJsonArray().get(1).getAsJsonObject() : new JsonObject();
            String text = argument.isJsonArray() ? argument.getAsJsonArray().get(0).getAsString() : argument.getAsString();
            return IN_TEXT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                    own.has(found.group(1)) ? text(own.get(found.group(1))) : named(found.group(1))));
        }

        String named(String name) {
            return switch (name) {
                case "AWS::Region" -> REGION;
                case "AWS::AccountId" -> ACCOUNT;
                case "AWS::Partition" -> "aws";
                case "AWS::URLSuffix" -> "amazonaws.com";
                case "AWS::StackName" -> this.name;
                case "AWS::NoValue" -> "";
                default -> parameters.containsKey(name) ? parameters.get(name) : made(name);
            };
        }

        private String made(String name) {
            String id = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
            JsonObject resource = template.resources().get(id);
            JsonObject properties = resource.getAsJsonObject("Properties");
            String type = resource.get("Type").getAsString().substring("AWS::".length())
                    + (name.contains(".") ? name.substring(name.indexOf('.')) : "");
            return switch (type) {
                case "S3::Bucket" -> (this.name + "-" + id + "-1a2b3c").toLowerCase(Locale.ROOT);
                case "S3::Bucket.Arn" -> "arn:aws:s3:::" + made(id);
                case "IAM::Role.Arn" -> "arn:aws:iam::" + ACCOUNT + ":role/" + this.name + "-" + id + "-1A2B3C";
                case "ECR::Repository.Arn" -> arn("ecr", "repository/" + text(properties.get("RepositoryName")));
                case "ECR::Repository.RepositoryUri" -> ACCOUNT + ".dkr.ecr." + REGION + ".amazonaws.com/"
                        + text(properties.get("RepositoryName"));
                case "SNS::Topic" -> arn("sns", text(properties.get("TopicName")));
                case "Logs::LogGroup" -> text(properties.get("LogGroupName"));
                case "Logs::LogGroup.Arn" -> arn("logs", "log-group:" + text(properties.get("LogGroupName")) + ":*");
                case "CodeBuild::Project", "Glue::Job" -> text(properties.get("Name"));
                case "StepFunctions::StateMachine" -> arn("states", "stateMachine:" + text(properties.get("StateMachineName")));
                case "Lambda::Function" -> text(properties.get("FunctionName"));
                default -> throw new IllegalArgumentException(type);
            };
        }
    }

    static String arn(String service, String rest) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + rest;
    }
}

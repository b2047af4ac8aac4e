package topicworkbench.templates;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The permissions that the tasks of the state machine cannot do without, read off their resources and parameters.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html">What a task that waits for a
 * SageMaker job needs</a>, and <a href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html">for a Glue job</a>
 */
final class PipelineNeeds {
    /** What stands for values that are known only when the machine runs. */
    private static final Map<String, String> LATER = Map.of("$.run", "a-run", "$.jobs", "a-run", "$.prefix", "runs/a-run",
            "$.model.name", "tw-a-run-0", "$.endpoint.name", "tw-reviews", "$$.Execution.Name", "an-execution", "$$.State.RetryCount", "0");
    private static final Pattern FORMAT = Pattern.compile("States\\.Format\\('([^']*)'((?:, [^,)]+)*)\\)");
    private static final Map<String, String> RULES = Map.of("ProcessingJob", "ProcessingJobs", "TrainingJob", "TrainingJobs",
            "HyperParameterTuningJob", "TuningJobs");

    private final Set<IamNeed> needs = new LinkedHashSet<>();

    private PipelineNeeds() { }

    static Set<IamNeed> of(StateMachine machine) {
        PipelineNeeds needs = new PipelineNeeds();
        machine.tasks().values().forEach(task -> needs.add(StateMachine.call(task.get("Resource").getAsString()),
                task.get("Resource").getAsString().endsWith(".sync"), task.getAsJsonObject("Parameters")));
        return needs.needs;
    }

    private void add(StateMachine.Call call, boolean waits, JsonObject parameters) {
        switch (call.service()) {
            case "logs" -> need("logs:" + call.operation(), DeployedStacks.arn("logs", "log-group:" + text(parameters, "LogGroupName")
                    + ":log-stream:" + (parameters.has("LogStreamName.$") ? text(parameters, "LogStreamName") : "")));
            case "glue" -> glue(parameters);
            case "s3" -> s3(call.operation(), parameters);
            case "sns" -> need("sns:" + call.operation(), text(parameters, "TopicArn"));
            case "sagemaker" -> sagemaker(call.operation(), waits, parameters);
            default -> throw new IllegalArgumentException("what does " + call + " need?");
        }
        passedRoles(parameters);
    }

    private void glue(JsonObject parameters) {
        for (String action : new String[] {"StartJobRun", "GetJobRun", "GetJobRuns", "BatchStopJobRun"}) {
            need("glue:" + action, DeployedStacks.arn("glue", "job/" + text(parameters, "JobName")));
        }
    }

    private void s3(String operation, JsonObject parameters) {
        String bucket = "arn:aws:s3:::" + text(parameters, "Bucket");
        need("s3:ListBucket", bucket); // or a missing object is told as a denied one
        if (operation.equals("CopyObject")) {
            need("s3:GetObject", "arn:aws:s3:::" + text(parameters, "CopySource"));
            need("s3:PutObject", bucket + "/" + text(parameters, "Key"));
        } else {
            need("s3:" + operation, bucket + "/" + text(parameters, "Key"));
        }
    }

    private void sagemaker(String operation, boolean waits, JsonObject parameters) {
        String kind = operation.replaceFirst("^(Create|Describe|Update)", "");
        String resource = sagemaker(kind, text(parameters, kind + "Name"));
        need("sagemaker:" + operation, resource);
        if (kind.equals("Endpoint") && parameters.has("EndpointConfigName.$")) {
            need("sagemaker:" + operation, sagemaker("EndpointConfig", text(parameters, "EndpointConfigName")));
        }
        if (parameters.has("Tags")) {
            need("sagemaker:AddTags", resource);
        }
        if (waits) {
            need("sagemaker:Describe" + kind, resource);
            need("sagemaker:Stop" + kind, resource);
            need("sagemaker:ListTags", resource);
            for (String action : new String[] {"PutTargets", "PutRule", "DescribeRule"}) {
                need("events:" + action, DeployedStacks.arn("events", "rule/StepFunctionsGetEventsForSageMaker"
                        + RULES.get(kind) + "Rule"));
            }
        }
    }

    private static String sagemaker(String kind, String name) {
        String type = kind.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=Hyper)(?=P)", "-").toLowerCase(Locale.ROOT);
        return DeployedStacks.arn("sagemaker", type + "/" + name);
    }

    private void passedRoles(JsonElement parameters) {
        if (parameters instanceof JsonObject object) {
            object.entrySet().forEach(entry -> {
                if (entry.getKey().endsWith("RoleArn")) {
                    need("iam:PassRole", entry.getValue().getAsString());
                }
                passedRoles(entry.getValue());
            });
        }
    }

    private void need(String action, String resource) {
        needs.add(new IamNeed(action, resource));
    }

    /** A parameter's value, or an example of it where it comes with the run. */
    private static String text(JsonObject parameters, String name) {
        if (parameters.has(name)) {
            return parameters.get(name).getAsString();
        }
        String path = parameters.get(name + ".$").getAsString();
        Matcher format = FORMAT.matcher(path);
        if (!format.matches()) {
            return later(path);
        }
        String text = format.group(1);
        for (String argument : format.group(2).substring(2).split(", ")) {
            text = text.replaceFirst("\\{}", Matcher.quoteReplacement(later(argument)));
        }
        return text;
    }

    private static String later(String path) {
        if (!LATER.containsKey(path)) {
            throw new IllegalArgumentException("what is " + path + " like?");
        }
        return LATER.get(path);
    }
}

package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Plays models and endpoints, which take a few looks to come into service, to change, and to go. */
public final class FakeEndpoints {
    private static final String ARN = "arn:aws:sagemaker:eu-west-1:123456789012:";

    private final Map<String, Long> models = new LinkedHashMap<>();
    private final Map<String, JsonObject> configs = new TreeMap<>();
    private final Map<String, String> tags = new TreeMap<>();
    private final Map<String, Endpoint> endpoints = new TreeMap<>();
    private String failure;

    private static final class Endpoint {
        String config;
        String state = "Creating";
        String failure;
        String run;
        int looks;
    }

    public FakeEndpoints(FakeAws aws) {
        aws.on("sagemaker:ListModels", request -> Json.of("Models", Json.list(models.entrySet().stream()
                        .filter(model -> model.getKey().contains(Json.text(request, "NameContains")))
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed()).map(model -> Json.of("ModelName", model.getKey(),
                        "ModelArn", ARN + "model/" + model.getKey(), "CreationTime", model.getValue())).toList())))
                .on("sagemaker:DescribeEndpointConfig", request -> required(configs.get(Json.text(request, "EndpointConfigName"))))
                .on("sagemaker:CreateEndpointConfig", this::configure)
                .on("sagemaker:DeleteEndpointConfig", request -> {
                    configs.remove(Json.text(request, "EndpointConfigName"));
                    return new JsonObject();
                })
                .on("sagemaker:CreateEndpoint", this::create)
                .on("sagemaker:UpdateEndpoint", this::update)
                .on("sagemaker:DescribeEndpoint", this::describe)
                .on("sagemaker:DeleteEndpoint", request -> {
                    Endpoint endpoint = endpoints.get(Json.text(request, "EndpointName"));
                    endpoint.state = "Deleting";
                    endpoint.looks = 0;
                    return new JsonObject();
                })
                .on("sagemaker:ListEndpoints", request -> Json.of("Endpoints", Json.list(endpoints.keySet().stream()
                        .filter(name -> name.contains(Json.text(request, "NameContains"))).map(name -> Json.of("EndpointName", name,
                        "EndpointArn", ARN + "endpoint/" + name, "EndpointStatus", endpoints.get(name).state, "CreationTime", now(),
                        "LastModifiedTime", now())).toList())))
                .on("sagemaker:ListTags", request -> {
                    String arn = Json.text(request, "ResourceArn");
                    String name = arn.substring(arn.lastIndexOf('/') + 1);
                    String run = arn.contains(":endpoint-config/") ? tags.get(name)
                            : endpoints.containsKey(name) ? endpoints.get(name).run : null;
                    return Json.of("Tags", run == null ? Json.list() : Json.list(Json.of("Key", "topic-workbench:run", "Value", run)));
                });
    }

    public void model(String name) {
        models.put(name, now() + models.size());
    }

    public void failNext(String reason) {
        failure = reason;
    }

    public Map<String, JsonObject> configs() {
        return configs;
    }

    public java.util.Set<String> names() {
        return endpoints.keySet();
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static JsonObject required(JsonObject found) {
        if (found == null) {
            throw new FakeFailure(400, "ValidationException", "Could not find what was asked for.");
        }
        return found;
    }

    private JsonObject configure(JsonObject request) {
        String name = Json.text(request, "EndpointConfigName");
        if (request.has("Tags")) {
            tags.put(name, request.getAsJsonArray("Tags").get(0).getAsJsonObject().get("Value").getAsString());
        }
        configs.put(name, Json.of("EndpointConfigName", name, "EndpointConfigArn", ARN + "endpoint-config/" + name, "CreationTime", now(),
                "ProductionVariants", request.get("ProductionVariants")));
        return Json.of("EndpointConfigArn", ARN + "endpoint-config/" + name);
    }

    private JsonObject create(JsonObject request) {
        Endpoint endpoint = new Endpoint();
        endpoint.config = Json.text(request, "EndpointConfigName");
        endpoint.run = request.getAsJsonArray("Tags").get(0).getAsJsonObject().get("Value").getAsString();
        endpoint.failure = failure;
        failure = null;
        endpoints.put(Json.text(request, "EndpointName"), endpoint);
        return Json.of("EndpointArn", ARN + "endpoint/" + Json.text(request, "EndpointName"));
    }

    private JsonObject update(JsonObject request) {
        Endpoint endpoint = endpoints.get(Json.text(request, "EndpointName"));
        endpoint.config = Json.text(request, "EndpointConfigName");
        endpoint.state = "Updating";
        endpoint.looks = 0;
        return Json.of("EndpointArn", ARN + "endpoint/" + Json.text(request, "EndpointName"));
    }

    private JsonObject describe(JsonObject request) {
        String name = Json.text(request, "EndpointName");
        Endpoint endpoint = endpoints.get(name);
        if (endpoint != null && ++endpoint.looks > 2) {
            if (endpoint.state.equals("Deleting")) {
                endpoints.remove(name);
            } else {
                endpoint.state = endpoint.failure == null ? "InService" : "Failed";
            }
        }
        if (!endpoints.containsKey(name)) {
            throw new FakeFailure(400, "ValidationException", "Could not find endpoint \"" + ARN + "endpoint/" + name + "\".");
        }
        return Json.of("EndpointName", name, "EndpointArn", ARN + "endpoint/" + name, "EndpointConfigName", endpoint.config,
                "EndpointStatus", endpoint.state, "FailureReason", endpoint.state.equals("Failed") ? endpoint.failure : null,
                "CreationTime",
                now() - 7200, "LastModifiedTime", now());
    }
}

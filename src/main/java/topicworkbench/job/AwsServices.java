package topicworkbench.job;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import topicworkbench.failure.ExplainedException;

/** What classifying through an endpoint asks of AWS: a file of S3, which model the endpoint serves, and its answer. */
final class AwsServices {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(35);
    private static final int TRIES = 3;
    private static final int FIRST_WAIT_MILLIS = 200;
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int LONGEST_QUOTE = 300;

    private final Map<String, String> environment;
    private final AwsSignature signature;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();

    /** @param environment as Lambda gives it: region and credentials; and where services are, should they be elsewhere */
    AwsServices(Map<String, String> environment) {
        this.environment = environment;
        this.signature = new AwsSignature(told(environment, "AWS_ACCESS_KEY_ID"), told(environment, "AWS_SECRET_ACCESS_KEY"),
                environment.get("AWS_SESSION_TOKEN"), told(environment, "AWS_REGION"));
    }

    /** Something the function must be told. */
    static String told(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new ExplainedException("The function was not told " + name + ".", "Deploy the stacks and the image of the same version.");
        }
        return value;
    }

    /** @param key of characters that need no encoding */
    String file(String bucket, String key) {
        String elsewhere = environment.get("AWS_ENDPOINT_URL_S3");
        URI uri = URI.create((elsewhere == null ? "https://" + bucket + ".s3." + domain() : elsewhere + "/" + bucket) + "/" + key);
        return send("s3", "GET", uri, Map.of("x-amz-content-sha256", AwsSignature.sha256(new byte[0])), "");
    }

    /** The configuration with which an endpoint serves now, as an ARN. */
    String endpointConfig(String endpoint) {
        JsonObject answer = sageMaker("DescribeEndpoint", "EndpointName", endpoint);
        try {
            String arn = answer.get("EndpointArn").getAsString();
            return arn.substring(0, arn.lastIndexOf(":endpoint/")) + ":endpoint-config/"
                    + answer.get("EndpointConfigName").getAsString().toLowerCase(Locale.ROOT); // as in all ARNs of SageMaker
        } catch (IllegalStateException | NullPointerException | IndexOutOfBoundsException e) {
            throw new ExplainedException("SageMaker does not say what the endpoint " + endpoint + " serves.",
                    "Look at the endpoint in the AWS console.", e);
        }
    }

    /** The value of a tag of something of SageMaker's; nothing where it has no such tag. */
    Optional<String> tag(String arn, String key) {
        try {
            return sageMaker("ListTags", "ResourceArn", arn).getAsJsonArray("Tags").asList().stream().map(JsonElement::getAsJsonObject)
                    .filter(tag -> tag.get("Key").getAsString().equals(key)).map(tag -> tag.get("Value").getAsString()).findFirst();
        } catch (IllegalStateException | ClassCastException | NullPointerException e) {
            throw new ExplainedException("SageMaker does not say which tags " + arn + " has.",
                    "Look at its tags in the AWS console.", e);
        }
    }

    private JsonObject sageMaker(String operation, String member, String value) {
        JsonObject request = new JsonObject();
        request.addProperty(member, value);
        String answer = send("sagemaker", "POST", at("AWS_ENDPOINT_URL_SAGEMAKER", "api.sagemaker", "/"),
                Map.of("content-type", "application/x-amz-json-1.1", "x-amz-target", "SageMaker." + operation), request.toString());
        try {
            return JsonParser.parseString(answer).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new ExplainedException("SageMaker answers " + operation + " otherwise than it should.", "Try again in a few minutes.", e);
        }
    }

    /** What the endpoint makes of a body in JSON. */
    String invoke(String endpoint, String body) {
        return send("sagemaker", "POST", at("AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME", "runtime.sagemaker",
                "/endpoints/" + endpoint + "/invocations"),
                Map.of("content-type", "application/json", "accept", "application/json"), body);
    }

    private URI at(String variable, String host, String path) {
        return URI.create(environment.getOrDefault(variable, "https://" + host + "." + domain()) + path);
    }

    private String domain() {
        return signature.region() + (signature.region().startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
    }

    private String send(String service, String method, URI uri, Map<String, String> headers, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        for (int tried = 1;; tried++) {
            try {
                HttpResponse<String> answer = client.send(request(service, method, uri, headers, body),
                        BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (answer.statusCode() == OK) {
                    return answer.body();
                }
                boolean passing = answer.statusCode() == TOO_MANY_REQUESTS || answer.statusCode() >= SERVER_ERROR;
                if (!passing || tried == TRIES) {
                    throw refused(uri, answer);
                }
            } catch (IOException e) {
                if (tried == TRIES) {
                    throw new ExplainedException(uri.getHost() + " cannot be reached.", "Try again in a few minutes.", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ExplainedException("The function was stopped while it waited for " + uri.getHost() + ".",
                        "Ask again.", e);
            }
            pause(tried);
        }
    }

    private HttpRequest request(String service, String method, URI uri, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(TO_ANSWER).method(method, body.length == 0
                ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        signature.headers(service, method, uri, new LinkedHashMap<>(headers), body, Instant.now()).forEach(builder::header);
        return builder.build();
    }

    private static ExplainedException refused(URI uri, HttpResponse<String> answer) {
        String said = answer.body().strip();
        return new ExplainedException("AWS refused " + uri.getPath() + " with " + answer.statusCode() + ": "
                + said.substring(0, Math.min(said.length(), LONGEST_QUOTE)),
                "Look whether the endpoint is in service, and whether it belongs to a run whose files are still there.");
    }

    /** Longer each time, and never as long as everybody else. */
    private static void pause(int tried) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(FIRST_WAIT_MILLIS << (tried - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

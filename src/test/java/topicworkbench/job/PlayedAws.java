package topicworkbench.job;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What a function in Lambda talks to, played by a server in this process: the runtime API, S3, SageMaker, and an endpoint
 * whose topics are the columns by threes.
 */
final class PlayedAws implements AutoCloseable {
    static final int TOPICS = 3;

    /** What came to the runtime API. */
    record Outcome(String path, String body) { }

    final Map<String, String> files = new ConcurrentHashMap<>();
    final List<String> called = new CopyOnWriteArrayList<>();
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    volatile String run = "small";
    volatile boolean tagged = true;
    volatile String shareName = "topic_weights";
    volatile int failures;
    private final HttpServer server;

    PlayedAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2018-06-01/runtime/", this::runtime);
        server.createContext("/s3/", this::s3);
        server.createContext("/sagemaker", this::sagemaker);
        server.createContext("/runtime.sagemaker/", this::endpoint);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    Map<String, String> environment() {
        String root = "http://" + address();
        Map<String, String> environment = new HashMap<>(Map.of("AWS_LAMBDA_RUNTIME_API", address(), "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_SESSION_TOKEN", "token",
                "TW_DATA_BUCKET", "reviews", "TW_ENDPOINT", "tw-reviews"));
        environment.put("AWS_ENDPOINT_URL_S3", root + "/s3");
        environment.put("AWS_ENDPOINT_URL_SAGEMAKER", root + "/sagemaker");
        environment.put("AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME", root + "/runtime.sagemaker");
        return environment;
    }

    private void runtime(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/2018-06-01/runtime/".length());
        if (path.equals("invocation/next")) {
            try {
                String event = events.take();
                exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "request-1");
                answer(exchange, 200, event);
            } catch (InterruptedException e) {
                exchange.close();
            }
        } else {
            outcomes.add(new Outcome(path, body(exchange)));
            answer(exchange, 202, "{\"status\": \"OK\"}");
        }
    }

    private void s3(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/s3/".length());
        if (isSigned(exchange, "s3")) {
            called.add("s3 " + path);
            String file = files.get(path);
            answer(exchange, file == null ? 404 : 200, file == null ? "<Error><Code>NoSuchKey</Code></Error>" : file);
        }
    }

    private void sagemaker(HttpExchange exchange) throws IOException {
        if (isSigned(exchange, "sagemaker")) {
            String operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String body = body(exchange);
            called.add(operation + " " + body);
            String arn = "arn:aws:sagemaker:eu-west-1:123456789012:endpoint";
            answer(exchange, 200, switch (operation) {
                case "SageMaker.DescribeEndpoint" -> "{\"EndpointArn\": \"" + arn + "/tw-reviews\", \"EndpointConfigName\": \"TW-" + run
                        + "-0-s2048\", \"EndpointStatus\": \"InService\"}";
                case "SageMaker.ListTags" -> body.contains(arn + "-config/tw-" + run + "-0-s2048\"") && tagged
                        ? "{\"Tags\": [{\"Key\": \"team\", \"Value\": \"x\"}, {\"Key\": \"topic-workbench:run\", \"Value\": \""
                        + run + "\"}]}"
                        : "{\"Tags\": []}";
                default -> "{}";
            });
        }
    }

    private void endpoint(HttpExchange exchange) throws IOException {
        if (isSigned(exchange, "sagemaker")) {
            String body = body(exchange);
            called.add(exchange.getRequestURI().getPath().substring("/runtime.sagemaker".length()) + " " + body);
            if (failures > 0) {
                failures--;
                answer(exchange, 503, "{\"message\": \"come again\"}");
            } else {
                answer(exchange, 200, predictions(body));
            }
        }
    }

    private String predictions(String body) {
        JsonArray predictions = new JsonArray();
        for (JsonElement instance : JsonParser.parseString(body).getAsJsonObject().getAsJsonArray("instances")) {
            JsonObject features = instance.getAsJsonObject().getAsJsonObject("data").getAsJsonObject("features");
            double[] shares = new double[TOPICS];
            double all = 0;
            for (int i = 0; i < features.getAsJsonArray("keys").size(); i++) {
                double count = features.getAsJsonArray("values").get(i).getAsDouble();
                shares[features.getAsJsonArray("keys").get(i).getAsInt() % TOPICS] += count;
                all += count;
            }
            JsonArray weights = new JsonArray();
            for (double share : shares) {
                weights.add(share / all);
            }
            JsonObject prediction = new JsonObject();
            prediction.add(shareName, weights);
            predictions.add(prediction);
        }
        JsonObject answer = new JsonObject();
        answer.add("predictions", predictions);
        return answer.toString();
    }

    private static boolean isSigned(HttpExchange exchange, String service) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        boolean signed = authorization != null && authorization.contains("/eu-west-1/" + service + "/aws4_request")
                && authorization.contains("x-amz-security-token")
                && "token".equals(exchange.getRequestHeaders().getFirst("X-Amz-Security-Token"));
        if (!signed) {
            answer(exchange, 403, "{\"message\": \"not signed\"}");
        }
        return signed;
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

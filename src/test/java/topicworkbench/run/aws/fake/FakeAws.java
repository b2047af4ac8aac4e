package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.templates.ApiModel;

/**
 * Plays AWS over HTTP on this computer. Each operation is a function of JSON; what comes in and what goes out is checked against
 * AWS's own models, whatever the protocol, so that neither side can agree with the other on something that AWS does not know.
 */
public final class FakeAws implements AutoCloseable {
    private static final Map<String, String> TARGETS = Map.of("SageMaker", "sagemaker", "AWSGlue", "glue", "AWSStepFunctions", "states",
            "Logs_20140328", "logs", "CodeBuild_20161006", "codebuild", "AmazonEC2ContainerRegistry_V20150921", "ecr",
            "AWSPriceListService", "pricing", "ServiceQuotasV20190624", "servicequotas", "ResourceGroupsTaggingAPI_20170126", "tagging");
    private static final Map<String, String> VERSIONS = Map.of("2010-05-15", "cloudformation", "2011-06-15", "sts", "2010-03-31", "sns",
            "2010-08-01", "monitoring");
    private static final String JSON = "application/x-amz-json-1.1";

    private final HttpServer server;
    private final FakeBuckets buckets = new FakeBuckets();
    private final Map<String, Function<JsonObject, JsonObject>> operations = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, List<Trouble>> troubles = new HashMap<>();
    private Function<HttpExchange, byte[]> runtime;

    public FakeAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    public AwsClients clients() {
        return FakeAccount.clients(address(), address());
    }

    public AwsClients clients(CloudPlace place) {
        return new AwsClients(FakeAccount.connection(place, address(), address()));
    }

    public FakeBuckets buckets() {
        return buckets;
    }

    /** @param operation for example {@code sagemaker:ListEndpoints}, with the service as {@link ApiModel} calls it */
    public FakeAws on(String operation, Function<JsonObject, JsonObject> answer) {
        operations.put(operation, answer);
        return this;
    }

    /** What answers to {@code InvokeEndpoint}. */
    public void onInvoke(Function<HttpExchange, byte[]> answer) {
        runtime = answer;
    }

    /** Happens to the next calls of an operation, one each; {@code *} stands for whichever is called next. */
    public synchronized void trouble(String operation, Trouble... next) {
        troubles.computeIfAbsent(operation, _ -> new ArrayList<>()).addAll(List.of(next));
    }

    /** Every operation that was called, in order. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    public synchronized void forgetCalls() {
        calls.clear();
    }

    /** What of all that was said does not agree with AWS's models; a test ends with none. */
    public synchronized List<String> faults() {
        return faults.stream().distinct().toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            synchronized (this) {
                String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
                String type = exchange.getRequestHeaders().getFirst("Content-Type");
                if (target != null) {
                    json(exchange, target, new String(body, StandardCharsets.UTF_8));
                } else if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
                    query(exchange, new String(body, StandardCharsets.UTF_8));
                } else if (exchange.getRequestURI().getPath().startsWith("/endpoints/")) {
                    invoke(exchange, body);
                } else {
                    if (!troubled(exchange, "s3:" + exchange.getRequestMethod(), false)) {
                        calls.add(buckets.operation(exchange));
                        buckets.handle(exchange, body);
                    }
                }
            }
        }
    }

    private void json(HttpExchange exchange, String target, String body) throws IOException {
        int dot = target.indexOf('.');
        String service = TARGETS.get(target.substring(0, dot));
        String operation = target.substring(dot + 1);
        if (troubled(exchange, service + ":" + operation, false)) {
            return;
        }
        try {
            String answer = answer(service, operation, JsonParser.parseString(body.isEmpty() ? "{}" : body).getAsJsonObject()).toString();
            send(exchange, 200, JSON, answer);
        } catch (FakeFailure failure) {
            send(exchange, failure.status(), JSON, jsonFailure(failure));
        }
    }

    private void query(HttpExchange exchange, String body) throws IOException {
        Map<String, String> form = QueryProtocol.form(body);
        String service = VERSIONS.get(form.get("Version"));
        String operation = form.get("Action");
        if (troubled(exchange, service + ":" + operation, true)) {
            return;
        }
        try {
            JsonObject request = QueryProtocol.request(form, ApiModel.of(service), operation);
            send(exchange, 200, "text/xml", QueryProtocol.response(operation, answer(service, operation, request)));
        } catch (FakeFailure failure) {
            send(exchange, failure.status(), "text/xml", QueryProtocol.failure(failure));
        }
    }

    private JsonObject answer(String service, String operation, JsonObject request) {
        String name = service + ":" + operation;
        calls.add(name);
        ApiModel.of(service).faults(operation, request).forEach(fault -> faults.add(name + " asked: " + fault));
        Function<JsonObject, JsonObject> function = operations.get(name);
        if (function == null) {
            faults.add(name + " is not played");
            throw new FakeFailure(500, "InternalFailure", name + " is not played");
        }
        JsonObject answer;
        try {
            answer = function.apply(request);
        } catch (FakeFailure e) {
            throw e;
        } catch (RuntimeException e) {
            faults.add(name + " broke what plays it: " + e);
            throw new FakeFailure(500, "InternalFailure", e.toString());
        }
        ApiModel.of(service).answerFaults(operation, answer).forEach(fault -> faults.add(name + " answered: " + fault));
        return answer;
    }

    private void invoke(HttpExchange exchange, byte[] body) throws IOException {
        if (troubled(exchange, "runtime:InvokeEndpoint", false)) {
            return;
        }
        calls.add("runtime:InvokeEndpoint");
        try {
            exchange.setAttribute("body", body);
            send(exchange, 200, "application/json", new String(runtime.apply(exchange), StandardCharsets.UTF_8));
        } catch (FakeFailure failure) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", failure.code());
            send(exchange, failure.status(), "application/json", jsonFailure(failure));
        }
    }

    private boolean troubled(HttpExchange exchange, String operation, boolean xml) throws IOException {
        List<Trouble> own = troubles.getOrDefault(operation, new ArrayList<>());
        List<Trouble> next = own.isEmpty() ? troubles.getOrDefault("*", new ArrayList<>()) : own;
        if (next.isEmpty()) {
            return false;
        }
        calls.add(operation + " " + next.getFirst());
        FakeFailure failure = switch (next.removeFirst()) {
            case THROTTLED -> new FakeFailure(400, xml ? "Throttling" : "ThrottlingException", "Rate exceeded");
            case DENIED -> new FakeFailure(xml ? 403 : 400, xml ? "AccessDenied" : "AccessDeniedException",
                    "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: " + operation);
            case EXPIRED -> new FakeFailure(xml ? 403 : 400, xml ? "ExpiredToken" : "ExpiredTokenException",
                    "The security token included in the request is expired");
            case MALFORMED -> {
                send(exchange, 200, "text/html", "<html>Sign in to this network");
                yield null;
            }
            case CUT -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                yield null; // closing what is incomplete resets the connection
            }
        };
        if (failure != null) {
            send(exchange, failure.status(), xml ? "text/xml" : JSON, xml ? QueryProtocol.failure(failure) : jsonFailure(failure));
        }
        return true;
    }

    private static String jsonFailure(FakeFailure failure) {
        JsonObject answer = new JsonObject();
        answer.addProperty("__type", failure.code());
        answer.addProperty("message", failure.getMessage());
        return answer.toString();
    }

    static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package topicworkbench.job;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import topicworkbench.failure.ExplainedException;

/**
 * Lambda's side of a container: asks it for the next event, and gives back what comes of it.
 *
 * @param address host and port of the runtime API
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda runtime API</a>
 */
record LambdaRuntime(String address, HttpClient client) {
    private static final Logger LOG = Logger.getLogger(LambdaRuntime.class.getName());
    private static final int ACCEPTED = 202;

    LambdaRuntime(String address) {
        this(address, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** Does not return; Lambda ends the process. @throws IOException when the runtime API is no longer there */
    void serve(UnaryOperator<String> handler) throws IOException, InterruptedException {
        while (true) {
            // without a time limit: between two events the whole container is frozen
            HttpResponse<String> next = client.send(HttpRequest.newBuilder(at("invocation/next")).build(), BodyHandlers.ofString());
            String id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id")
                    .orElseThrow(() -> new IOException("the runtime API gave an event without an id"));
            answer(id, handler, next.body());
        }
    }

    private void answer(String id, UnaryOperator<String> handler, String event) throws IOException, InterruptedException {
        String answer;
        try {
            answer = handler.apply(event);
        } catch (ExplainedException e) {
            LOG.log(Level.WARNING, e.getMessage(), e.getCause());
            fail("invocation/" + id + "/error", e.getMessage() + " " + e.remedy(), "TopicWorkbench.Explained");
            return;
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The event could not be answered.", e);
            fail("invocation/" + id + "/error", "The function failed: " + e + ". Its log tells more.", "TopicWorkbench.Unexpected");
            return;
        }
        post("invocation/" + id + "/response", answer, null);
    }

    /** The function cannot begin. */
    void failToBegin(String message) throws IOException, InterruptedException {
        fail("init/error", message, "TopicWorkbench.Init");
    }

    private void fail(String path, String message, String type) throws IOException, InterruptedException {
        JsonObject error = new JsonObject();
        error.addProperty("errorMessage", message);
        error.addProperty("errorType", type);
        post(path, error.toString(), type);
    }

    private void post(String path, String body, String errorType) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (errorType != null) {
            request.header("Lambda-Runtime-Function-Error-Type", errorType);
        }
        int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
        if (status != ACCEPTED) {
            LOG.warning("The runtime API answered " + path + " with " + status + "."); // too large, or too late
        }
    }

    private URI at(String path) {
        return URI.create("http://" + address + "/2018-06-01/runtime/" + path);
    }
}

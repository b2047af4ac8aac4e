package topicworkbench.job;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import topicworkbench.failure.ExplainedException;

/**
 * What the Lambda function executes: texts in, their topics out, through the endpoint that it is deployed for. An event is
 * {@code {"reviews": [{"title": "…", "text": "…"}]}}; the answer names the run whose model answered and has an entry a review:
 * how many words are known, and the topics by their share, largest first.
 */
public final class ClassifyFunction {
    private static final int MOST_REVIEWS = 1000;

    private final EndpointTopics topics;

    ClassifyFunction(EndpointTopics topics) {
        this.topics = topics;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        LambdaRuntime runtime = new LambdaRuntime(environment.get("AWS_LAMBDA_RUNTIME_API"));
        try {
            ClassifyFunction function = new ClassifyFunction(new EndpointTopics(new AwsServices(environment),
                    AwsServices.told(environment, "TW_DATA_BUCKET"), AwsServices.told(environment, "TW_ENDPOINT"), Clock.systemUTC()));
            runtime.serve(function::answer);
        } catch (ExplainedException e) {
            runtime.failToBegin(e.getMessage() + " " + e.remedy());
            System.exit(1);
        }
    }

    private record Event(List<Given> reviews) { }

    private record Given(String title, String text) { }

    String answer(String event) {
        List<EndpointTopics.Review> reviews = reviews(event);
        EndpointTopics.Answers answers = topics.ask(reviews);
        JsonArray told = new JsonArray();
        answers.answers().forEach(answer -> told.add(json(answer)));
        JsonObject json = new JsonObject();
        json.addProperty("run", answers.run());
        json.add("answers", told);
        return json.toString();
    }

    static List<EndpointTopics.Review> reviews(String event) {
        try {
            List<EndpointTopics.Review> reviews = new ArrayList<>();
            for (Given given : new Gson().fromJson(event, Event.class).reviews()) {
                reviews.add(new EndpointTopics.Review(given.title() == null ? "" : given.title(), given.text() == null ? ""
                        : given.text()));
            }
            if (!reviews.isEmpty() && reviews.size() <= MOST_REVIEWS) {
                return reviews;
            }
        } catch (JsonParseException | NullPointerException e) {
            throw notUnderstood(e);
        }
        throw notUnderstood(null);
    }

    private static ExplainedException notUnderstood(Exception cause) {
        return new ExplainedException("The event holds no reviews, or more than " + MOST_REVIEWS + ".",
                "Send {\"reviews\": [{\"title\": \"…\", \"text\": \"…\"}]}.", cause);
    }

    private static JsonObject json(EndpointTopics.Answer answer) {
        JsonArray topics = new JsonArray();
        IntStream.range(0, answer.shares().size()).boxed()
                .sorted((a, b) -> Double.compare(answer.shares().get(b), answer.shares().get(a))).forEach(topic -> {
                    JsonObject share = new JsonObject();
                    share.addProperty("topic", topic);
                    share.addProperty("share", answer.shares().get(topic));
                    topics.add(share);
                });
        JsonObject json = new JsonObject();
        json.addProperty("known", answer.known());
        json.add("topics", topics);
        return json;
    }
}

package topicworkbench.job;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import topicworkbench.corpus.TermAnalyzer;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunSpecJson;
import topicworkbench.workspace.CloudExecution;

/**
 * Finds the topics of texts through an endpoint of SageMaker. Which run's model it serves is told by a tag of the
 * configuration that it serves with, so that words are turned into numbers as that run did, also after the endpoint was
 * updated. Not for several threads.
 */
final class EndpointTopics {
    /** What the state machine and the program set on every configuration. */
    private static final String RUN_TAG = "topic-workbench:run";
    /** A run's name is part of a path; what comes from outside is not trusted to be one. */
    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9](?:-*[A-Za-z0-9])*");
    private static final Duration TRUSTED = Duration.ofMinutes(1);
    /** What the service takes at once (InvokeEndpoint). */
    private static final int MOST_BYTES = 6_291_456;

    private final AwsServices services;
    private final String bucket;
    private final String endpoint;
    private final Clock clock;
    private Model model;
    private Instant asked = Instant.MIN;

    EndpointTopics(AwsServices services, String bucket, String endpoint, Clock clock) {
        this.services = services;
        this.bucket = bucket;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /** A text to classify. */
    record Review(String title, String text) { }

    /**
     * What one text is about.
     *
     * @param known  how many of its words the model knows
     * @param shares of each topic, in the order of the model; empty if no word is known
     */
    record Answer(int known, List<Double> shares) { }

    /** @param run whose model answered */
    record Answers(String run, List<Answer> answers) { }

    private record Model(String configuration, String run, TermAnalyzer analyzer, Vocabulary vocabulary) {

        /** Counts by column. */
        Map<Integer, Integer> counts(Review review) {
            Map<Integer, Integer> counts = new TreeMap<>();
            analyzer.terms(review.title(), review.text()).stream().map(vocabulary::indexOf).filter(column -> column >= 0)
                    .forEach(column -> counts.merge(column, 1, Integer::sum));
            return counts;
        }
    }

    Answers ask(List<Review> reviews) {
        Model now = model();
        List<Map<Integer, Integer>> counts = reviews.stream().map(now::counts).toList();
        List<Map<Integer, Integer>> known = counts.stream().filter(each -> !each.isEmpty()).toList();
        List<List<Double>> shares = known.isEmpty() ? List.of() : shares(request(known, now.vocabulary().size()), known.size());
        List<Answer> answers = new ArrayList<>();
        int next = 0;
        for (Map<Integer, Integer> each : counts) {
            answers.add(each.isEmpty() ? new Answer(0, List.of())
                    : new Answer(each.values().stream().mapToInt(Integer::intValue).sum(), shares.get(next++)));
        }
        return new Answers(now.run(), answers);
    }

    private Model model() {
        if (model == null || asked.plus(TRUSTED).isBefore(clock.instant())) {
            String configuration = services.endpointConfig(endpoint);
            if (model == null || !model.configuration().equals(configuration)) {
                model = read(configuration, services.tag(configuration, RUN_TAG).filter(run -> RUN.matcher(run).matches())
                        .orElseThrow(() -> new ExplainedException("The endpoint " + endpoint + " serves no model of Topic Workbench.",
                                "Deploy the function for an endpoint that a run made.")));
            }
            asked = clock.instant();
        }
        return model;
    }

    private Model read(String configuration, String run) {
        String prefix = CloudExecution.prefixOf(run) + "/";
        String spec = services.file(bucket, prefix + "spec.json");
        String vocabulary = services.file(bucket, prefix + "training/corpus/vocabulary.txt");
        return new Model(configuration, run, new TermAnalyzer(RunSpecJson.read(spec, prefix + "spec.json").text()),
                new Vocabulary(vocabulary.lines().toList()));
    }

    private static String request(List<Map<Integer, Integer>> counts, int terms) {
        JsonArray instances = new JsonArray();
        for (Map<Integer, Integer> document : counts) {
            JsonArray keys = new JsonArray();
            JsonArray values = new JsonArray();
            JsonArray shape = new JsonArray();
            shape.add(terms);
            document.forEach((column, count) -> {
                keys.add(column);
                values.add(count);
            });
            JsonObject features = new JsonObject();
            features.add("keys", keys);
            features.add("shape", shape);
            features.add("values", values);
            instances.add(within("data", within("features", features)));
        }
        String request = within("instances", instances).toString();
        if (request.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new ExplainedException("These are more texts than an endpoint takes at once.", "Ask with half of them.");
        }
        return request;
    }

    private static JsonObject within(String name, JsonElement element) {
        JsonObject object = new JsonObject();
        object.add(name, element);
        return object;
    }

    private List<List<Double>> shares(String request, int documents) {
        return shares(endpoint, services.invoke(endpoint, request), documents);
    }

    /** @param answer of the endpoint, which may serve whatever somebody deployed */
    static List<List<Double>> shares(String endpoint, String answer, int documents) {
        try {
            List<List<Double>> shares = new ArrayList<>();
            for (JsonElement prediction : JsonParser.parseString(answer).getAsJsonObject().getAsJsonArray("predictions")) {
                JsonObject said = prediction.getAsJsonObject();
                JsonArray weights = said.getAsJsonArray(said.has("topic_weights") ? "topic_weights" : "topic_mixture"); // NTM, LDA
                shares.add(weights.asList().stream().map(JsonElement::getAsDouble).toList());
            }
            if (shares.size() == documents) {
                return shares;
            }
        } catch (JsonParseException | IllegalStateException | ClassCastException | NullPointerException | NumberFormatException
                | UnsupportedOperationException e) {
            throw notUnderstood(endpoint, e);
        }
        throw notUnderstood(endpoint, null);
    }

    private static ExplainedException notUnderstood(String endpoint, Exception cause) {
        return new ExplainedException("The endpoint " + endpoint + " answers otherwise than a topic model does.",
                "Look whether it serves the model of a run.", cause);
    }
}

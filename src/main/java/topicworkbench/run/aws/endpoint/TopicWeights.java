package topicworkbench.run.aws.endpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import topicworkbench.failure.ExplainedException;

/**
 * An endpoint's answer, which is not trusted: {@code {"predictions":[{"topic_weights":[…]}]}}, or {@code topic_mixture} where
 * the model is an LDA.
 */
final class TopicWeights {
    private static final List<String> NAMES = List.of("topic_weights", "topic_mixture");
    private static final int MOST_TOPICS = 1000;
    /** Weights are single precision and sum to one within it. */
    private static final double TOLERANCE = 1e-2;

    private TopicWeights() { }

    /** @param documents that were asked about; the answer must be about as many */
    static List<float[]> parse(byte[] answer, int documents) {
        try {
            JsonArray predictions = JsonParser.parseString(new String(answer, StandardCharsets.UTF_8)).getAsJsonObject()
                    .getAsJsonArray("predictions");
            require(predictions != null && predictions.size() == documents, "it is not about the " + documents + " documents asked about");
            List<float[]> rows = new ArrayList<>();
            predictions.forEach(prediction -> rows.add(row(prediction.getAsJsonObject())));
            require(rows.stream().allMatch(row -> row.length == rows.getFirst().length), "its rows differ in the number of topics");
            return rows;
        } catch (JsonParseException | IllegalStateException | ClassCastException | NumberFormatException
                | UnsupportedOperationException e) {
            throw nonsense("it is not the JSON that was expected", e);
        }
    }

    private static float[] row(JsonObject prediction) {
        JsonArray weights = NAMES.stream().filter(prediction::has).findFirst().map(prediction::getAsJsonArray).orElse(null);
        require(weights != null && !weights.isEmpty() && weights.size() <= MOST_TOPICS, "it holds no topic weights");
        float[] row = new float[weights.size()];
        double sum = 0;
        for (int topic = 0; topic < row.length; topic++) {
            row[topic] = weights.get(topic).getAsFloat();
            require(row[topic] >= 0 && row[topic] <= 1 + TOLERANCE, "a topic weight is not between 0 and 1");
            sum += row[topic];
        }
        require(Math.abs(sum - 1) <= TOLERANCE, "topic weights do not sum to 1");
        return row;
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw nonsense(fault, null);
        }
    }

    private static ExplainedException nonsense(String fault, Throwable cause) {
        return new ExplainedException("The endpoint gave an answer that cannot be used: " + fault + ".",
                "Check that the endpoint holds a model of this workbench and of the run that was named.", cause);
    }
}

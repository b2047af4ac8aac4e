package topicworkbench.run.aws.endpoint;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import topicworkbench.failure.ExplainedException;

/**
 * A model's answers, which are not trusted: an endpoint's {@code {"predictions":[{"topic_weights":[…]}]}}, or a line a document of
 * a batch transform, {@code {"topic_weights":[…]}}; {@code topic_mixture} where the model is an LDA.
 */
public final class TopicWeights {
    private static final List<String> NAMES = List.of("topic_weights", "topic_mixture");
    private static final int MOST_TOPICS = 1000;
    /** Weights are single precision and sum to one within it. */
    private static final double TOLERANCE = 1e-2;
    private static final Refusal OF_ENDPOINT = new Refusal("The endpoint gave an answer that cannot be used: ",
            "Check that the endpoint holds a model of this workbench and of the run that was named.");
    private static final Refusal OF_TRANSFORM = new Refusal("The batch transform gave an answer that cannot be used: ",
            "Nothing was written. Try again; if it stays so, look at the job's log in CloudWatch (/aws/sagemaker/TransformJobs).");
    /** Bytes of a line; a thousand topics take 25,000. */
    private static final int LONGEST_LINE = 1 << 17;

    private TopicWeights() { }

    /** In which words an answer is refused. */
    private record Refusal(String whatHappened, String remedy) {
        void unless(boolean holds, String fault) {
            if (!holds) {
                throw nonsense(fault, null);
            }
        }

        ExplainedException nonsense(String fault, Throwable cause) {
            return new ExplainedException(whatHappened + fault + ".", remedy, cause);
        }
    }

    /**
     * Reads what a batch transform answered to a part of the documents.
     *
     * @param documents of the part; the file must have a line for each
     * @return a row a document, in their order, all of the same number of topics
     * @throws ExplainedException if it has more lines or fewer, ends within one, or holds what are no topic weights
     * @throws IOException if the file cannot be read
     */
    public static List<float[]> lines(Path file, int documents) throws IOException {
        List<float[]> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = next(lines); line != null; line = next(lines)) {
                if (!line.isBlank()) { // as between two answers that were put together
                    rows.add(row(line));
                }
                OF_TRANSFORM.unless(rows.size() <= documents, "it has more lines than the " + documents + " documents of a part");
            }
        }
        OF_TRANSFORM.unless(rows.size() == documents, "it has " + rows.size() + " lines about a part of " + documents + " documents");
        OF_TRANSFORM.unless(rows.stream().allMatch(row -> row.length == rows.getFirst().length),
                "its lines differ in the number of topics");
        return rows;
    }

    /** Null at the end. */
    private static String next(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int character = lines.read();
        for (; character >= 0 && character != '\n'; character = lines.read()) {
            OF_TRANSFORM.unless(line.length() < LONGEST_LINE, "a line has more than " + LONGEST_LINE + " characters");
            line.append((char) character);
        }
        return character < 0 && line.isEmpty() ? null : line.toString();
    }

    private static float[] row(String line) {
        try {
            return row(JsonParser.parseString(line).getAsJsonObject(), OF_TRANSFORM);
        } catch (JsonParseException | IllegalStateException | ClassCastException | NumberFormatException
                | UnsupportedOperationException e) {
            throw OF_TRANSFORM.nonsense("a line is not the JSON that was expected", e);
        }
    }

    /** @param documents that were asked about; the answer must be about as many */
    static List<float[]> parse(byte[] answer, int documents) {
        try {
            JsonArray predictions = JsonParser.parseString(new String(answer, StandardCharsets.UTF_8)).getAsJsonObject()
                    .getAsJsonArray("predictions");
            OF_ENDPOINT.unless(predictions != null && predictions.size() == documents, "it is not about the " + documents
                    + " documents asked about");
            List<float[]> rows = new ArrayList<>();
            predictions.forEach(prediction -> rows.add(row(prediction.getAsJsonObject(), OF_ENDPOINT)));
            OF_ENDPOINT.unless(rows.stream().allMatch(row -> row.length == rows.getFirst().length),
                    "its rows differ in the number of topics");
            return rows;
        } catch (JsonParseException | IllegalStateException | ClassCastException | NumberFormatException
                | UnsupportedOperationException e) {
            throw OF_ENDPOINT.nonsense("it is not the JSON that was expected", e);
        }
    }

    private static float[] row(JsonObject prediction, Refusal refusal) {
        JsonArray weights = NAMES.stream().filter(prediction::has).findFirst().map(prediction::getAsJsonArray).orElse(null);
        refusal.unless(weights != null && !weights.isEmpty() && weights.size() <= MOST_TOPICS, "it holds no topic weights");
        float[] row = new float[weights.size()];
        double sum = 0;
        for (int topic = 0; topic < row.length; topic++) {
            row[topic] = weights.get(topic).getAsFloat();
            refusal.unless(row[topic] >= 0 && row[topic] <= 1 + TOLERANCE, "a topic weight is not between 0 and 1");
            sum += row[topic];
        }
        refusal.unless(Math.abs(sum - 1) <= TOLERANCE, "topic weights do not sum to 1");
        return row;
    }
}

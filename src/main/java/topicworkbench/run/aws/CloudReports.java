package topicworkbench.run.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.Counts;
import topicworkbench.run.Quality;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Stage;
import topicworkbench.workspace.RunName;
import topicworkbench.workspace.RunWriter;

/**
 * What the cloud's stages tell of their work, in files under the run's prefix. Nothing in them is trusted to be what it should.
 *
 * @param texts  reads a file by its key; empty where there is none
 * @param prefix of the run's keys
 */
record CloudReports(Function<String, Optional<String>> texts, String prefix, RunSpec spec) {
    private static final String SCORES = "evaluated/scores.json";
    private static final int MOST_FIGURES = 50;
    private static final int MOST_FILES = 1000;

    /** What a stage counted, under the names that a local run has for it. */
    Map<String, Long> figures(Stage stage) {
        return switch (stage) {
            case INGEST -> numbers("ingest.json");
            case PREPARE -> prepared();
            case VECTORISE -> numbers("training/corpus/corpus.json");
            case EVALUATE -> Map.of("topics", (long) scores().topics());
            case GATE -> Map.of("accepted", spec.gate().accepts(scores().quality().wetc(), scores().quality().tu()) ? 1L : 0L);
            case UPLOAD, TRAIN, ENDPOINT, FETCH, MAP -> Map.of();
        };
    }

    /** But for what the stage before had counted already. */
    private Map<String, Long> prepared() {
        Map<String, Long> numbers = numbers("prepare.json");
        numbers.remove("read");
        return numbers;
    }

    private Map<String, Long> numbers(String file) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        try {
            read(file).ifPresent(json -> json.asMap().forEach((name, value) -> {
                if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber() && name.matches("[a-z_]{1,40}")
                        && numbers.size() < MOST_FIGURES) {
                    numbers.put(name, value.getAsLong());
                }
            }));
        } catch (NumberFormatException e) { // of 1e999999999
            throw notUnderstood(file, e);
        }
        return numbers;
    }

    boolean hasScores() {
        return texts.apply(prefix + "/" + SCORES).isPresent();
    }

    /** The review files that were read, by their addresses. */
    List<String> files() {
        List<String> files = new ArrayList<>();
        read("ingest.json").filter(json -> json.get("files") instanceof JsonArray)
                .ifPresent(json -> json.getAsJsonArray("files").forEach(file -> {
            if (file instanceof JsonObject one && one.get("file") instanceof JsonPrimitive address && files.size() < MOST_FILES
                    && address.getAsString().startsWith(RunSpecs.S3)) {
                files.add(address.getAsString());
            }
        }));
        return files;
    }

    /**
     * How good the best model is.
     *
     * @param folder that holds its tables
     * @param why    it was chosen, in words
     */
    record Scores(String folder, int topics, String why, Quality quality) { }

    /** @throws ExplainedException if they are not there, or not such */
    Scores scores() {
        JsonObject json = read(SCORES).orElseThrow(() -> new ExplainedException("The scores of the run are not in the cloud.",
                "Resume the run, which evaluates it again."));
        try {
            JsonObject measured = json.getAsJsonObject("quality");
            String folder = json.get("folder").getAsString();
            if (!folder.matches("ntm|lda")) {
                throw new JsonParseException("no folder of results: " + folder);
            }
            Quality quality = new Quality(number(measured, "wetc"), number(measured, "tu"), number(measured, "npmi"),
                    number(measured, "perplexity"), number(measured, "stability"), measured.get("vectors").getAsString(),
                    measured.get("vectors_found").getAsInt());
            return new Scores(folder, json.get("topics").getAsInt(), json.get("why").getAsString(), quality);
        } catch (JsonParseException | IllegalStateException | NullPointerException | ClassCastException | NumberFormatException
                | UnsupportedOperationException e) {
            throw notUnderstood(SCORES, e);
        }
    }

    private static double number(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value == null || value.isJsonNull() ? Double.NaN : value.getAsDouble();
    }

    /** As far as they were told; @param tooShort reviews that were left with too few terms */
    static Counts counts(RunWriter writer, long tooShort, long documents, long terms, long tokens) {
        return new Counts(figure(writer, Stage.INGEST, "read"), figure(writer, Stage.INGEST, "rejected"),
                figure(writer, Stage.PREPARE, "filtered"), figure(writer, Stage.PREPARE, "exact_duplicates")
                        + figure(writer, Stage.PREPARE, "near_duplicates"), tooShort, documents, terms, tokens);
    }

    private static long figure(RunWriter writer, Stage stage, String name) {
        return writer.finished(stage).map(finished -> finished.figures().get(name)).orElse(0L);
    }

    /** What a run was called; empty where that is no name. @param json of name.json */
    static Optional<String> name(String json) {
        try {
            return Optional.of(RunName.require(JsonParser.parseString(json).getAsString()));
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | InvalidOptionException e) {
            return Optional.empty();
        }
    }

    private Optional<JsonObject> read(String file) {
        return texts.apply(prefix + "/" + file).map(text -> {
            try {
                return JsonParser.parseString(text).getAsJsonObject();
            } catch (JsonParseException | IllegalStateException e) {
                throw notUnderstood(file, e);
            }
        });
    }

    private static ExplainedException notUnderstood(String file, Exception cause) {
        return new ExplainedException("What the cloud left as " + file + " cannot be understood.",
                "Deploy again, so that stacks, image and this program are of one version, then resume the run.", cause);
    }
}

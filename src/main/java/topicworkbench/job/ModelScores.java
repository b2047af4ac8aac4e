package topicworkbench.job;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import topicworkbench.evaluation.ModelChoice.Candidate;
import topicworkbench.run.Quality;
import topicworkbench.run.QualityGate;

/**
 * How good the best model of an algorithm is: what the state machine decides by, and what a fetched run tells.
 *
 * @param algorithm {@code ntm} or {@code lda}; also the name of its folder
 * @param artifact  where it is in S3
 * @param host      that trained it, as in {@code algo-1}
 * @param loss      by which it was chosen, nats per token
 * @param why       in words, from what and by what
 * @param topics    how many
 * @param documents of the corpus
 * @param quality   measured as for a local run
 */
record ModelScores(String algorithm, String artifact, String host, double loss, String why, int topics, int documents,
        Quality quality) {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();
    /** What the state machine compares where WETC could not be measured; it passes a gate that asks for nothing. */
    private static final double LEAST_WETC = -1;

    /**
     * Of two algorithms the one that passes the gate; of equals the one with the better topics, by the product of coherence
     * and uniqueness.
     *
     * @see <a href="https://doi.org/10.1162/tacl_a_00325">Dieng, Ruiz and Blei 2020, topic quality</a>
     */
    static ModelScores best(List<ModelScores> all, QualityGate gate) {
        return all.stream().max(Comparator.comparing((ModelScores one) -> gate.accepts(one.quality.wetc(), one.quality.tu()))
                .thenComparingDouble(one -> Math.max(0, one.gateWetc()) * one.quality.tu())).orElseThrow();
    }

    private double gateWetc() {
        return Double.isNaN(quality.wetc()) ? LEAST_WETC : quality.wetc();
    }

    String json() {
        JsonObject json = new JsonObject();
        json.addProperty("algorithm", algorithm);
        json.addProperty("artifact", artifact);
        json.addProperty("wetc", gateWetc());
        json.addProperty("tu", Double.isNaN(quality.tu()) ? 0 : quality.tu());
        json.addProperty("folder", algorithm);
        json.addProperty("host", host);
        json.add("loss", number(loss));
        json.addProperty("why", why);
        json.addProperty("topics", topics);
        json.addProperty("documents", documents);
        JsonObject measured = new JsonObject();
        measured.add("wetc", number(quality.wetc()));
        measured.add("tu", number(quality.tu()));
        measured.add("npmi", number(quality.npmi()));
        measured.add("perplexity", number(quality.perplexity()));
        measured.add("stability", number(quality.stability()));
        measured.addProperty("vectors", quality.vectors());
        measured.addProperty("vectors_found", quality.vectorsFound());
        json.add("quality", measured);
        return GSON.toJson(json) + "\n";
    }

    private static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
    }

    /** For the exit message. */
    String inWords(List<ModelScores> all) {
        String others = all.size() == 1 ? "" : " Its topics are better than those of the other algorithm.";
        return String.format(Locale.ROOT, "%s, %d topics: WETC %.3f, TU %.3f, NPMI %.3f, perplexity %.1f.%s %s",
                algorithm.toUpperCase(Locale.ROOT), topics, quality.wetc(), quality.tu(), quality.npmi(), quality.perplexity(),
                others, why);
    }

    /** All models, best first, with the keys of their artifacts below the models' place. */
    static String candidatesJson(List<Candidate> candidates, Path models) {
        JsonArray all = new JsonArray();
        for (Candidate candidate : candidates) {
            JsonObject one = new JsonObject();
            one.addProperty("algorithm", candidate.algorithm());
            one.addProperty("artifact", key(candidate.artifact(), models));
            one.addProperty("host", candidate.host());
            one.add("loss", number(candidate.loss()));
            all.add(one);
        }
        return GSON.toJson(all) + "\n";
    }

    static String key(Path artifact, Path models) {
        return models.relativize(artifact).toString().replace('\\', '/');
    }
}

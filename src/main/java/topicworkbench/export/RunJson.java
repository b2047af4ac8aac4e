package topicworkbench.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import topicworkbench.run.Counts;
import topicworkbench.run.Provenance;
import topicworkbench.run.Quality;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSummary;
import topicworkbench.topic.Topic;

/** A run as the JSON that {@code show --json} prints: stable, described in src/main/doc/show-json.md. */
public final class RunJson {
    private static final int SCHEMA = 1;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().create();

    private RunJson() { }

    /** Characters that could take a terminal over are escaped, which JSON allows, so that none is lost. */
    public static String write(RunReport run) {
        return visible(GSON.toJson(toJson(run)));
    }

    /** The same text with what cannot be seen escaped. */
    public static String visible(String json) {
        return INVISIBLE.matcher(json).replaceAll(match -> match.group().chars()
                .mapToObj(unit -> String.format(Locale.ROOT, "\\\\u%04x", unit)).collect(Collectors.joining()));
    }

    private static JsonObject toJson(RunReport run) {
        JsonObject json = new JsonObject();
        json.addProperty("schema", SCHEMA);
        json.addProperty("run", run.summary().id());
        json.addProperty("name", run.summary().name());
        json.addProperty("state", run.summary().state().key());
        json.addProperty("algorithm", run.summary().spec() == null ? null : run.summary().spec().model().algorithm());
        json.add("topics", topics(run.topics()));
        json.add("quality", quality(run.quality()));
        json.add("counts", counts(run.counts()));
        json.add("spec", run.summary().spec() == null ? JsonNull.INSTANCE : RunSpecJson.toJson(run.summary().spec()));
        json.add("provenance", provenance(run.provenance(), run.summary()));
        return json;
    }

    /** Topics with all their words. */
    static JsonArray topics(List<Topic> topics) {
        JsonArray array = new JsonArray();
        for (Topic topic : topics) {
            JsonObject json = new JsonObject();
            json.addProperty("id", topic.id());
            json.addProperty("label", topic.label());
            number(json, "prevalence", topic.prevalence());
            number(json, "wetc", topic.wetc());
            number(json, "tu", topic.tu());
            number(json, "npmi", topic.npmi());
            json.addProperty("found_in", topic.stability() == null ? null : topic.stability().foundIn());
            number(json, "overlap", topic.stability() == null ? Double.NaN : topic.stability().overlap());
            JsonArray words = new JsonArray();
            for (Topic.Word word : topic.words()) {
                JsonObject entry = new JsonObject();
                entry.addProperty("term", word.term());
                number(entry, "probability", word.probability());
                words.add(entry);
            }
            json.add("words", words);
            array.add(json);
        }
        return array;
    }

    private static JsonObject quality(Quality quality) {
        JsonObject json = new JsonObject();
        number(json, "wetc", quality.wetc());
        number(json, "tu", quality.tu());
        number(json, "npmi", quality.npmi());
        number(json, "perplexity", quality.perplexity());
        number(json, "stability", quality.stability());
        json.addProperty("vectors", quality.vectors());
        json.addProperty("vectors_found", quality.vectorsFound());
        return json;
    }

    private static JsonObject counts(Counts counts) {
        JsonObject json = new JsonObject();
        json.addProperty("read", counts.read());
        json.addProperty("rejected", counts.rejected());
        json.addProperty("filtered", counts.filtered());
        json.addProperty("duplicates", counts.duplicates());
        json.addProperty("too_short", counts.tooShort());
        json.addProperty("documents", counts.documents());
        json.addProperty("terms", counts.terms());
        json.addProperty("tokens", counts.tokens());
        return json;
    }

    private static JsonElement provenance(Provenance provenance, RunSummary summary) {
        if (provenance == null) {
            return JsonNull.INSTANCE;
        }
        JsonObject json = new JsonObject();
        json.addProperty("application", provenance.application());
        JsonObject versions = new JsonObject();
        provenance.versions().forEach(versions::addProperty);
        json.add("versions", versions);
        json.addProperty("machine", provenance.machine());
        json.addProperty("created", summary.created().toString());
        json.addProperty("seed", provenance.seed());
        json.addProperty("corpus_hash", provenance.corpusHash());
        JsonObject taken = new JsonObject();
        provenance.takenFrom().forEach((stage, from) -> taken.addProperty(stage.key(), from));
        json.add("taken_from", taken);
        JsonObject seconds = new JsonObject();
        provenance.stageSeconds().forEach((stage, time) -> number(seconds, stage.key(), time));
        json.add("stage_seconds", seconds);
        JsonObject peaks = new JsonObject();
        provenance.stagePeakMb().forEach((stage, peak) -> peaks.addProperty(stage.key(), peak));
        json.add("stage_peak_mb", peaks);
        json.addProperty("peak_memory_mb", provenance.peakMemoryMb());
        number(json, "cost_usd", summary.spent().cost());
        return json;
    }

    /** JSON has no NaN and no infinity: they become null. */
    static void number(JsonObject json, String name, double value) {
        json.addProperty(name, Double.isFinite(value) ? value : null);
    }
}

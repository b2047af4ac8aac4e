package topicworkbench.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import topicworkbench.run.Quality;
import topicworkbench.study.StudyRow;
import topicworkbench.study.StudyTable;
import topicworkbench.study.Variation;

/** A study as the JSON that {@code show --json} prints: stable, described in src/main/doc/show-json.md. */
public final class StudyJson {
    private static final int SCHEMA = 1;
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().create();

    private StudyJson() { }

    public static String write(StudyTable table) {
        JsonObject json = new JsonObject();
        json.addProperty("schema", SCHEMA);
        json.addProperty("study", table.study().id());
        json.addProperty("name", table.study().name());
        json.addProperty("created", table.study().created().toString());
        JsonArray settings = new JsonArray();
        table.study().spec().variations().stream().map(Variation::setting).forEach(settings::add);
        json.add("settings", settings);
        JsonArray trials = new JsonArray();
        table.rows().forEach(row -> trials.add(trial(row)));
        json.add("trials", trials);
        JsonObject suggested = new JsonObject();
        suggested.addProperty("trial", table.advice().row() == null ? null : table.advice().row().number());
        suggested.addProperty("why", table.advice().why());
        json.add("suggested", suggested);
        return RunJson.visible(GSON.toJson(json));
    }

    private static JsonObject trial(StudyRow row) {
        JsonObject json = new JsonObject();
        json.addProperty("trial", row.number());
        JsonObject settings = new JsonObject();
        row.trial().settings().forEach(settings::addProperty);
        json.add("settings", settings);
        json.addProperty("run", row.run() == null ? null : row.run().id());
        json.addProperty("state", row.run() == null ? null : row.run().state().key());
        Quality quality = row.quality();
        RunJson.number(json, "wetc", quality.wetc());
        RunJson.number(json, "tu", quality.tu());
        RunJson.number(json, "npmi", quality.npmi());
        RunJson.number(json, "topic_quality", row.topicQuality());
        RunJson.number(json, "perplexity", quality.perplexity());
        RunJson.number(json, "stability", quality.stability());
        RunJson.number(json, "seconds", row.seconds());
        return json;
    }
}

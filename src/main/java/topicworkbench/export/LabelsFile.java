package topicworkbench.export;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.Curation;
import topicworkbench.curation.CurationJournal;
import topicworkbench.curation.CurationJson;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.files.AtomicFile;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.SplitTable;

/**
 * What people decided about a run's topics, as a file for somebody else: CSV for a spreadsheet, a row a topic; JSON with
 * everything, the journal and the splits too, so that two people's work can be merged.
 */
public final class LabelsFile {
    static final String FORMAT = "topic-workbench labels";
    static final List<String> COLUMNS = List.of("topic", "label", "description", "color", "note", "verdict", "hidden", "parts",
            "words");
    private static final int WORDS = 10;
    private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

    private LabelsFile() { }

    /**
     * @param target ends in .csv or .json
     * @param force  whether a file that is there is replaced
     */
    public static void write(RunFolder run, Path target, boolean force) {
        boolean json = isJson(target);
        if (Files.exists(target) && !force) {
            throw new ExplainedException("The file " + target + " is there already.",
                    "Give another name, or --force to replace it.");
        }
        CurationJournal journal = run.journal();
        Curation curation = journal.curation();
        List<Topic> topics = run.result().topics();
        AtomicFile.write(target, json ? PRETTY.toJson(json(run, journal, curation, topics)) + "\n" : csv(curation, topics));
    }

    static boolean isJson(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        InvalidOptionException.unless(name.endsWith(".json") || name.endsWith(".csv"), "file", file,
                "Give a name that ends in .csv or .json.");
        return name.endsWith(".json");
    }

    private static String csv(Curation curation, List<Topic> topics) {
        StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (CuratedTopic topic : curation.topics()) {
            csv.append(topic.id()).append(',').append(quoted(topic.label())).append(',').append(quoted(topic.description()))
                    .append(',').append(quoted(topic.color())).append(',').append(quoted(topic.note())).append(',')
                    .append(topic.verdict() == null ? "" : topic.verdict().key()).append(',').append(topic.hidden()).append(',')
                    .append(topic.parts().stream().map(Object::toString).collect(Collectors.joining(" "))).append(',')
                    .append(quoted(String.join(" / ", words(topic, topics)))).append("\r\n");
        }
        return csv.toString();
    }

    /** As CSV has it, and never a formula. */
    private static String quoted(String text) {
        return text == null ? "" : '"' + CsvText.guardedText(text).replace("\"", "\"\"") + '"';
    }

    /** The model's; none for a part of a split topic. */
    static List<String> words(CuratedTopic topic, List<Topic> topics) {
        return topic.id() >= topics.size() ? List.of()
                : topics.get(topic.id()).words().stream().limit(WORDS).map(Topic.Word::term).toList();
    }

    private static JsonObject json(RunFolder run, CurationJournal journal, Curation curation, List<Topic> topics) {
        JsonObject file = new JsonObject();
        file.addProperty("format", FORMAT);
        file.addProperty("run", run.id());
        file.addProperty("name", run.summary().name());
        file.addProperty("model_topics", curation.modelTopics());
        file.addProperty("written", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        JsonArray list = new JsonArray();
        curation.topics().forEach(topic -> list.add(json(topic, topics)));
        file.add("topics", list);
        JsonArray decisions = new JsonArray();
        journal.decisions().forEach(decision -> decisions.add(CurationJson.write(decision)));
        file.add("journal", decisions);
        JsonObject splits = new JsonObject();
        for (CuratedTopic topic : curation.everything()) {
            if (topic.fate() instanceof CuratedTopic.Fate.Split(List<Integer> _, String name)) {
                SplitTable table = SplitTable.read(run.files().split(name));
                JsonObject split = new JsonObject();
                split.add("reviews", PRETTY.toJsonTree(table.reviews()));
                split.add("parts", PRETTY.toJsonTree(table.parts()));
                splits.add(name, split);
            }
        }
        file.add("splits", splits);
        return file;
    }

    private static JsonObject json(CuratedTopic topic, List<Topic> topics) {
        JsonObject json = new JsonObject();
        json.addProperty("topic", topic.id());
        json.addProperty("label", topic.label());
        json.addProperty("description", topic.description());
        json.addProperty("color", topic.color());
        json.addProperty("note", topic.note());
        json.addProperty("verdict", topic.verdict() == null ? null : topic.verdict().key());
        json.addProperty("hidden", topic.hidden());
        json.add("parts", PRETTY.toJsonTree(topic.parts()));
        json.addProperty("split_of", topic.splitOf());
        json.add("words", PRETTY.toJsonTree(words(topic, topics)));
        return json;
    }
}

package topicworkbench.export.notebook;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import topicworkbench.chart.FittedText;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.Curation;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;

/**
 * A Jupyter notebook that opens the run's folder in pandas and redraws its main charts, for who goes on in Python. Its
 * cells are those of a Python file; names and decisions of people are put in as JSON.
 */
public final class NotebookFile {
    private static final String CELLS = "/topicworkbench/export/notebook/cells.py";
    private static final Pattern CELL = Pattern.compile("(?m)^# %%");
    private static final String TEXT = " [markdown]";

    private NotebookFile() { }

    /** Writes nbformat 4.5. */
    public static void write(Findings findings, Path file) throws IOException {
        JsonObject notebook = new JsonObject();
        notebook.add("cells", cells(findings));
        notebook.add("metadata", JsonParser.parseString("""
                {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
                 "language_info": {"name": "python"}}"""));
        notebook.addProperty("nbformat", 4);
        notebook.addProperty("nbformat_minor", 5);
        Files.writeString(file, new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(notebook) + "\n");
    }

    private static JsonArray cells(Findings findings) {
        JsonArray cells = new JsonArray();
        for (String part : CELL.split(source())) {
            if (!part.isBlank()) {
                cells.add(part.startsWith(TEXT) ? text(part.substring(TEXT.length()), findings, cells.size())
                        : code(part, findings, cells.size()));
            }
        }
        return cells;
    }

    private static JsonObject text(String part, Findings findings, int number) {
        String words = part.strip().replaceAll("(?m)^# ?", "").replace("RUN_NAME", escaped(findings.run().summary().name()))
                .replace("RUN_SOURCE", escaped(findings.source()));
        return cell("markdown", words, number);
    }

    private static JsonObject code(String part, Findings findings, int number) {
        JsonObject cell = cell("code", part.strip().replace("\"RUN_FOLDER\"", python(findings.run().folder().path().toString()))
                .replace("\"TOPICS\"", python(topics(findings).toString()))
                .replace("\"DECIDED\"", python(decided(findings.curated().curation()).toString())), number);
        cell.add("execution_count", com.google.gson.JsonNull.INSTANCE);
        cell.add("outputs", new JsonArray());
        return cell;
    }

    private static JsonObject cell(String type, String source, int number) {
        JsonObject cell = new JsonObject();
        cell.addProperty("cell_type", type);
        cell.addProperty("id", "cell-" + number);
        cell.add("metadata", new JsonObject());
        JsonArray lines = new JsonArray();
        List<String> all = source.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            lines.add(all.get(i) + (i + 1 < all.size() ? "\n" : ""));
        }
        cell.add("source", lines);
        return cell;
    }

    /** What people made of the topics, which the tables of the model do not say. */
    private static JsonArray topics(Findings findings) {
        JsonArray topics = new JsonArray();
        for (TopicFinding topic : findings.topics()) {
            JsonObject json = new JsonObject();
            json.addProperty("topic", topic.id());
            json.addProperty("name", topic.name());
            json.addProperty("color", String.format(Locale.ROOT, "#%06x", topic.color().getRGB() & 0xffffff));
            topics.add(json);
        }
        return topics;
    }

    /** From the model's word to what people see: the cells do what {@code CuratedAssignment} does. */
    private static JsonObject decided(Curation curation) {
        JsonObject homes = new JsonObject();
        IntStream.range(0, curation.modelTopics()).forEach(topic -> homes.addProperty(Integer.toString(topic), curation.home(topic)));
        JsonObject corrected = new JsonObject();
        curation.corrections().forEach((review, topic) -> corrected.addProperty(Integer.toString(review), curation.home(topic)));
        JsonArray splits = new JsonArray();
        curation.everything().stream().filter(topic -> topic.fate() instanceof CuratedTopic.Fate.Split)
                .sorted(Comparator.comparing(topic -> ((CuratedTopic.Fate.Split) topic.fate()).into().getFirst()))
                .forEach(topic -> splits.add(split(topic.id(), (CuratedTopic.Fate.Split) topic.fate(), curation)));
        JsonObject all = new JsonObject();
        all.add("homes", homes);
        all.add("corrected", corrected);
        all.add("splits", splits);
        return all;
    }

    private static JsonObject split(int topic, CuratedTopic.Fate.Split split, Curation curation) {
        JsonObject json = new JsonObject();
        json.addProperty("topic", topic);
        json.addProperty("file", split.file());
        JsonArray into = new JsonArray();
        split.into().forEach(part -> into.add(curation.home(part)));
        json.add("into", into);
        return json;
    }

    /** A Python string that means this text: as in JSON, with all but ASCII escaped, which differs beyond 16 bits. */
    private static String python(String text) {
        StringBuilder ascii = new StringBuilder();
        new JsonPrimitive(text).toString().codePoints().forEach(letter -> ascii.append(letter > 0xffff
                ? String.format(Locale.ROOT, "\\U%08x", letter) : letter < 0x20 || letter > 0x7e
                ? String.format(Locale.ROOT, "\\u%04x", letter)
                : Character.toString(letter)));
        return ascii.toString();
    }

    /** Plain words in Markdown, which takes HTML as it is. */
    private static String escaped(String text) {
        return FittedText.visible(text).replaceAll("([\\\\`*_{}\\[\\]()#+!|<>$~-])", "\\\\$1");
    }

    private static String source() {
        try (InputStream in = NotebookFile.class.getResourceAsStream(CELLS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

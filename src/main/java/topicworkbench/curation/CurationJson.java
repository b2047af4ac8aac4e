package topicworkbench.curation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import topicworkbench.curation.CurationEntry.Attach;
import topicworkbench.curation.CurationEntry.Correct;
import topicworkbench.curation.CurationEntry.Describe;
import topicworkbench.curation.CurationEntry.Detach;
import topicworkbench.curation.CurationEntry.Edit;
import topicworkbench.curation.CurationEntry.Flag;
import topicworkbench.curation.CurationEntry.Hide;
import topicworkbench.curation.CurationEntry.Mark;
import topicworkbench.curation.CurationEntry.Merge;
import topicworkbench.curation.CurationEntry.Name;
import topicworkbench.curation.CurationEntry.Note;
import topicworkbench.curation.CurationEntry.Paint;
import topicworkbench.curation.CurationEntry.Redo;
import topicworkbench.curation.CurationEntry.Separate;
import topicworkbench.curation.CurationEntry.Several;
import topicworkbench.curation.CurationEntry.Split;
import topicworkbench.curation.CurationEntry.Undo;

/** Decisions as lines of a journal; src/main/doc/run-folder.md describes them. */
public final class CurationJson {

    private CurationJson() { }

    public static JsonObject write(Decision decision) {
        JsonObject line = new JsonObject();
        line.addProperty("time", decision.time().toString());
        line.addProperty("who", decision.who());
        write(decision.entry()).entrySet().forEach(field -> line.add(field.getKey(), field.getValue()));
        return line;
    }

    private static JsonObject write(CurationEntry entry) {
        JsonObject line = new JsonObject();
        line.addProperty("do", entry.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        switch (entry) {
            case Undo() -> { }
            case Redo() -> { }
            case Several(String reason, List<Edit> edits) -> {
                line.addProperty("reason", reason);
                JsonArray array = new JsonArray();
                edits.forEach(edit -> array.add(write(edit)));
                line.add("edits", array);
            }
            case Name(int topic, String label) -> topic(line, topic).add("label", text(label));
            case Describe(int topic, String description) -> topic(line, topic).add("description", text(description));
            case Paint(int topic, String color) -> topic(line, topic).add("color", text(color));
            case Note(int topic, String note) -> topic(line, topic).add("note", text(note));
            case Mark(int topic, Verdict verdict) -> topic(line, topic).add("verdict",
                    text(verdict == null ? null : verdict.key()));
            case Hide(int topic, boolean hidden) -> topic(line, topic).addProperty("hidden", hidden);
            case Merge(int topic, List<Integer> others) -> topic(line, topic).add("others", numbers(others));
            case Separate(int topic, int part) -> topic(line, topic).addProperty("part", part);
            case Split(int topic, List<Integer> parts, String file) -> {
                topic(line, topic).add("parts", numbers(parts));
                line.addProperty("file", file);
            }
            case Attach(int topic, String run) -> topic(line, topic).addProperty("run", run);
            case Detach(int topic, String run) -> topic(line, topic).addProperty("run", run);
            case Correct(List<Integer> reviews, Integer topic) -> {
                line.add("reviews", numbers(reviews));
                line.add("topic", topic == null ? JsonNull.INSTANCE : new JsonPrimitive(topic));
            }
            case Flag(List<Integer> reviews, boolean flagged) -> {
                line.add("reviews", numbers(reviews));
                line.addProperty("flagged", flagged);
            }
        }
        return line;
    }

    private static JsonObject topic(JsonObject line, int topic) {
        line.addProperty("topic", topic);
        return line;
    }

    private static JsonElement text(String text) {
        return text == null ? JsonNull.INSTANCE : new JsonPrimitive(text);
    }

    private static JsonArray numbers(List<Integer> numbers) {
        JsonArray array = new JsonArray(numbers.size());
        numbers.forEach(array::add);
        return array;
    }

    /** Empty for a line that something else wrote, that is damaged, or that a later version of the program wrote. */
    public static Optional<Decision> read(JsonObject line) {
        try {
            return Optional.of(new Decision(time(line), line.has("who") ? line.get("who").getAsString() : "",
                    entry(line)));
        } catch (RuntimeException e) { // whatever a field of the wrong kind, or a record's constructor, throws
            return Optional.empty();
        }
    }

    private static Instant time(JsonObject line) {
        try {
            return Instant.parse(line.get("time").getAsString());
        } catch (DateTimeException | NullPointerException e) {
            return Instant.EPOCH;
        }
    }

    private static CurationEntry entry(JsonObject line) {
        String what = line.has("do") ? line.get("do").getAsString() : "name"; // older lines only name
        return switch (what) {
            case "undo" -> new Undo();
            case "redo" -> new Redo();
            default -> edit(what, line);
        };
    }

    private static Edit edit(String what, JsonObject line) {
        return switch (what) {
            case "several" -> several(line);
            case "name" -> new Name(number(line, "topic"), text(line, "label"));
            case "describe" -> new Describe(number(line, "topic"), text(line, "description"));
            case "paint" -> new Paint(number(line, "topic"), text(line, "color"));
            case "note" -> new Note(number(line, "topic"), text(line, "note"));
            case "mark" -> new Mark(number(line, "topic"), verdict(text(line, "verdict")));
            case "hide" -> new Hide(number(line, "topic"), flag(line, "hidden"));
            case "merge" -> new Merge(number(line, "topic"), numbers(line, "others"));
            case "separate" -> new Separate(number(line, "topic"), number(line, "part"));
            case "split" -> new Split(number(line, "topic"), numbers(line, "parts"), line.get("file").getAsString());
            case "attach" -> new Attach(number(line, "topic"), line.get("run").getAsString());
            case "detach" -> new Detach(number(line, "topic"), line.get("run").getAsString());
            case "correct" -> new Correct(numbers(line, "reviews"),
                    line.get("topic").isJsonNull() ? null : number(line, "topic"));
            case "flag" -> new Flag(numbers(line, "reviews"), flag(line, "flagged"));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Several several(JsonObject line) {
        List<Edit> edits = new ArrayList<>();
        for (JsonElement element : line.getAsJsonArray("edits")) {
            JsonObject edit = element.getAsJsonObject();
            String what = edit.get("do").getAsString();
            if (what.equals("several")) { // never written; refused here, so that none lies as deep as a stack
                throw new IllegalArgumentException(what);
            }
            edits.add(edit(what, edit));
        }
        return new Several(text(line, "reason"), edits);
    }

    private static int number(JsonObject line, String field) {
        return line.get(field).getAsJsonPrimitive().getAsBigDecimal().intValueExact();
    }

    private static List<Integer> numbers(JsonObject line, String field) {
        return line.getAsJsonArray(field).asList().stream()
                .map(number -> number.getAsJsonPrimitive().getAsBigDecimal().intValueExact()).toList();
    }

    private static String text(JsonObject line, String field) {
        return !line.has(field) || line.get(field).isJsonNull() ? null : line.get(field).getAsString();
    }

    private static boolean flag(JsonObject line, String field) {
        JsonPrimitive value = line.getAsJsonPrimitive(field);
        if (!value.isBoolean()) {
            throw new IllegalArgumentException(field);
        }
        return value.getAsBoolean();
    }

    private static Verdict verdict(String key) {
        return key == null ? null : Verdict.valueOf(key.toUpperCase(Locale.ROOT));
    }
}

package topicworkbench.curation;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** The user's names for topics, kept as a journal of who called which topic what, and when; the last name counts. */
public final class Labels {
    private static final int LONGEST_LABEL = 200;

    private final Journal journal;
    private final Clock clock;

    public Labels(Path file, Clock clock) {
        this.journal = new Journal(file);
        this.clock = clock;
    }

    /** The label of each topic that has one. */
    public Map<Integer, String> current() {
        Map<Integer, String> labels = new TreeMap<>();
        for (JsonObject entry : journal.read()) {
            JsonElement topic = entry.get("topic");
            JsonElement label = entry.get("label");
            if (!(topic instanceof JsonPrimitive number && number.isNumber())) {
                continue; // written by something else, or damaged
            }
            if (label instanceof JsonPrimitive text) {
                labels.put(number.getAsInt(), text.getAsString());
            } else {
                labels.remove(number.getAsInt());
            }
        }
        return labels;
    }

    /** @param label null or blank takes the label away */
    public void set(int topic, String label) {
        String stripped = label == null ? "" : label.strip();
        JsonObject entry = new JsonObject();
        entry.addProperty("time", Instant.now(clock).truncatedTo(ChronoUnit.MILLIS).toString());
        entry.addProperty("who", System.getProperty("user.name", ""));
        entry.addProperty("topic", topic);
        entry.add("label", stripped.isEmpty() ? JsonNull.INSTANCE
                : new JsonPrimitive(stripped.substring(0, Math.min(LONGEST_LABEL, stripped.length()))));
        journal.append(entry);
    }
}

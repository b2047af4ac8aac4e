package topicworkbench.glue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import topicworkbench.corpus.OtherColumns;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.failure.ExplainedException;

/**
 * What the jobs need of a run's spec.json. The program that launched the run has checked the whole of it; what is left
 * out there keeps its default.
 *
 * @param columns the user's own columns, field key to column name
 * @param keep    which of the columns that no field uses are kept, as {@link OtherColumns} takes them
 * @param filter  which reviews are kept
 */
record JobSpec(Map<String, String> columns, List<String> keep, ReviewFilter filter) {

    /** @param name of the file, for messages */
    static JobSpec of(String json, String name) {
        try {
            JsonObject spec = JsonParser.parseString(json).getAsJsonObject();
            Map<String, String> columns = new HashMap<>();
            object(object(spec, "reviews"), "columns").entrySet().forEach(e -> columns.put(e.getKey(), e.getValue().getAsString()));
            JsonObject filter = object(spec, "filter");
            return new JobSpec(columns, filter.has("keep_columns") ? names(filter, "keep_columns") : OtherColumns.ALL, filter(filter));
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException
                | DateTimeException e) {
            throw new ExplainedException("The specification " + name + " is not the JSON of a run.",
                    "Launch the run again with the program.", e);
        }
    }

    private static ReviewFilter filter(JsonObject filter) {
        ReviewFilter defaults = ReviewFilter.DEFAULTS;
        JsonElement maxCharacters = given(filter, "max_characters");
        return new ReviewFilter(number(filter, "min_stars"), number(filter, "max_stars"), names(filter, "products"),
                names(filter, "categories"), day(filter, "from"), day(filter, "to"), flag(filter, "verified_only", defaults.verifiedOnly()),
                given(filter, "min_characters") == null ? defaults.minCharacters() : filter.get("min_characters").getAsInt(),
                maxCharacters == null ? null : Integer.valueOf(maxCharacters.getAsInt()),
                flag(filter, "exact_duplicates", defaults.exactDuplicates()), flag(filter, "near_duplicates", defaults.nearDuplicates()));
    }

    private static JsonObject object(JsonObject json, String member) {
        JsonElement value = given(json, member);
        return value == null ? new JsonObject() : value.getAsJsonObject();
    }

    private static JsonElement given(JsonObject json, String member) {
        JsonElement value = json.get(member);
        return value == null || value.isJsonNull() ? null : value;
    }

    private static Double number(JsonObject json, String member) {
        JsonElement value = given(json, member);
        return value == null ? null : Double.valueOf(value.getAsDouble());
    }

    private static LocalDate day(JsonObject json, String member) {
        JsonElement value = given(json, member);
        return value == null ? null : LocalDate.parse(value.getAsString());
    }

    private static boolean flag(JsonObject json, String member, boolean otherwise) {
        JsonElement value = given(json, member);
        return value == null ? otherwise : value.getAsBoolean();
    }

    private static List<String> names(JsonObject json, String member) {
        List<String> names = new ArrayList<>();
        JsonElement value = given(json, member);
        if (value != null) {
            value.getAsJsonArray().forEach(name -> names.add(name.getAsString()));
        }
        return names;
    }
}

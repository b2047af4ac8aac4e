package topicworkbench.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topicworkbench.failure.InvalidOptionException;

/** The texts of {@code --column FIELD=NAME}. */
final class ColumnChoice {

    private ColumnChoice() { }

    /** @return field to column, empty for none; whether the field exists is checked where they are used */
    static Map<String, String> parse(List<String> options) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String option : options) {
            String[] parts = option.split("=", 2);
            if (parts.length < 2) {
                throw new InvalidOptionException("column", "\"" + option + "\" chooses no column.",
                        "Write FIELD=NAME, for example --column text=review_body; nothing after the = for no column.");
            }
            columns.put(parts[0].strip(), parts[1]);
        }
        return columns;
    }
}

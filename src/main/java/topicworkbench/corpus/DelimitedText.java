package topicworkbench.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * The first records of delimited text, as far as they are needed to recognise it; DuckDB reads the whole.
 */
final class DelimitedText {
    private DelimitedText() { }

    /**
     * Splits text into records.
     *
     * @param quoting whether a double quote at the start of a field encloses it, doubled inside it
     * @param limit   greatest number of records
     */
    static List<List<String>> records(String text, char delimiter, boolean quoting, int limit) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean fresh = true;
        for (int i = 0; i < text.length() && records.size() < limit; i++) {
            char c = text.charAt(i);
            if (quoted && c == '"') {
                if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (quoting && !quoted && fresh && c == '"') {
                quoted = true;
                fresh = false;
            } else if (!quoted && c == delimiter) {
                record.add(take(field));
                fresh = true;
            } else if (!quoted && c == '\n') {
                record.add(take(field));
                fresh = true;
                if (record.size() > 1 || !record.getFirst().isEmpty()) {
                    records.add(record);
                }
                record = new ArrayList<>();
            } else if (quoted || c != '\r') {
                field.append(c);
                fresh = false;
            }
        }
        if (records.size() < limit && (!record.isEmpty() || !field.isEmpty())) {
            record.add(take(field));
            records.add(record);
        }
        return records;
    }

    private static String take(StringBuilder field) {
        String value = field.toString();
        field.setLength(0);
        return value;
    }
}

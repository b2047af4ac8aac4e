package topicworkbench.corpus;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * The first records of delimited text, as far as they are needed to recognise it; DuckDB reads the whole.
 */
final class DelimitedText {
    static final char QUOTE = '"';
    private static final char BACKSLASH = '\\';

    private DelimitedText() { }

    /** What escapes quotes: a backslash where more records then have as many fields as the first, else a second quote. */
    static char escape(String text, char delimiter, int limit) {
        return text.contains("\\\"") && sound(records(text, delimiter, true, BACKSLASH, limit))
                > sound(records(text, delimiter, true, QUOTE, limit)) ? BACKSLASH : QUOTE;
    }

    private static long sound(List<List<String>> records) {
        return records.stream().filter(record -> record.size() == records.get(0).size()).count();
    }

    /**
     * Splits text into records.
     *
     * @param quoting whether a double quote at the start of a field encloses it, doubled inside it
     * @param limit   greatest number of records
     */
    static List<List<String>> records(String text, char delimiter, boolean quoting, int limit) {
        return records(text, delimiter, quoting, QUOTE, limit);
    }

    /** @param escape what stands before a quote inside of a quoted field: another quote, or a backslash */
    static List<List<String>> records(String text, char delimiter, boolean quoting, char escape, int limit) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean fresh = true;
        for (int i = 0; i < text.length() && records.size() < limit; i++) {
            char c = text.charAt(i);
            if (quoted && c == escape && i + 1 < text.length()
                    && (text.charAt(i + 1) == QUOTE || text.charAt(i + 1) == escape)) {
                field.append(text.charAt(i + 1));
                i++;
            } else if (quoted && c == QUOTE) {
                quoted = false;
            } else if (quoting && !quoted && fresh && c == QUOTE) {
                quoted = true;
                fresh = false;
            } else if (!quoted && c == delimiter) {
                record.add(take(field));
                fresh = true;
            } else if (!quoted && c == '\n') {
                record.add(take(field));
                fresh = true;
                if (record.size() > 1 || !record.get(0).isEmpty()) {
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

    /** Writes a record of which every value that there is stands in quotes. */
    static void write(String[] values, char delimiter, Writer out) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            if (values[i] != null) {
                out.write(QUOTE + values[i].replace("\"", "\"\"") + QUOTE);
            }
        }
        out.write('\n');
    }

    private static String take(StringBuilder field) {
        String value = field.toString();
        field.setLength(0);
        return value;
    }
}

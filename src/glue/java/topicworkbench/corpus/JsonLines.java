package topicworkbench.corpus;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** One JSON object a line; empty lines are counted and passed over. */
final class JsonLines implements ReviewRecords {
    private static final int LONGEST_LINE = 2_000_000;
    /** Parts columns for DuckDB, which takes each line for a table of one column. */
    private static final char NEVER = 1;

    private final LineCounter text;
    private final List<String> names;
    private long records;

    JsonLines(Reader text, List<String> names) {
        this.text = new LineCounter(text);
        this.names = names;
    }

    @Override
    public Record next() throws IOException {
        for (long line = text.line(); ; line = text.line()) {
            long start = text.position();
            StringBuilder written = new StringBuilder();
            int c = text.read();
            int length = 0;
            for (; c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
                if (length++ <= LONGEST_LINE) {
                    written.append((char) c);
                }
            }
            if (c < 0 && length == 0) {
                return null;
            }
            boolean tooLong = text.position() - (c < 0 ? 0 : 1) - start > LONGEST_LINE;
            text.endLine(c);
            if (tooLong) {
                return Record.rejected(0, line, RejectReason.LONG_LINE, written.toString(), 0);
            }
            String json = written.toString();
            int parted = json.indexOf(NEVER);
            if (parted >= 0) {
                if (json.chars().skip(parted).anyMatch(rest -> rest != NEVER)) {
                    return Record.rejected(0, line, RejectReason.NOT_JSON, json, 0);
                }
                json = json.substring(0, parted);
            }
            records++;
            if (!ReviewNormalizer.trimmed(json).isEmpty()) {
                return JsonValues.record(records, json, names);
            }
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

package topicworkbench.corpus;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;

/** JSON objects in one array, or one after another over any number of lines. Memory is bounded by the longest. */
final class JsonValues implements ReviewRecords {
    private static final int LONGEST_VALUE = 16 << 20;

    private final LineCounter text;
    private final List<String> names;
    private final boolean array;
    private final Path file;
    private int c;
    private long records;
    private boolean closed;

    /** @param array whether the values stand in an array; @param file for messages */
    JsonValues(Reader text, List<String> names, boolean array, Path file) throws IOException {
        this.text = new LineCounter(text);
        this.names = names;
        this.array = array;
        this.file = file;
        advance();
        if (array) {
            require(c == '[');
            advance();
        }
    }

    /** What an object's members or a value's fault make of a record. */
    static Record record(long number, String json, List<String> names) {
        try {
            String[] values = new JsonText(json).object(names);
            return values != null ? Record.read(number, values, number)
                    : Record.rejected(number, number, RejectReason.NO_OBJECT, json, 0);
        } catch (JsonText.MalformedException e) {
            return Record.rejected(number, number, RejectReason.NOT_JSON, json, 0);
        }
    }

    @Override
    public Record next() throws IOException {
        if (array && c == ']') {
            advance();
            require(c < 0);
            closed = true;
        }
        if (c < 0) {
            require(!array || closed); // else the file ends early
            return null;
        }
        Record record = record(++records, value(), names);
        require(record.reason() == null || !record.reason().equals(RejectReason.NOT_JSON));
        if (array) {
            require(c == ',' || c == ']');
            if (c == ',') {
                advance();
                require(c != ']'); // a comma is followed by a value
            }
        }
        return record;
    }

    /** The text of the value that begins here, up to its closing bracket; goes on to what comes after. */
    private String value() throws IOException {
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        do {
            require(c >= 0 && value.length() < LONGEST_VALUE);
            value.append((char) c);
            if (quoted) {
                if (c == '\\') {
                    value.append((char) text.read());
                }
                quoted = c != '"';
            } else {
                quoted = c == '"';
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
            c = text.read();
        } while (quoted || depth > 0 || !(ended(value) || c < 0));
        skipBlanks();
        return value.toString();
    }

    /** Brackets and strings end by themselves, all else where something else begins. */
    private boolean ended(StringBuilder value) {
        char first = value.charAt(0);
        return first == '{' || first == '[' || first == '"' || c <= ' ' || c == ',' || c == ']';
    }

    private void advance() throws IOException {
        c = text.read();
        skipBlanks();
    }

    private void skipBlanks() throws IOException {
        while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            c = text.read();
        }
    }

    private void require(boolean holds) {
        if (!holds) {
            throw DamagedFile.json(file, null);
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

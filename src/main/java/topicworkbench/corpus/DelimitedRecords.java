package topicworkbench.corpus;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes delimited text apart as DuckDB's reader does in its strict mode, state for state, so that a job which reads
 * without DuckDB rejects the same records for the same reasons. Memory is bounded by the longest record that is read.
 *
 * @see <a href="https://github.com/duckdb/duckdb/blob/main/src/execution/operator/csv_scanner/state_machine/csv_state_machine_cache.cpp">DuckDB's
 * transitions</a>
 */
final class DelimitedRecords implements ReviewRecords {
    private static final int LONGEST_RECORD = 2_000_000;
    private static final int NONE = -1;
    private static final int END = -1;

    private enum State { START, DELIMITER, BLANK, PLAIN, QUOTED, CLOSED, ESCAPED }

    private final LineCounter text;
    private final int columns;
    private final char delimiter;
    private final int quote;
    private final int escape;

    private final StringBuilder field = new StringBuilder();
    private final StringBuilder excerpt = new StringBuilder();
    private final List<String> values = new ArrayList<>();
    private State state = State.START;
    private int quoted = NONE;
    private boolean escaped;
    private boolean tooMany;
    private boolean broken;
    private boolean done;
    private long records;
    private long start;
    private long line;

    /** Of a CSV or TSV file in UTF-8 whose lines all end in the same way. */
    static DelimitedRecords of(ReviewFile file) throws IOException {
        boolean quoting = file.format() == ReviewFormat.CSV;
        return new DelimitedRecords(file.openText(), file.columns().size(), file.delimiter(), quoting ? DelimitedText.QUOTE : 0,
                file.escape(), !file.layout().headerless());
    }

    /**
     * @param columns    number of columns; a record of one column may be an empty line
     * @param delimiter  between fields
     * @param quote      encloses fields, or 0 where nothing does
     * @param escape     before a quote inside of a quoted field
     * @param header     whether the first record names the columns
     */
    DelimitedRecords(Reader text, int columns, char delimiter, char quote, char escape, boolean header) throws IOException {
        this.text = new LineCounter(text);
        this.columns = columns;
        this.delimiter = delimiter;
        this.quote = quote == 0 ? NONE : quote;
        this.escape = quote == 0 ? NONE : escape;
        if (header) {
            skipHeader();
        }
    }

    /** A header with a quote in the wrong place takes the whole file with it, as it does in DuckDB. */
    private void skipHeader() throws IOException {
        done = !scan(true) || broken;
    }

    @Override
    public Record next() throws IOException {
        if (done) {
            return null;
        }
        reset();
        return scan(columns == 1) ? record() : null;
    }

    /**
     * Reads a record.
     *
     * @param blank whether an empty line is one
     * @return whether there was one
     */
    private boolean scan(boolean blank) throws IOException {
        while (true) {
            int c = text.read();
            if (c == END) {
                done = true;
                if (state != State.START && state != State.QUOTED) {
                    endField();
                }
                return state != State.START;
            }
            if ((c == '\n' || c == '\r') && state != State.QUOTED && state != State.ESCAPED) {
                text.endLine(c);
                if (state != State.START || blank) {
                    endField();
                    return true;
                }
            } else {
                if (state == State.START) {
                    start = text.position(c);
                    line = text.line();
                }
                take((char) c);
            }
        }
    }

    private void take(char c) {
        if (excerpt.length() < 2 * EXCERPT) {
            excerpt.append(c);
        }
        if (c == delimiter && state != State.QUOTED && state != State.ESCAPED) {
            endField();
            state = State.DELIMITER;
            return;
        }
        state = switch (state) {
            case START, DELIMITER, BLANK -> beforeAValue(c);
            case QUOTED -> inQuotes(c);
            case CLOSED -> afterAQuote(c);
            case ESCAPED -> State.QUOTED;
            case PLAIN -> State.PLAIN;
        };
        if (field.length() <= LONGEST_RECORD) {
            field.append(c);
        }
    }

    private State beforeAValue(char c) {
        if (c == quote) {
            quoted = field.length();
            return State.QUOTED;
        }
        return c == ' ' && state != State.BLANK ? State.BLANK : State.PLAIN;
    }

    private State inQuotes(char c) {
        if (c == quote) {
            return State.CLOSED;
        }
        escaped |= c == escape;
        return c == escape ? State.ESCAPED : State.QUOTED;
    }

    /** The quote may have been half of two, the end of the value, or one in a wrong place. */
    private State afterAQuote(char c) {
        if (c == quote && quote == escape) {
            escaped = true;
            return State.QUOTED;
        }
        if (c == ' ') {
            escaped |= field.charAt(field.length() - 1) == ' ';
            return State.CLOSED;
        }
        broken = true;
        return State.PLAIN;
    }

    /** A first value too many is forgiven where it is empty, and so are those after it. */
    private void endField() {
        String value = quoted >= 0 ? quotedValue() : field.toString();
        field.setLength(0);
        quoted = NONE;
        escaped = false;
        if (values.size() < columns) {
            values.add(value.isEmpty() ? null : value);
        } else {
            tooMany |= !value.isEmpty();
        }
    }

    private String quotedValue() {
        int end = field.length();
        while (end > quoted + 1 && field.charAt(end - 1) == ' ') {
            end--;
        }
        String value = end > quoted + 1 ? field.substring(quoted + 1, end - 1) : "";
        return escaped ? unescaped(value) : value;
    }

    private String unescaped(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        boolean after = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == escape && !after) {
                after = true;
            } else {
                if (c != quote || after) {
                    plain.append(c);
                }
                after = false;
            }
        }
        return plain.toString();
    }

    private Record record() {
        boolean open = state == State.QUOTED;
        boolean tooFew = !open && values.size() < columns;
        boolean tooLong = !open && text.position() - start > LONGEST_RECORD;
        if (!open && !tooFew && !tooLong && !tooMany && !broken) {
            return Record.read(++records, values.toArray(new String[0]), line);
        }
        String reason = tooLong ? RejectReason.LONG_RECORD : tooFew ? RejectReason.tooFew(columns)
                : tooMany ? RejectReason.tooMany(columns) : RejectReason.UNCLOSED;
        long swallowed = open && !tooMany ? text.line() - line + (text.lastEnded() ? 0 : 1) : 0;
        return Record.rejected(0, line, swallowed > 1 ? RejectReason.neverClosed(swallowed) : reason, excerpt.toString(), swallowed);
    }

    private void reset() {
        field.setLength(0);
        excerpt.setLength(0);
        values.clear();
        state = State.START;
        quoted = NONE;
        escaped = false;
        tooMany = false;
        broken = false;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

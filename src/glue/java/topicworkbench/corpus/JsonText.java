package topicworkbench.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads JSON values as DuckDB's parser does: RFC 8259, and beside it trailing commas, NaN and Infinity. Of values that
 * are no strings it gives the text that DuckDB would write. Of members of one name the first counts.
 *
 * @see <a href="https://ibireme.github.io/yyjson/doc/doxygen/html/">yyjson</a>
 */
final class JsonText {
    private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");
    private static final int DEEPEST = 1000;

    /** Not JSON. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException() {
            super("malformed JSON", null, false, false);
        }
    }

    private final String text;
    private final Map<String, String> wanted = new HashMap<>();
    private int at;

    JsonText(String text) {
        this.text = text;
    }

    /**
     * The members of the one object that the text is.
     *
     * @param names of those that are wanted
     * @return their values in the order of the names, null for none; null if the text is another value
     */
    String[] object(List<String> names) throws MalformedException {
        blanks();
        boolean object = at < text.length() && text.charAt(at) == '{';
        wanted.clear();
        names.forEach(name -> wanted.put(name, null));
        value(null, object ? wanted : null, 0);
        blanks();
        if (at < text.length()) {
            throw new MalformedException();
        }
        return object ? names.stream().map(wanted::get).toArray(String[]::new) : null;
    }

    /** @param out gets the value as DuckDB writes it, or null; @param members get those of an object that they name */
    private void value(StringBuilder out, Map<String, String> members, int depth) throws MalformedException {
        if (depth > DEEPEST) {
            throw new MalformedException();
        }
        switch (peek()) {
            case '{' -> object(out, members, depth);
            case '[' -> array(out, depth);
            case '"' -> {
                String string = string();
                if (out != null) {
                    quote(string, out);
                }
            }
            default -> append(out, literal());
        }
    }

    private void object(StringBuilder out, Map<String, String> members, int depth) throws MalformedException {
        append(out, "{");
        Set<String> seen = members == null ? null : new HashSet<>();
        at++;
        blanks();
        for (boolean first = true; peek() != '}'; first = false) {
            append(out, first ? "" : ",");
            if (peek() != '"') {
                throw new MalformedException();
            }
            String name = string();
            if (out != null) {
                quote(name, out);
            }
            append(out, ":");
            blanks();
            expect(':');
            blanks();
            if (members != null && members.containsKey(name) && seen.add(name)) {
                members.put(name, extracted(depth));
            } else {
                value(out, null, depth + 1);
            }
            comma('}');
        }
        at++;
        append(out, "}");
    }

    /** A string as it is, null as none, all else as it is written. */
    private String extracted(int depth) throws MalformedException {
        if (peek() == '"') {
            return string();
        }
        StringBuilder out = new StringBuilder();
        value(out, null, depth + 1);
        String written = out.toString();
        return written.equals("null") ? null : written;
    }

    private void array(StringBuilder out, int depth) throws MalformedException {
        append(out, "[");
        at++;
        blanks();
        for (boolean first = true; peek() != ']'; first = false) {
            append(out, first ? "" : ",");
            value(out, null, depth + 1);
            comma(']');
        }
        at++;
        append(out, "]");
    }

    private void comma(char close) throws MalformedException {
        blanks();
        if (peek() == ',') {
            at++;
            blanks();
        } else if (peek() != close) {
            throw new MalformedException();
        }
    }

    private String literal() throws MalformedException {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.equals("true") || word.equals("false") || word.equals("null")) {
            return word;
        }
        String unsigned = word.startsWith("-") ? word.substring(1) : word;
        return NOT_FINITE.contains(unsigned.toLowerCase(Locale.ROOT)) ? word : number(word, unsigned);
    }

    private static String number(String word, String unsigned) throws MalformedException {
        if (!NUMBER.matcher(unsigned).matches()) {
            throw new MalformedException();
        }
        if (unsigned.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return unsigned.equals("0") ? "0" : word;
        }
        double value = Double.parseDouble(word);
        return Double.isInfinite(value) ? word : NumberText.json(value);
    }

    private String string() throws MalformedException {
        at++;
        int close = at;
        while (close < text.length() && text.charAt(close) != '"' && text.charAt(close) != '\\' && text.charAt(close) >= ' ') {
            close++;
        }
        StringBuilder string = new StringBuilder().append(text, at, close);
        at = close;
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return string.toString();
            }
            if (c < ' ') {
                throw new MalformedException();
            }
            char said = c == '\\' ? escaped() : c;
            string.append(said);
            if (c == '\\' && Character.isSurrogate(said)) {
                string.append(partner(said));
            }
        }
    }

    /** The second half of a character that is escaped in two. */
    private char partner(char high) throws MalformedException {
        expect('\\');
        expect('u');
        char low = unicode();
        if (!Character.isSurrogatePair(high, low)) {
            throw new MalformedException();
        }
        return low;
    }

    private char escaped() throws MalformedException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new MalformedException();
        };
    }

    private char unicode() throws MalformedException {
        if (at + 4 > text.length()) {
            throw new MalformedException();
        }
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = text.charAt(at++);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw new MalformedException();
            }
            code = 16 * code + digit;
        }
        return (char) code;
    }

    private static void quote(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04X", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }

    private static void append(StringBuilder out, String written) {
        if (out != null) {
            out.append(written);
        }
    }

    private void expect(char c) throws MalformedException {
        if (peek() != c) {
            throw new MalformedException();
        }
        at++;
    }

    private char peek() throws MalformedException {
        if (at >= text.length()) {
            throw new MalformedException();
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}

package topicworkbench.export;

import java.util.regex.Pattern;

/** Strangers' text in CSV, which a spreadsheet would run as a formula if it begins like one. */
public final class CsvText {

    private CsvText() { }

    private static final Pattern RISKY = Pattern.compile("[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    /** The text, with an apostrophe before it if a spreadsheet could run it. */
    static String guardedText(String text) {
        return RISKY.matcher(text).matches() ? "'" + text : text;
    }

    /** The text as it was before {@link #guardedText}. */
    static String unguarded(String text) {
        return text.startsWith("'") && RISKY.matcher(text.substring(1)).matches() ? text.substring(1) : text;
    }

    /** The column in SQL, with an apostrophe before such text; also behind the wide signs of East Asian keyboards. */
    public static String guarded(String column) {
        return "CASE WHEN regexp_matches(" + column + ", '^[=+\\-@\\t\\r\\n＝＋－＠]') THEN '''' || " + column + " ELSE " + column
                + " END AS " + column;
    }
}

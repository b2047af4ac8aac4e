package topicworkbench.export;

/** Strangers' text in CSV, which a spreadsheet would run as a formula if it begins like one. */
public final class CsvText {

    private CsvText() { }

    /** The column in SQL, with an apostrophe before such text; also behind the wide signs of East Asian keyboards. */
    public static String guarded(String column) {
        return "CASE WHEN regexp_matches(" + column + ", '^[=+\\-@\\t\\r\\n＝＋－＠]') THEN '''' || " + column + " ELSE " + column
                + " END AS " + column;
    }
}

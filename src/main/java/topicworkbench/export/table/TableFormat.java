package topicworkbench.export.table;

import java.nio.file.Path;
import topicworkbench.corpus.DuckDb;

/** As what a table is written. */
public enum TableFormat {
    /** For spreadsheets: text that one would run as a formula begins with an apostrophe. */
    CSV("csv", "FORMAT csv, HEADER"),
    PARQUET("parquet", "FORMAT parquet, COMPRESSION zstd"),
    /** One array. */
    JSON("json", "FORMAT json, ARRAY true");

    private final String ending;
    private final String options;

    TableFormat(String ending, String options) {
        this.ending = ending;
        this.options = options;
    }

    Path file(Path folder, String table) {
        return folder.resolve(table + "." + ending);
    }

    String copy(String query, Path file) {
        return "COPY (" + query + ") TO " + DuckDb.literal(file) + " (" + options + ")";
    }
}

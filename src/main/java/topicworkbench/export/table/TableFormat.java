package topicworkbench.export.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import topicworkbench.corpus.DuckDb;
import topicworkbench.failure.InvalidOptionException;

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

    /** The format that a file's name ends like. @throws InvalidOptionException if it ends otherwise */
    public static TableFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> name.endsWith("." + format.ending)).findFirst().orElseThrow(() ->
                new InvalidOptionException("output", "The file " + file + " does not say by its ending what it is to be.",
                        "Name one that ends in .csv, .parquet or .json."));
    }

    Path file(Path folder, String table) {
        return folder.resolve(table + "." + ending);
    }

    String copy(String query, Path file) {
        return "COPY (" + query + ") TO " + DuckDb.literal(file) + " (" + options + ")";
    }
}

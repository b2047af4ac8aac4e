package topicworkbench.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The SQL that reads one file as normalised rows: field by field, with the reason where a row cannot be read. */
final class ReviewQuery {
    /** Longest JSON value and longest record of delimited text, in bytes. */
    private static final int LONGEST_RECORD = 16 << 20;

    private static final String PLAIN_TYPES = "VARCHAR|JSON|BOOLEAN|U?(TINY|SMALL|BIG)INT|U?INTEGER|DOUBLE|DECIMAL.*|DATE";

    private final ReviewFile file;
    /** Name, as the rows have it, to SQL that reads the value as text. */
    private final Map<String, String> others;

    /** @param others name to column of those that are kept beside the fields; @param types of a Parquet file's columns */
    ReviewQuery(ReviewFile file, Map<String, String> others, Map<String, String> types) {
        this.file = file;
        this.others = new LinkedHashMap<>();
        others.forEach((name, column) -> this.others.put(staged(name),
                file.format() == ReviewFormat.PARQUET ? text(column, types.get(column)) : value(column)));
    }

    /** What a column that is kept beside the fields is called until it is clear what it holds. */
    static String staged(String name) {
        return DuckDb.identifier("other " + name);
    }

    /** Other types are written differently by different engines. */
    private String text(String column, String type) {
        String value = "p" + file.columns().indexOf(column);
        return type.equals("FLOAT") ? value + "::DOUBLE::VARCHAR" : type.matches(PLAIN_TYPES) ? value + "::VARCHAR" : "NULL::VARCHAR";
    }

    /**
     * @param limit greatest number of rows, or 0 for all; not for delimited text, where it would hide bad rows
     * @return a query with the columns row, all fields, reason, raw, and one flag a checked field ({@code
     *         bad_stars}, {@code bad_date}, {@code bad_helpful_votes}, {@code bad_verified})
     */
    String normalised(long limit) {
        boolean polarity = file.layout() == ReviewLayout.POLARITY;
        String stars = polarity ? "review_polarity" : "review_stars";
        return "WITH raw AS (" + raw() + (limit > 0 ? " LIMIT " + limit : "") + ") SELECT row, "
                + "nullif(trim(id), '') AS id, " + unescaped("title") + " AS title, " + unescaped("text") + " AS text, "
                + stars + "(stars) AS stars, nullif(trim(product), '') AS product, nullif(trim(product_id), '') AS product_id, "
                + "nullif(trim(category), '') AS category, review_date(date) AS date, "
                + "review_votes(helpful_votes) AS helpful_votes, review_verified(verified) AS verified, reason, raw, "
                + bad(ReviewField.STARS, stars) + ", " + bad(ReviewField.DATE, "review_date") + ", "
                + bad(ReviewField.HELPFUL_VOTES, "review_votes") + ", " + bad(ReviewField.VERIFIED, "review_verified")
                + others.keySet().stream().map(name -> ", review_other(" + name + ") AS " + name).collect(Collectors.joining())
                + " FROM raw";
    }

    private static String bad(ReviewField field, String function) {
        return "reason IS NULL AND review_given(" + field.key() + ") AND " + function + "(" + field.key()
                + ") IS NULL AS bad_" + field.key();
    }

    /** The headerless layouts write a line feed as backslash and n. */
    private String unescaped(String field) {
        return file.layout().headerless() ? "replace(" + field + ", '\\n', chr(10))" : field;
    }

    /** The first rows that can be read, all columns as text in the file's order. */
    String raw(int limit) {
        String columns = file.columns().stream().map(this::value).collect(Collectors.joining(", "));
        return "SELECT " + columns + " FROM (" + documents() + ") WHERE reason IS NULL" + filled() + " ORDER BY row LIMIT " + limit;
    }

    private String raw() {
        String fields = Stream.of(ReviewField.values()).map(field -> {
            String column = file.fields().of().get(field);
            return (column == null ? "NULL::VARCHAR" : value(column)) + " AS " + field.key();
        }).collect(Collectors.joining(", "));
        String more = others.entrySet().stream().map(e -> ", " + e.getValue() + " AS " + e.getKey()).collect(Collectors.joining());
        return "SELECT row, reason, raw, " + fields + more + " FROM (" + documents() + ") WHERE true" + filled();
    }

    private String filled() {
        return file.format() == ReviewFormat.JSON_LINES ? " AND trim(coalesce(line, '')) <> ''" : "";
    }

    /** The rows with their columns at hand, JSON taken apart, and a reason where that fails. */
    private String documents() {
        return switch (file.format()) {
            case CSV, TSV, PARQUET -> "SELECT *, NULL::VARCHAR AS reason, NULL::VARCHAR AS raw FROM (" + lexed() + ")";
            case JSON_LINES, JSON_ARRAY, JSON_OBJECTS -> "SELECT *, json_extract_string(document, " + paths() + ") AS extracted, "
                    + "CASE WHEN document IS NULL THEN '" + RejectReason.NOT_JSON
                    + "' WHEN json_type(document) <> 'OBJECT' THEN '" + RejectReason.NO_OBJECT + "' END AS reason, "
                    + "CASE WHEN reason IS NOT NULL THEN left(line, 200) END AS raw FROM (SELECT *, "
                    + "CASE WHEN json_valid(line) THEN line::JSON END AS document FROM (" + lexed() + "))";
        };
    }

    private String value(String column) {
        int index = file.columns().indexOf(column);
        return switch (file.format()) {
            case CSV, TSV -> "c" + index;
            case PARQUET -> "p" + index + "::VARCHAR";
            case JSON_LINES, JSON_ARRAY, JSON_OBJECTS -> "extracted[" + (index + 1) + "]";
        };
    }

    private String paths() {
        return file.columns().stream().map(key -> DuckDb.literal("$.\"" + key.replace("\"", "\\\"") + "\""))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private String lexed() {
        return switch (file.format()) {
            case CSV -> numbered("*", csv(file.columns(), DuckDb.literal(String.valueOf(file.delimiter())), "'\"'",
                    !file.layout().headerless()));
            case TSV -> numbered("*", csv(file.columns(), "chr(9)", "''", !file.layout().headerless()));
            // each line one value of a table with one column: no character that JSON may hold parts columns
            case JSON_LINES -> numbered("c0 AS line", csv(List.of("line"), "chr(1)", "''", false));
            case JSON_ARRAY -> json("array");
            case JSON_OBJECTS -> json("unstructured");
            // under names of ours: the file's own might be those of what stands beside them
            case PARQUET -> numbered(IntStream.range(0, file.columns().size()).mapToObj(i -> DuckDb.identifier(file.columns().get(i))
                    + " AS p" + i).collect(Collectors.joining(", ")), "read_parquet(" + DuckDb.readable(file.path())
                    + ", binary_as_string = true)");
        };
    }

    private String json(String arrangement) {
        return numbered("json::VARCHAR AS line", "read_json_objects(" + DuckDb.readable(file.path()) + ", format = '"
                + arrangement + "', compression = " + DuckDb.literal(compression()) + ", maximum_object_size = "
                + LONGEST_RECORD + ")");
    }

    private static String numbered(String columns, String table) {
        return "SELECT row_number() OVER () AS row, " + columns + " FROM " + table;
    }

    /** Nothing is left to DuckDB's own guess. */
    private String csv(List<String> columns, String delimiter, String quote, boolean header) {
        String types = IntStream.range(0, columns.size()).mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        return "read_csv(" + DuckDb.readable(file.path()) + ", auto_detect = false, delim = " + delimiter + ", quote = "
                + quote + ", escape = " + (file.escape() == DelimitedText.QUOTE ? quote
                        : DuckDb.literal(String.valueOf(file.escape()))) + ", header = " + header + ", columns = " + types
                        + ", compression = "
                + DuckDb.literal(compression()) + ", store_rejects = true, rejects_limit = 0)";
    }

    private String compression() {
        return file.compression().key();
    }
}

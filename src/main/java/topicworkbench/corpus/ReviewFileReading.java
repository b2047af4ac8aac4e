package topicworkbench.corpus;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/** Reads one file into a part of the ingested table, and its unreadable rows into the table of rejected ones. */
final class ReviewFileReading {
    /** What {@link #read} adds unreadable rows to. */
    static final String REJECTED_TABLE = "CREATE TABLE rejected (file VARCHAR, line BIGINT, reason VARCHAR, raw VARCHAR)";

    /** About the size of a row: this much times the number of rows wanted is looked at. */
    private static final long BYTES_PER_ROW = 1024;

    private final DuckDb duckDb;
    private final ReviewFile file;
    private final Path parts;
    private final int number;
    private final Map<String, String> others;
    private ReviewFile readable;
    private boolean complete = true;
    private long swallowed;

    /** @param others name to column of those that are kept beside the fields */
    ReviewFileReading(DuckDb duckDb, ReviewFile file, Path parts, int number, Map<String, String> others) {
        this.duckDb = duckDb;
        this.file = file;
        this.parts = parts;
        this.number = number;
        this.others = others;
    }

    /** Where the rows of the file with this number stand: good and bad ones, with a reason beside the bad. */
    static Path part(Path parts, int number) {
        return parts.resolve("part-" + number + ".parquet");
    }

    /** The same as an SQL table. */
    String table() {
        return "read_parquet(" + DuckDb.readable(part(parts, number)) + ")";
    }

    /**
     * Reads the file, all of it or its first rows.
     *
     * @param limit number of rows, of text about this many; 0 for all
     * @throws ExplainedException if it cannot be read, or is gone by now
     */
    IngestReport.FileReport read(long limit, ProgressListener listener) {
        try {
            return reported(limit, listener);
        } catch (SQLException e) {
            throw explained(e);
        }
    }

    private IngestReport.FileReport reported(long limit, ProgressListener listener) throws SQLException {
        readable = file.format() == ReviewFormat.PARQUET ? file : repaired(limit > 0 ? head(limit) : file, listener);
        RejectedRecords records = new RejectedRecords(duckDb, readable);
        read(limit, listener, readable);
        if (file.format().delimited() && records.misquoted()) {
            records.clear();
            read(limit, listener, requoted(readable));
        }
        rejectValues();
        if (file.format().divisible()) {
            records.reject(file.path().toString());
        }
        IngestReport.FileReport report = report();
        complete &= limit == 0 || file.format().divisible() || report.read() + report.rejected() < limit;
        return report;
    }

    private void read(long limit, ProgressListener listener, ReviewFile text) throws SQLException {
        duckDb.writeScratch("SELECT *, " + DuckDb.literal(file.name()) + " AS source FROM ("
                + query(text).normalised(file.format().divisible() ? 0 : limit) + ")", part(parts, number), listener);
    }

    private ReviewQuery query(ReviewFile text) {
        return new ReviewQuery(text, others, file.format() == ReviewFormat.PARQUET && !others.isEmpty()
                ? new ParquetColumns(duckDb).types(file.path()) : Map.of());
    }

    /** Lines at the end of the file that are lost in a double quote that nothing closes. */
    long swallowed() {
        return swallowed;
    }

    /** Whether all rows were read. */
    boolean complete() {
        return complete;
    }

    /** Of a long text its beginning, up to a line's end. */
    private ReviewFile head(long limit) {
        if (!file.format().divisible() || file.encoding().charset() != StandardCharsets.UTF_8) {
            return file;
        }
        Path head = parts.resolve("head-" + number + ".txt");
        complete = !TextCheck.copyHead(file, head, limit * BYTES_PER_ROW);
        return complete ? file : file.at(head, file.encoding());
    }

    private ReviewFile repaired(ReviewFile damaged, ProgressListener listener) {
        TextCheck check = TextCheck.of(damaged, (done, total) -> listener.progress(0, 0));
        check.requireClosed(damaged);
        if (!check.needsRepair(damaged.encoding())) {
            return damaged;
        }
        Path repaired = parts.resolve("repaired-" + number + ".txt");
        check.repair(damaged, repaired, (done, total) -> listener.progress(0, 0));
        return damaged.at(repaired, TextEncoding.UTF_8);
    }

    /** A copy without the records that cannot be read, which are rejected, and with all quotes in place. */
    private ReviewFile requoted(ReviewFile misquoted) throws SQLException {
        Path copy = parts.resolve("requoted-" + number + ".txt");
        try (DelimitedRecords records = DelimitedRecords.of(misquoted); Writer writer = Files.newBufferedWriter(copy)) {
            if (!file.layout().headerless()) {
                DelimitedText.write(file.columns().toArray(new String[0]), file.delimiter(), writer);
            }
            for (var record = records.next(); record != null; record = records.next()) {
                if (record.values() != null) {
                    DelimitedText.write(record.values(), file.delimiter(), writer);
                } else {
                    RejectedRecords.insert(duckDb, file.path().toString(), record.line(), record.reason(), record.raw());
                    swallowed = record.swallowed();
                }
            }
        } catch (IOException e) {
            throw TextCheck.broken(file.path(), e);
        }
        return new ReviewFile(copy, file.format(), Compression.NONE, TextEncoding.UTF_8, file.delimiter(),
                DelimitedText.QUOTE, file.layout(), file.columns(), file.fields());
    }

    /** The first rows as the file holds them, column by column; call after {@link #read}. */
    List<List<String>> firstRows(int limit) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (var statement = duckDb.connection().createStatement();
                var result = statement.executeQuery(query(readable).raw(limit))) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= file.columns().size(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private void rejectValues() throws SQLException {
        duckDb.execute("INSERT INTO rejected SELECT " + DuckDb.literal(file.path().toString()) + ", row, reason, raw FROM "
                + table() + " WHERE reason IS NOT NULL");
    }

    private IngestReport.FileReport report() throws SQLException {
        String flags = ReviewField.CHECKED.stream().map(f -> "count(*) FILTER (bad_" + f.key() + ")")
                .collect(Collectors.joining(", "));
        long rejected = duckDb.count("SELECT count(*) FROM rejected WHERE file = " + DuckDb.literal(file.path().toString()));
        try (var statement = duckDb.connection().createStatement(); var row = statement.executeQuery(
                "SELECT count(*), count(*) FILTER (contains(coalesce(title, '') || coalesce(text, ''), chr(65533))), " + flags
                        + " FROM " + table() + " WHERE reason IS NULL")) {
            row.next();
            Map<ReviewField, Long> unreadable = new EnumMap<>(ReviewField.class);
            for (int i = 0; i < ReviewField.CHECKED.size(); i++) {
                if (row.getLong(3 + i) > 0) {
                    unreadable.put(ReviewField.CHECKED.get(i), row.getLong(3 + i));
                }
            }
            return new IngestReport.FileReport(file.path().toString(), file.describe(), file.encoding().title(),
                    file.layout().title(), file.fields().of(), file.fields().unrecognised(), row.getLong(1), rejected,
                    row.getLong(2), unreadable);
        }
    }

    private ExplainedException explained(SQLException e) {
        if (!Files.exists(file.path())) {
            return ReviewFiles.missing(file.path().toString());
        }
        return switch (file.format()) {
            case PARQUET -> DamagedFile.parquet(file.path(), e);
            case JSON_ARRAY, JSON_OBJECTS -> DamagedFile.json(file.path(), e);
            default -> new ExplainedException(file.path() + " cannot be read: " + e.getMessage().lines().findFirst()
                    .orElse("DuckDB refuses it") + ".", "Check the file with an editor, and that the disk has space left.", e);
        };
    }
}

package topicworkbench.corpus;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/** Looks at review files by reading them as a run would, keeping nothing. */
public final class ReviewInspector {
    private static final int FIRST_ROWS = 5;
    private static final int BAD_ROWS = 20;

    private ReviewInspector() { }

    /** Looks at all rows. */
    public static ReviewInspection inspect(ReviewSource source) {
        return inspect(source, 0, ProgressListener.NONE);
    }

    /**
     * Looks at the first rows of each file; a file without a column of text is described, not refused.
     *
     * @param limit    number of rows of a file, of text about this many, or 0 for all; a thousand takes a moment on a
     *                 file of any size
     * @param listener hears the number of files looked at
     * @throws ExplainedException if a file cannot be read at all
     */
    public static ReviewInspection inspect(ReviewSource source, long limit, ProgressListener listener) {
        List<Path> paths = ReviewFiles.find(source.paths());
        try (ScratchFolder scratch = ScratchFolder.make("topic-workbench-inspect"); DuckDb duckDb = DuckDb.open(scratch.path())) {
            ReviewFunctions.register(duckDb.connection());
            duckDb.execute(ReviewFileReading.REJECTED_TABLE);
            ReviewFileSniffer sniffer = new ReviewFileSniffer(new ParquetColumns(duckDb)::of, source.columns());
            List<ReviewInspection.FileInspection> files = new ArrayList<>();
            for (Path path : paths) {
                int number = files.size();
                ProgressListener cancel = (done, total) -> listener.progress(number, paths.size());
                ReviewFile file = sniffer.sniff(path);
                var reading = new ReviewFileReading(duckDb, file, scratch.path(), number, Map.of());
                files.add(inspection(duckDb, file, reading.read(limit, cancel), reading));
                listener.progress(files.size(), paths.size());
            }
            return new ReviewInspection(files);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ReviewInspection.FileInspection inspection(DuckDb duckDb, ReviewFile file,
            IngestReport.FileReport reading, ReviewFileReading part) throws SQLException {
        SortedMap<Double, Long> stars = new TreeMap<>();
        long unrated = 0;
        try (var statement = duckDb.connection().createStatement(); ResultSet rows = statement.executeQuery(
                "SELECT stars, count(*) FROM " + part.table() + " WHERE reason IS NULL GROUP BY stars")) {
            while (rows.next()) {
                double value = rows.getDouble(1);
                if (rows.wasNull()) {
                    unrated = rows.getLong(2);
                } else {
                    stars.put(value, rows.getLong(2));
                }
            }
        }
        return new ReviewInspection.FileInspection(reading, part.complete(), file.columns(), part.firstRows(FIRST_ROWS), stars,
                unrated, badRows(duckDb, file));
    }

    private static List<ReviewInspection.BadRow> badRows(DuckDb duckDb, ReviewFile file) throws SQLException {
        List<ReviewInspection.BadRow> bad = new ArrayList<>();
        try (var statement = duckDb.connection().createStatement(); ResultSet rows = statement.executeQuery(
                "SELECT line, reason, raw FROM rejected WHERE file = " + DuckDb.literal(file.path().toString())
                        + " ORDER BY line LIMIT " + BAD_ROWS)) {
            while (rows.next()) {
                bad.add(new ReviewInspection.BadRow(rows.getLong(1), rows.getString(2), rows.getString(3)));
            }
        }
        return bad;
    }
}

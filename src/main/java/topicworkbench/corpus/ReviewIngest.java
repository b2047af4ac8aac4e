package topicworkbench.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.FolderTree;
import topicworkbench.math.ProgressListener;

/**
 * Reads review files of any known layout into one normalised table, in the order of files and rows. A row that cannot
 * be read is listed with file, line and reason; none is dropped silently. Memory does not grow with the files.
 */
public final class ReviewIngest {
    /** One part of all work is left for bringing the files together. */
    private static final double COMBINING = 0.15;

    /**
     * Writes two Parquet tables. {@code ingested}: id, title, text, stars, product, product_id, category, date,
     * helpful_votes, verified, source (the file's name), row (from 1, as the file counts its readable rows), then the {@link
     * OtherColumns} of the files, as text or DOUBLE. {@code rejected}: file, line (from 1), reason, raw (the first 200 characters).
     *
     * @throws ExplainedException if a file cannot be read at all, or more than half of the rows cannot; then {@code
     *                            rejected} is written all the same
     */
    public IngestReport ingest(ReviewSource source, Path ingested, Path rejected, ProgressListener listener) {
        return ingest(source, 0, ingested, rejected, listener);
    }

    /** @param limit number of first rows of each file, of text about this many; 0 for all */
    IngestReport ingest(ReviewSource source, long limit, Path ingested, Path rejected, ProgressListener listener) {
        List<Path> paths = ReviewFiles.find(source.paths());
        Path parts = ingested.resolveSibling(ingested.getFileName() + ".parts");
        try {
            FolderTree.discard(parts);
            Files.createDirectories(parts);
            try (DuckDb duckDb = DuckDb.open(parts)) {
                return ingest(duckDb, source, paths, limit, parts, ingested, rejected, listener);
            }
        } catch (IOException e) {
            throw new ExplainedException("The folder " + ingested.toAbsolutePath().getParent() + " cannot be written.",
                    "Choose a workspace folder that may be written and has space left.", e);
        } finally {
            FolderTree.discard(parts);
        }
    }

    private static IngestReport ingest(DuckDb duckDb, ReviewSource source, List<Path> paths, long limit, Path parts,
            Path ingested, Path rejected, ProgressListener listener) {
        try {
            ReviewFunctions.register(duckDb.connection());
            duckDb.execute(ReviewFileReading.REJECTED_TABLE);
            ReviewFileSniffer sniffer = new ReviewFileSniffer(new ParquetColumns(duckDb)::of, source.columns());
            List<ReviewFile> files = new ArrayList<>();
            for (Path path : paths) {
                ReviewFile file = sniffer.sniff(path);
                file.fields().requireText(path.toString());
                files.add(file);
            }
            List<Map<String, String>> others = files.stream().map(file -> OtherColumns.of(file.fields(), source.keep())).toList();
            OtherColumns.requireNamed(source.keep(), files.stream().map(ReviewFile::fields).toList());
            List<String> names = OtherColumns.together(others.stream().map(Map::keySet).toList());
            others.forEach(other -> other.keySet().retainAll(names));
            List<IngestReport.FileReport> reports = new ArrayList<>();
            long swallowed = 0;
            boolean complete = true;
            for (int i = 0; i < files.size(); i++) {
                double done = (1 - COMBINING) * i / files.size();
                ProgressListener share = listener.share(done, (1 - COMBINING) / files.size());
                ReviewFileReading reading = new ReviewFileReading(duckDb, files.get(i), parts, i, others.get(i));
                reports.add(reading.read(limit, share));
                complete &= reading.complete();
                swallowed += Math.max(0, reading.swallowed() - 1);
            }
            IngestReport report = IngestReport.of(reports, complete);
            duckDb.writeParquet("FROM rejected", rejected, ProgressListener.NONE);
            report.requireMostlyRead(swallowed, () -> commonReason(duckDb));
            String staged = "read_parquet("
                    + DuckDb.readable(IntStream.range(0, files.size()).mapToObj(i -> ReviewFileReading.part(parts, i)))
                    + ", union_by_name = true) WHERE reason IS NULL";
            List<OtherColumns.Figures> figures = figures(duckDb, names, staged);
            List<OtherColumns.Kept> kept = OtherColumns.kept(figures, source.keep());
            duckDb.writeParquet("SELECT coalesce(id, source || '#' || row) AS id, title, text, stars, product, product_id, "
                    + "category, date, helpful_votes, verified, source, row" + kept.stream().map(ReviewIngest::column)
                    .collect(Collectors.joining()) + " FROM " + staged, ingested, listener.share(1 - COMBINING, COMBINING));
            return report.with(kept, OtherColumns.leftOut(figures, source.keep(), files.stream().map(ReviewFile::fields).toList()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String column(OtherColumns.Kept column) {
        String staged = ReviewQuery.staged(column.name());
        return ", " + (column.number() ? "review_number(" + staged + ")" : staged) + " AS " + DuckDb.identifier(column.name());
    }

    /** @param staged an SQL tail: the rows that can be read */
    private static List<OtherColumns.Figures> figures(DuckDb duckDb, List<String> names, String staged) throws SQLException {
        List<OtherColumns.Figures> figures = new ArrayList<>();
        if (names.isEmpty()) {
            return figures;
        }
        String counts = names.stream().map(ReviewQuery::staged).map(name -> "count(" + name + "), coalesce(sum(length(" + name
                + ")), 0), coalesce(max(length(" + name + ")), 0), count(review_number(" + name + "))").collect(Collectors.joining(", "));
        try (var statement = duckDb.connection().createStatement();
                var row = statement.executeQuery("SELECT " + counts + " FROM " + staged)) {
            row.next();
            for (int i = 0; i < names.size(); i++) {
                figures.add(new OtherColumns.Figures(names.get(i), row.getLong(4 * i + 1), row.getLong(4 * i + 2),
                        row.getLong(4 * i + 3), row.getLong(4 * i + 4)));
            }
        }
        return figures;
    }

    private static String commonReason(DuckDb duckDb) {
        try (var statement = duckDb.connection().createStatement(); var rows = statement.executeQuery(
                "SELECT reason FROM rejected GROUP BY reason ORDER BY count(*) DESC, reason LIMIT 1")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

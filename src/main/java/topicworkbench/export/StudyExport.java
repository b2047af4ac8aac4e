package topicworkbench.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import topicworkbench.corpus.DuckDb;
import topicworkbench.files.AtomicFile;
import topicworkbench.run.Quality;
import topicworkbench.run.SettingKind;
import topicworkbench.run.Settings;
import topicworkbench.study.StudyRow;
import topicworkbench.study.StudyTable;
import topicworkbench.study.Variation;
import topicworkbench.workspace.WriteFailures;

/** A study's table as CSV, Parquet and JSON: a row a trial, with a column for every setting that was varied. */
public final class StudyExport {
    private static final String RESULTS = "run VARCHAR, state VARCHAR, wetc DOUBLE, tu DOUBLE, npmi DOUBLE,"
            + " topic_quality DOUBLE, perplexity DOUBLE, stability DOUBLE, seconds DOUBLE, suggested BOOLEAN";

    private static final String PARQUET = ".parquet";
    private static final String JSON = ".json";

    private final StudyTable table;
    private final List<String> settings;

    private StudyExport(StudyTable table) {
        this.table = table;
        this.settings = table.study().spec().variations().stream().map(Variation::setting).toList();
    }

    /**
     * @param target new or empty, unless {@code force}; then files of the same names are replaced
     * @return the files written
     * @throws topicworkbench.failure.ExplainedException if the target holds something or cannot be written
     */
    public static List<Path> write(StudyTable table, Path target, boolean force) {
        return ExportFolder.write(target, force, folder -> {
            for (String ending : List.of(".csv", PARQUET, JSON)) {
                new StudyExport(table).writeAs(ending, folder.resolve("study" + ending));
            }
        });
    }

    /**
     * Writes one file in the format that its name says: {@code .parquet}, {@code .json}, else CSV.
     *
     * @throws topicworkbench.failure.ExplainedException if it cannot be written
     */
    public static void write(StudyTable table, Path file) {
        try {
            AtomicFile.write(file, temporary -> new StudyExport(table)
                    .writeAs(file.toString().toLowerCase(Locale.ROOT), temporary));
        } catch (UncheckedIOException e) {
            throw WriteFailures.explain(e.getCause(), file.toAbsolutePath().getParent());
        }
    }

    private void writeAs(String name, Path file) throws IOException {
        if (name.endsWith(JSON)) {
            Files.writeString(file, StudyJson.write(table) + "\n");
            return;
        }
        try (DuckDb duckDb = DuckDb.open(file.toAbsolutePath().getParent())) {
            duckDb.execute("CREATE TABLE study (trial INTEGER, " + settings.stream()
                    .map(setting -> quoted(setting) + " " + type(setting)).collect(Collectors.joining(", ")) + ", " + RESULTS + ")");
            try (DuckDBAppender rows = duckDb.connection().unwrap(DuckDBConnection.class).createAppender("study")) {
                for (StudyRow row : table.rows()) {
                    append(rows, row);
                }
            }
            duckDb.execute(name.endsWith(PARQUET)
                    ? "COPY study TO " + DuckDb.literal(file) + " (FORMAT parquet, COMPRESSION zstd)"
                    : "COPY (SELECT " + csvColumns() + " FROM study) TO " + DuckDb.literal(file) + " (FORMAT csv, HEADER)");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void append(DuckDBAppender rows, StudyRow row) throws SQLException {
        rows.beginRow().append(row.number());
        for (String name : settings) {
            String text = row.trial().settings().get(name);
            switch (type(name)) {
                case "BIGINT" -> rows.append(Long.parseLong(text));
                case "DOUBLE" -> rows.append(Double.parseDouble(text));
                default -> rows.append(text);
            }
        }
        rows.append(row.run() == null ? null : row.run().id()).append(row.run() == null ? null : row.run().state().key());
        Quality quality = row.quality();
        for (double score : new double[] {quality.wetc(), quality.tu(), quality.npmi(), row.topicQuality(),
            quality.perplexity(), quality.stability()}) {
            rows.append(Double.isNaN(score) ? null : (Double) score);
        }
        rows.append(row.seconds()).append(row.equals(table.advice().row())).endRow();
    }

    private String csvColumns() {
        return settings.stream().filter(setting -> type(setting).equals("VARCHAR"))
                .map(setting -> CsvText.guarded(quoted(setting)))
                .collect(Collectors.collectingAndThen(Collectors.joining(", "),
                        guarded -> guarded.isEmpty() ? "*" : "* REPLACE (" + guarded + ")"));
    }

    /** Some settings are called as words of SQL are. */
    private static String quoted(String setting) {
        return "\"" + setting + "\"";
    }

    private static String type(String setting) {
        SettingKind kind = Settings.named(setting).kind();
        return kind == SettingKind.WHOLE ? "BIGINT" : kind == SettingKind.NUMBER ? "DOUBLE" : "VARCHAR";
    }
}

package topicworkbench.export;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import topicworkbench.failure.ExplainedException;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.AtomicFile;
import topicworkbench.workspace.RunFolder;

/**
 * A run's topics, words, document-topics and map as CSV, Parquet and JSON, beside its report.
 */
public final class TableExport {
    private static final String TOPICS = "topic INTEGER, label VARCHAR, prevalence DOUBLE, wetc DOUBLE, tu DOUBLE,"
            + " npmi DOUBLE, found_in INTEGER, seeds INTEGER, overlap DOUBLE, words VARCHAR";
    private static final String WORDS = "topic INTEGER, rank INTEGER, term VARCHAR, probability DOUBLE";

    private final RunFolder run;
    private final RunReport report;
    private final Path folder;

    private TableExport(RunFolder run, Path folder) {
        this.run = run;
        this.report = RunReport.of(run);
        this.folder = folder;
    }

    /**
     * @param target new or empty, unless {@code force}; then files of the same names are replaced
     * @return the files written
     * @throws ExplainedException if the run has no topics, or the target holds something or cannot be written
     */
    public static List<Path> write(RunFolder run, Path target, boolean force) {
        run.result(); // says at once if there are no topics
        return ExportFolder.write(target, force, folder -> new TableExport(run, folder).writeAll());
    }

    private void writeAll() throws IOException, SQLException {
        try (DuckDBConnection duckDb = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement()) {
            statement.execute("SET preserve_insertion_order = true");
            statement.execute("CREATE TABLE topics (" + TOPICS + ")");
            statement.execute("CREATE TABLE words (" + WORDS + ")");
            fill(duckDb);
            statement.execute("CREATE VIEW document_topics AS SELECT * FROM read_parquet("
                    + quoted(run.files().documentTopic()) + ")");
            copy(statement, "topics", "topic, " + guarded("label") + ", prevalence, wetc, tu, npmi, found_in, seeds, overlap, "
                    + guarded("words"));
            copy(statement, "words", "topic, rank, " + guarded("term") + ", probability");
            copy(statement, "document_topics", "*");
            if (report.hasMap()) {
                statement.execute("CREATE VIEW map AS SELECT * FROM read_parquet(" + quoted(run.files().map()) + ")");
                copy(statement, "map", "*");
            }
            for (String table : report.hasMap() ? List.of("words", "document_topics", "map")
                    : List.of("words", "document_topics")) {
                statement.execute("COPY (FROM " + table + ") TO " + quoted(folder.resolve(table + ".json"))
                        + " (FORMAT json, ARRAY true)");
            }
        }
        AtomicFile.write(folder.resolve("topics.json"), new GsonBuilder().setPrettyPrinting().serializeNulls().create()
                .toJson(RunJson.topics(report.topics())) + "\n");
        HtmlReport.write(report, folder.resolve("report.html"));
    }

    private void fill(DuckDBConnection duckDb) throws SQLException {
        try (DuckDBAppender topics = duckDb.createAppender("topics"); DuckDBAppender words = duckDb.createAppender("words")) {
            for (Topic topic : report.topics()) {
                topics.beginRow().append(topic.id()).append(topic.label());
                for (double score : new double[] {topic.prevalence(), topic.wetc(), topic.tu(), topic.npmi()}) {
                    topics.append(Double.isNaN(score) ? null : (Double) score);
                }
                Topic.Stability stability = topic.stability();
                topics.append(stability == null ? null : (Integer) stability.foundIn())
                        .append(stability == null ? null : (Integer) stability.seeds())
                        .append(stability == null ? null : (Double) stability.overlap());
                topics.append(topic.words().stream().map(Topic.Word::term).collect(Collectors.joining(" "))).endRow();
                int rank = 1;
                for (Topic.Word word : topic.words()) {
                    words.beginRow().append(topic.id()).append(rank++).append(word.term()).append(word.probability()).endRow();
                }
            }
        }
    }

    /** @param csvColumns the columns with their texts guarded; Parquet and JSON hold them as they are */
    private void copy(Statement statement, String table, String csvColumns) throws SQLException {
        statement.execute("COPY (SELECT " + csvColumns + " FROM " + table + ") TO " + quoted(folder.resolve(table + ".csv"))
                + " (FORMAT csv, HEADER)");
        statement.execute("COPY (FROM " + table + ") TO " + quoted(folder.resolve(table + ".parquet"))
                + " (FORMAT parquet, COMPRESSION zstd)");
    }

    /** A spreadsheet would run such text as a formula. */
    static String guarded(String column) {
        return "CASE WHEN regexp_matches(" + column + ", '^[=+\\-@\\t\\r]') THEN '''' || " + column + " ELSE " + column
                + " END AS " + column;
    }

    static String quoted(Path file) {
        return "'" + file.toString().replace("'", "''") + "'";
    }
}

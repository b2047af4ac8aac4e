package topicworkbench.export.table;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import topicworkbench.corpus.DuckDb;
import topicworkbench.export.CsvText;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;
import topicworkbench.math.ProgressListener;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.RunFiles;

/**
 * A run's topics and words, its reviews with their topics and shares, and its map, as tables. Rows go from file to file
 * through DuckDB, so that a million reviews need no memory.
 */
public final class RunTables {
    private static final String TOPICS =
            "topic INTEGER, label VARCHAR, part_of VARCHAR, documents INTEGER, share DOUBLE, prevalence DOUBLE,"
            + " mean_stars DOUBLE, helpful_votes BIGINT, growth DOUBLE, impact DOUBLE, wetc DOUBLE, tu DOUBLE, npmi DOUBLE,"
            + " found_in INTEGER, seeds INTEGER, overlap DOUBLE, words VARCHAR";
    private static final String WORDS = "topic INTEGER, rank INTEGER, term VARCHAR, probability DOUBLE";

    private final Findings findings;
    private final Set<TableFormat> formats;
    private final Path folder;
    private final DuckDb duckDb;

    private RunTables(Findings findings, Set<TableFormat> formats, Path folder, DuckDb duckDb) {
        this.findings = findings;
        this.formats = formats;
        this.folder = folder;
        this.duckDb = duckDb;
    }

    /**
     * @param folder   that exists; files of the same names are replaced
     * @param listener hears how far it is, may cancel
     */
    public static void write(Findings findings, Set<TableFormat> formats, Path folder, ProgressListener listener)
            throws SQLException {
        try (DuckDb duckDb = DuckDb.open(folder)) {
            new RunTables(findings, formats, folder, duckDb).writeAll(listener);
        }
    }

    private void writeAll(ProgressListener listener) throws SQLException {
        RunFiles files = findings.run().folder().files();
        duckDb.execute("CREATE TABLE topics (" + TOPICS + ")");
        duckDb.execute("CREATE TABLE words (" + WORDS + ")");
        duckDb.execute("CREATE TABLE assigned (review INTEGER, topic INTEGER)");
        fill();
        duckDb.execute("CREATE VIEW document_topics AS FROM read_parquet(" + DuckDb.readable(files.documentTopic()) + ")");
        duckDb.execute("CREATE VIEW reviews AS " + labelled(files));
        copy("topics", List.of("label", "part_of", "words"), listener);
        copy("words", List.of("term"), listener);
        copy("reviews", Stream.concat(Stream.of("id", "title", "text", "product", "category", "source", "label"),
                findings.run().otherColumns().stream().filter(column -> !findings.run().isNumber(column))).toList(), listener);
        if (findings.report().hasMap()) {
            duckDb.execute("CREATE VIEW map AS FROM read_parquet(" + DuckDb.readable(files.map()) + ")");
            copy("map", List.of(), listener);
        }
    }

    /** Of each review what is known of it, its topic as people see it, how strongly it speaks of that, and the model's shares. */
    private String labelled(RunFiles files) {
        String shares = IntStream.range(0, findings.run().topics()).mapToObj(topic -> "d.topic_" + topic)
                .collect(Collectors.joining(", "));
        return "SELECT r.review, r.id, r.title, r.text, r.stars, r.product, r.category, r.date, r.helpful_votes, r.verified,"
                + " r.source" + findings.run().otherColumns().stream().map(column -> ", r." + DuckDb.identifier(column))
                .collect(Collectors.joining()) + ", d.split, a.topic, t.label, d.topic AS model_topic, " + shares
                + " FROM read_parquet(" + DuckDb.readable(files.reviews()) + ") r JOIN document_topics d USING (review)"
                + " JOIN assigned a USING (review) LEFT JOIN topics t ON t.topic = a.topic ORDER BY r.review";
    }

    private void fill() throws SQLException {
        DuckDBConnection connection = duckDb.connection().unwrap(DuckDBConnection.class);
        try (DuckDBAppender topics = connection.createAppender("topics");
                DuckDBAppender words = connection.createAppender("words");
                DuckDBAppender assigned = connection.createAppender("assigned")) {
            for (TopicFinding topic : findings.topics().stream().sorted(Comparator.comparingInt(TopicFinding::id)).toList()) {
                append(topics, topic);
                int rank = 1;
                for (Topic.Word word : topic.topic().words()) {
                    words.beginRow().append(topic.id()).append(rank++).append(word.term()).append(word.probability()).endRow();
                }
            }
            for (int document = 0; document < findings.run().documents(); document++) {
                assigned.beginRow().append(findings.run().reviews()[document])
                        .append(findings.assignment().of(document)).endRow();
            }
        }
    }

    private static void append(DuckDBAppender row, TopicFinding finding) throws SQLException {
        Topic topic = finding.topic();
        row.beginRow().append(topic.id()).append(topic.label()).append(finding.partOf()).append(finding.documents())
                .append(finding.share());
        score(row, topic.prevalence());
        score(row, finding.impact() == null ? Double.NaN : finding.impact().meanStars());
        row.append(finding.impact() == null ? 0L : finding.impact().votes());
        score(row, finding.impact() == null ? Double.NaN : finding.impact().growth().ratio());
        score(row, finding.impact() == null ? Double.NaN : finding.impact().score());
        for (double score : new double[] {topic.wetc(), topic.tu(), topic.npmi()}) {
            score(row, score);
        }
        Topic.Stability stability = topic.stability();
        row.append(stability == null ? null : (Integer) stability.foundIn())
                .append(stability == null ? null : (Integer) stability.seeds())
                .append(stability == null ? null : (Double) stability.overlap());
        row.append(topic.words().stream().map(Topic.Word::term).collect(Collectors.joining(" "))).endRow();
    }

    /** Not a number is written as a missing value, which every reader understands. */
    private static void score(DuckDBAppender row, double value) throws SQLException {
        row.append(Double.isNaN(value) ? null : (Double) value);
    }

    private void copy(String table, List<String> texts, ProgressListener listener) throws SQLException {
        for (TableFormat format : formats) {
            String columns = format == TableFormat.CSV && !texts.isEmpty() ? "* REPLACE (" + texts.stream().map(DuckDb::identifier)
                    .map(CsvText::guarded)
                    .collect(Collectors.joining(", ")) + ")" : "*";
            duckDb.execute(format.copy("SELECT " + columns + " FROM " + table, format.file(folder, table)), listener);
        }
    }
}

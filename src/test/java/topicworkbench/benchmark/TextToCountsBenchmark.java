package topicworkbench.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Properties;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Document;
import topicworkbench.corpus.DocumentSource;
import topicworkbench.corpus.TextOptions;
import topicworkbench.corpus.Vectorised;
import topicworkbench.corpus.Vectoriser;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Megabytes of CSV a second from the file to counts, the reading included: {@code CSV [STOP_WORDS] [REPETITIONS]}.
 * The CSV has a column {@code text}; the options are those of the scikit-learn peer (words of two letters or more,
 * min_df 2, max_df 0.95, 5,000 terms), and with its stop words, one a line, the counts are the same as well. The first
 * repetition is a cold start. Processor seconds tell on a busy machine, where the clock does not.
 */
public final class TextToCountsBenchmark {
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private TextToCountsBenchmark() { }

    public static void main(String[] arguments) throws Exception {
        Path csv = Path.of(arguments[0]);
        List<String> stopWords = arguments.length > 1 ? Files.readAllLines(Path.of(arguments[1])) : List.of();
        int repetitions = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        TextOptions options = new TextOptions(1, stopWords.isEmpty() ? "english" : "none", stopWords,
                TextOptions.Normalization.NONE, 2, 2, 0.95, 5000, 1, 0, 0);
        double megabytes = Files.size(csv) / 1e6;
        for (int repetition = 0; repetition < repetitions; repetition++) {
            long processorStart = MACHINE.getProcessCpuTime();
            long start = System.nanoTime();
            try (Threads threads = new Threads(Threads.available())) {
                Vectorised result = Vectoriser.vectorise(new CsvDocuments(csv), options, 1, threads,
                        ProgressListener.NONE);
                double seconds = (System.nanoTime() - start) / 1e9;
                Corpus corpus = result.corpus();
                System.out.printf("%.0f MB, %d threads: %.2f s, %.2f processor s, %.1f MB/s; documents %d, terms %d, "
                                + "stored %d, tokens %d%n",
                        megabytes, threads.count(), seconds, (MACHINE.getProcessCpuTime() - processorStart) / 1e9,
                        megabytes / seconds, corpus.documents(),
                        corpus.vocabulary().size(), corpus.counts().stored(), corpus.counts().total());
            }
        }
    }

    /** The column {@code text} of a CSV with a header, read by DuckDB. */
    private record CsvDocuments(Path file) implements DocumentSource {

        @Override
        public long size() {
            return 0;
        }

        @Override
        public Stream<Document> documents() {
            try {
                Properties properties = new Properties();
                properties.setProperty("jdbc_stream_results", "true");
                Connection connection = DriverManager.getConnection("jdbc:duckdb:", properties);
                ResultSet rows = connection.createStatement().executeQuery(
                        "SELECT text FROM read_csv('" + file + "', header = true, all_varchar = true)");
                return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Rows(rows), Spliterator.ORDERED),
                        false).onClose(() -> close(connection));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void close(Connection connection) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Rows implements Iterator<Document> {
        private final ResultSet rows;
        private int next;
        private boolean more;

        Rows(ResultSet rows) throws SQLException {
            this.rows = rows;
            this.more = rows.next();
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public Document next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            try {
                Document document = new Document(next++, "", rows.getString(1));
                more = rows.next();
                return document;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

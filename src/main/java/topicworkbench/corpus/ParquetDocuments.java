package topicworkbench.corpus;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import topicworkbench.failure.ExplainedException;

/** The prepared reviews of reviews.parquet (columns {@code review}, {@code title}, {@code text}), streamed. */
public final class ParquetDocuments implements DocumentSource {
    private final Path file;
    private final String condition;

    public ParquetDocuments(Path file) {
        this(file, "");
    }

    private ParquetDocuments(Path file, String condition) {
        this.file = file.toAbsolutePath();
        this.condition = condition;
    }

    /** Those reviews only whose numbers are from {@code first} to {@code last}; the rest of the file is passed over. */
    public static ParquetDocuments between(Path file, int first, int last) {
        return new ParquetDocuments(file, " WHERE review BETWEEN " + first + " AND " + last);
    }

    @Override
    public long size() {
        try (DuckDb duckDb = DuckDb.open(file.getParent())) {
            return duckDb.count("SELECT count(*) FROM " + table());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Stream<Document> documents() {
        Rows rows = new Rows();
        return StreamSupport.stream(rows, false).onClose(rows::close);
    }

    private String table() {
        return "read_parquet(" + DuckDb.readable(file) + ")" + condition;
    }

    private ExplainedException unreadable(SQLException cause) {
        return new ExplainedException("The prepared reviews in " + file + " cannot be read.",
                "Start the run again from its review files.", cause);
    }

    private final class Rows extends AbstractSpliterator<Document> {
        private final DuckDb duckDb = DuckDb.open(file.getParent());
        private final ResultSet rows;

        Rows() {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            try {
                rows = duckDb.connection().createStatement().executeQuery("SELECT review, coalesce(title, ''), "
                        + "coalesce(text, '') FROM " + table());
            } catch (SQLException e) {
                duckDb.close();
                throw unreadable(e);
            }
        }

        @Override
        public boolean tryAdvance(Consumer<? super Document> action) {
            try {
                if (!rows.next()) {
                    return false;
                }
                action.accept(new Document(rows.getInt(1), rows.getString(2), rows.getString(3)));
                return true;
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }

        void close() {
            duckDb.close();
        }
    }
}

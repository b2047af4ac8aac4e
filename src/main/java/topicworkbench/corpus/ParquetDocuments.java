package topicworkbench.corpus;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import topicworkbench.failure.ExplainedException;

/** The prepared reviews of reviews.parquet (columns {@code review}, {@code title}, {@code text}), streamed. */
public final class ParquetDocuments implements DocumentSource {
    private final Path file;

    public ParquetDocuments(Path file) {
        this.file = file;
    }

    @Override
    public long size() {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM read_parquet(?)")) {
            query.setString(1, file.toString());
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Stream<Document> documents() {
        Rows rows;
        try {
            rows = new Rows();
        } catch (SQLException e) {
            throw unreadable(e);
        }
        return StreamSupport.stream(rows, false).onClose(rows::close);
    }

    /** DuckDB keeps a Parquet file's row order, and streams the result instead of holding it. */
    private static Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        return DriverManager.getConnection("jdbc:duckdb:", properties);
    }

    private ExplainedException unreadable(SQLException cause) {
        return new ExplainedException("The prepared reviews in " + file + " cannot be read.",
                "Start the run again from its review files.", cause);
    }

    private final class Rows extends AbstractSpliterator<Document> {
        private final Connection connection;
        private final ResultSet result;

        Rows() throws SQLException {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            connection = connect();
            try {
                PreparedStatement query = connection.prepareStatement(
                        "SELECT review, coalesce(title, ''), coalesce(text, '') FROM read_parquet(?)");
                query.setString(1, file.toString());
                result = query.executeQuery();
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public boolean tryAdvance(Consumer<? super Document> action) {
            try {
                if (!result.next()) {
                    return false;
                }
                action.accept(new Document(result.getInt(1), result.getString(2), result.getString(3)));
                return true;
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }

        void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
    }
}

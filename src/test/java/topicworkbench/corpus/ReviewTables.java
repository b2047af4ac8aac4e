package topicworkbench.corpus;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import topicworkbench.math.ProgressListener;

/** A folder in which tests write review files, ingest them and look at the tables that come of it. */
record ReviewTables(Path folder) {

    Path ingested() {
        return folder.resolve("ingested.parquet");
    }

    Path rejected() {
        return folder.resolve("rejected.parquet");
    }

    Path reviews() {
        return folder.resolve("reviews.parquet");
    }

    Path file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] zstd(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new ZstdOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    IngestReport ingest(Path... files) {
        return ingest(Map.of(), files);
    }

    IngestReport ingest(Map<String, String> columns, Path... files) {
        return new ReviewIngest().ingest(new ReviewSource(Stream.of(files).map(Path::toString).toList(), columns),
                ingested(), rejected(), ProgressListener.NONE);
    }

    PrepareReport prepare(ReviewFilter filter) {
        return new ReviewPreparation().prepare(ingested(), filter, reviews(), ProgressListener.NONE);
    }

    /** One column of a table, in order. */
    List<Object> column(Path table, String expression) {
        return rows("SELECT " + expression + " AS value FROM read_parquet(" + DuckDb.readable(table) + ")").stream()
                .map(row -> row.get("value")).toList();
    }

    List<Map<String, Object>> rows(Path table) {
        return rows("FROM read_parquet(" + DuckDb.readable(table) + ")");
    }

    List<Map<String, Object>> rows(String sql) {
        try (DuckDb duckDb = DuckDb.open(folder); var statement = duckDb.connection().createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnName(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

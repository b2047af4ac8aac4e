package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

class ParquetDocumentsTest {

    @TempDir
    private Path folder;

    private Path table(String select) throws SQLException {
        Path file = folder.resolve("reviews [1].parquet");
        try (DuckDb duckDb = DuckDb.open(folder)) {
            duckDb.writeParquet(select, file, ProgressListener.NONE);
        }
        return file;
    }

    @Test
    void streamsReviewsInOrder() throws SQLException {
        DocumentSource documents = new ParquetDocuments(table("SELECT range::INTEGER AS review, CASE WHEN range % 2 = 0 "
                + "THEN 'title ' || range END AS title, 'text ü ' || range AS text FROM range(50000)"));

        assertThat(documents.size()).isEqualTo(50_000);
        try (Stream<Document> stream = documents.documents()) {
            List<Document> all = stream.toList();
            assertThat(all).hasSize(50_000).startsWith(new Document(0, "title 0", "text ü 0"),
                    new Document(1, "", "text ü 1"));
            assertThat(all.stream().map(Document::review)).isSorted();
        }
    }

    @Test
    void aDamagedTableIsExplained() throws IOException {
        Path file = Files.writeString(folder.resolve("reviews.parquet"), "no parquet");

        assertThatThrownBy(() -> new ParquetDocuments(file).documents()).isInstanceOf(ExplainedException.class);
        assertThatThrownBy(() -> new ParquetDocuments(file).size()).isInstanceOf(ExplainedException.class);
    }
}

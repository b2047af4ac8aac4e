package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/** What cannot be read ends in two sentences and leaves nothing half written. */
class BadReviewFilesTest {
    private static final String ROWS = "text,stars\n" + "a review of some words,1\n".repeat(50_000);

    @TempDir
    private Path folder;
    private ReviewTables tables;

    @BeforeEach
    void tables() {
        tables = new ReviewTables(folder);
    }

    @AfterEach
    void nothingIsLeftHalfWritten() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(
                    n -> n.endsWith(".parts") || n.endsWith(".unfinished") || n.equals("ingested.parquet") || n.contains("spill"));
        }
    }

    @Test
    void missingFile() {
        explained(folder.resolve("no such.csv"), "There is no file or folder");
    }

    @Test
    void emptyFiles() {
        explained(tables.file("empty.csv", ""), "is empty");
        explained(tables.file("empty.csv.gz", ReviewTables.gzip("")), "is empty");
        explained(tables.file("blank.csv", "\uFEFF \n\n"), "is empty");
    }

    @Test
    void headerOnly() {
        explained(tables.file("header.csv", "text,stars\n"), "not a single review");
        explained(tables.file("array.json", "[]"), "no objects");
    }

    @Test
    void folders() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        explained(pictures, "it is empty");
        Files.writeString(pictures.resolve("a.png"), "x");
        Files.writeString(pictures.resolve("b.PNG"), "x");
        Files.writeString(pictures.resolve("_SUCCESS"), "");
        explained(pictures, "holds no review files, only 2 .png, 1 files without a kind");
    }

    @Test
    void binaryDataNamedCsv() {
        byte[] picture = new byte[5000];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) (i * 31 + i / 7);
        }
        explained(tables.file("picture.csv", picture), "binary data");
    }

    @Test
    void noColumnOfText() {
        ExplainedException failure = explained(tables.file("numbers.csv", "stars,when\n1,2020-01-01\n"), "its columns are stars, when");
        assertThat(failure.remedy()).contains("--column text=");
    }

    @Test
    void parquetWithoutText() throws Exception {
        Path file = folder.resolve("x.parquet");
        try (DuckDb duckDb = DuckDb.open(folder)) {
            duckDb.execute("COPY (SELECT 1 AS stars, 'x' AS remark) TO " + DuckDb.literal(file) + " (FORMAT parquet)");
        }
        explained(file, "its columns are stars, remark");
        byte[] whole = Files.readAllBytes(file);
        explained(tables.file("cut.parquet", Arrays.copyOf(whole, whole.length / 2)), "damaged Parquet");
    }

    @Test
    void chosenColumnThatIsNotThere() {
        Path file = tables.file("a.csv", "text,stars\nx,1\n");
        assertThatThrownBy(() -> tables.ingest(Map.of("text", "body"), file)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("no column \"body\"");
    }

    @Test
    void filesThatEndEarly() {
        byte[] gzip = ReviewTables.gzip(ROWS);
        explained(tables.file("cut.csv.gz", Arrays.copyOf(gzip, gzip.length - 20)), "damaged");
        byte[] zstd = ReviewTables.zstd(ROWS);
        explained(tables.file("cut.csv.zst", Arrays.copyOf(zstd, zstd.length - 20)), "damaged");
        explained(tables.file("cut.json", "[{\"text\":\"a\"},\n{\"text\":"), "not valid JSON");
    }

    @Test
    void mostRowsUnreadable() {
        explained(tables.file("a.csv", "text,stars\nok,1\na,b,c\nd,e,f\n"), "2 of 3 rows");
        assertThat(tables.rows(tables.rejected())).hasSize(2);
    }

    @Test
    void aQuoteThatTakesInTheRestOfTheFile() {
        explained(tables.file("a.csv", "text,stars\nok,1\n\"never closed,2\nc,3\nd,4\n"), "3 of 4 rows");
        assertThat(tables.column(tables.rejected(), "reason")).containsExactly(
                "a double quote that is opened and never closed, so that it takes in all 3 lines up to the end");
    }

    @Test
    void aFolderThatCannotBeWritten() throws IOException {
        Path notAFolder = tables.file("occupied", "x");
        assertThatThrownBy(() -> new ReviewTables(notAFolder).ingest(tables.file("a.csv", "text\nx\n")))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("cannot be written");
    }

    @Test
    void cancelledWhileReading() {
        Path file = tables.file("long.csv", ROWS);
        ProgressListener cancel = (done, total) -> {
            throw new CancellationException();
        };
        assertThatThrownBy(() -> new ReviewIngest().ingest(new ReviewSource(List.of(file.toString()), Map.of()), tables.ingested(),
                tables.rejected(), cancel)).isInstanceOf(CancellationException.class);
    }

    private ExplainedException explained(Path file, String saying) {
        ExplainedException failure = catchThrowableOfType(ExplainedException.class, () -> tables.ingest(file));
        assertThat(failure).hasMessageContaining(saying);
        assertThat(failure.getMessage()).endsWith(".");
        assertThat(failure.remedy()).endsWith(".");
        return failure;
    }
}

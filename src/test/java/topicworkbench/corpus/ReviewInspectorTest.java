package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.testdata.SharedData;

class ReviewInspectorTest {
    @TempDir
    private Path folder;
    private ReviewTables tables;

    @BeforeEach
    void tables() {
        tables = new ReviewTables(folder);
    }

    private static ReviewInspection.FileInspection inspect(Path file, long limit) {
        return ReviewInspector.inspect(new ReviewSource(List.of(file.toString()), Map.of()), limit, ProgressListener.NONE)
                .files().getFirst();
    }

    @Test
    void showsHowAFileWouldBeRead() {
        var seen = inspect(tables.file("a.csv", "review,rating,color\nfine,5,red\nbad,1,\nnone,,x\nx,y,z,1\n"), 0);
        assertThat(seen.usable()).isTrue();
        assertThat(seen.complete()).isTrue();
        assertThat(seen.reading().format()).isEqualTo("CSV");
        assertThat(seen.reading().columns()).isEqualTo(Map.of(ReviewField.TEXT, "review", ReviewField.STARS, "rating"));
        assertThat(seen.reading().unrecognised()).containsExactly("color");
        assertThat(seen.columns()).containsExactly("review", "rating", "color");
        assertThat(seen.firstRows()).containsExactly(List.of("fine", "5", "red"), Arrays.asList("bad", "1", null),
                Arrays.asList("none", null, "x"));
        assertThat(seen.stars()).isEqualTo(Map.of(1.0, 1L, 5.0, 1L));
        assertThat(seen.unrated()).isEqualTo(1);
        assertThat(seen.badRows()).containsExactly(new ReviewInspection.BadRow(5,
                "more than the 3 columns that the first line has", "x,y,z,1"));
    }

    @Test
    void describesAFileWithoutTextInsteadOfRefusingIt() {
        var seen = inspect(tables.file("a.csv", "remark,rating\nfine,5\n"), 0);
        assertThat(seen.usable()).isFalse();
        assertThat(seen.reading().unrecognised()).containsExactly("remark");
        assertThat(seen.firstRows()).containsExactly(List.of("fine", "5"));
    }

    @Test
    void looksAtTheFirstRowsOnly() {
        String record = "\"a text\nof two lines\",3\n";
        var seen = inspect(tables.file("long.csv", "text,stars\n" + record.repeat(20_000)), 10);
        assertThat(seen.complete()).isFalse();
        assertThat(seen.reading().read()).isBetween(10L, 2000L);
        assertThat(seen.reading().rejected()).isZero();
        var lines = inspect(tables.file("long.jsonl", "{\"text\":\"a\"}\n".repeat(20_000)), 10);
        assertThat(lines.complete()).isFalse();
        assertThat(lines.reading().rejected()).isZero();
        var array = inspect(tables.file("long.json", "[{\"text\":\"a\"}" + ",{\"text\":\"b\"}".repeat(20_000) + "]"), 10);
        assertThat(array.complete()).isFalse();
        assertThat(array.reading().read()).isEqualTo(10);
    }

    @Test
    void malformedFileShowsItsBadRows() {
        var seen = inspect(SharedData.require("reviews/other/polarity-malformed.csv"), 0);
        assertThat(seen.reading().rejected()).isEqualTo(3828);
        assertThat(seen.badRows()).hasSize(20);
    }

    @Test
    void canBeCancelled() {
        Path file = tables.file("a.csv", "text\nx\n");
        assertThatThrownBy(() -> ReviewInspector.inspect(new ReviewSource(List.of(file.toString()), Map.of()), 0, (done, total) -> {
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);
    }

    /** Bad rows are looked up in the file after it was read. */
    @Test
    void aFileThatVanishesWhileItIsReadIsMissing() {
        Path file = tables.file("a.csv", "text,stars\n" + "fine,1\n".repeat(2000) + "\"never closed,5\n");
        assertThatThrownBy(() -> ReviewInspector.inspect(new ReviewSource(List.of(file.toString()), Map.of()), 0, (done, total) -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        })).isInstanceOf(ExplainedException.class).hasMessage("There is no file or folder " + file + ".");
    }
}

package topicworkbench.ui.configure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.junit.jupiter.api.Test;
import topicworkbench.corpus.ReviewField;
import topicworkbench.testdata.SmallReviews;

/** The reviews that are chosen, and what a run would read of them. */
class NewRunPreviewTest extends NewRunForm {
    @Test
    void thePreviewShowsWhatARunWouldRead() throws IOException {
        chooseReviews();
        assertThat(seen(model.preview().rowsProperty()).files()).hasSize(1);
        assertThat(seen(model.preview().sampleProperty()).glance().stars()).containsOnlyKeys(1.0, 2.0);
        assertThat(seen(model.preview().keptProperty()).read()).isEqualTo(SmallReviews.ROWS);
        assertThat(seen(model.preview().tokensProperty()).counts()).isNotEmpty();
        assertThat(model.preview().busyProperty().get()).isFalse();
    }

    @Test
    void thePreviewFollowsTheForm() throws IOException {
        chooseReviews();
        set("max_stars", "1");
        assertThat(seen(model.preview().keptProperty()).filteredBy()).containsEntry("stars", SmallReviews.ROWS / 2L);
        long before = seen(model.preview().wordsProperty()).counts().terms();
        set("extra_stop_words", "battery");
        assertThat(seen(model.preview().wordsProperty()).counts().terms()).isEqualTo(before - 1);
        set("max_features", "4");
        assertThat(seen(model.preview().wordsProperty()).counts().terms()).isEqualTo(4);
        set("max_features", "1");
        assertThat(seen(model.preview().wordsProperty()).counts().terms()).isEqualTo(4);
        set("max_features", "5000");
        set("min_df", "5000");
        assertThat(model.preview().wordsProperty().get()).isInstanceOf(Look.Failed.class);
        assertThat(model.preview().tokensProperty().get()).isInstanceOf(Look.Nothing.class);
        set("min_df", "5");
        assertThat(seen(model.preview().wordsProperty()).counts().terms()).isEqualTo(before - 1);
    }

    @Test
    void anotherColumnIsReadAsTheText() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), "a,b\n1,the battery died after a week\n2,the screen is dark\n");
        model.choose(List.of(file));
        assertThat(model.preview().sampleProperty().get()).isInstanceOf(Look.Failed.class);
        model.reviews().chooseColumn(ReviewField.TEXT, "b");
        assertThat(seen(model.preview().sampleProperty()).report().read()).isEqualTo(2);
        model.reviews().chooseColumn(ReviewField.STARS, "a");
        model.reviews().chooseColumn(ReviewField.STARS, "");
        set("min_tokens", "1");
        model.start();
        assertThat(runner.started.getFirst().source().columns()).isEqualTo(Map.of("text", "b", "stars", ""));
        model.reviews().chooseColumn(ReviewField.STARS, null);
        assertThat(model.reviews().columnsProperty().get()).containsOnlyKeys("text");
    }

    @Test
    void aFileThatIsNoReviewsFailsInThePreview() throws IOException {
        model.choose(List.of(Files.createFile(folder.resolve("empty.csv"))));
        assertThat(model.preview().rowsProperty().get()).isInstanceOf(Look.Failed.class);
        assertThat(model.preview().sampleProperty().get()).isInstanceOf(Look.Failed.class);
        assertThat(model.preview().keptProperty().get()).isInstanceOf(Look.Nothing.class);
        chooseReviews();
        assertThat(model.preview().rowsProperty().get()).isInstanceOf(Look.Seen.class);
    }

    @Test
    void earlierChoicesOfReviewsAreRemembered() throws IOException {
        Path file = chooseReviews();
        model.reviews().useSample();
        chooseReviews();
        preferences.save();
        openTheForm();
        assertThat(model.reviews().recent()).containsExactly(List.of(file.toString()), List.of("sample:"));
        model.reviews().choosePaths(model.reviews().recent().getFirst());
        assertThat(model.reviews().paths()).containsExactly(file.toString());
    }

    private static <T> T seen(ReadOnlyObjectProperty<Look<T>> look) {
        assertThat(look.get()).isInstanceOf(Look.Seen.class);
        return ((Look.Seen<T>) look.get()).value();
    }
}

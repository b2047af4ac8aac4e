package topicworkbench.ui.configure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.ui.configure.ReviewPreview.Look;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.ScriptedRunner;

class NewRunViewModelTest {
    private final ScriptedRunner runner = new ScriptedRunner();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final NewRunViewModel model = new NewRunViewModel(new LiveRuns(runner, tasks), tasks);
    @TempDir
    private Path folder;

    private Path chooseReviews() throws IOException {
        Path file = SmallReviews.write(folder.resolve("small.csv"));
        model.choose(List.of(file));
        return file;
    }

    private void set(String setting, String text) {
        model.form().field(setting).textProperty().set(text);
    }

    @Test
    void choosingAFileAndStartingIsEnough() throws IOException {
        Path file = chooseReviews();
        model.start();
        RunSpec spec = runner.started.getFirst();
        assertThat(spec.source().paths()).containsExactly(file.toString());
        assertThat(spec.model()).isEqualTo(NtmOptions.recommended(20));
        assertThat(runner.names).containsExactly("small.csv");
        assertThat(model.runProperty().get().id()).isEqualTo(ScriptedRunner.ID);
    }

    @Test
    void theFormDecidesTheSpecification() throws IOException {
        chooseReviews();
        set("min_stars", "1");
        set("max_stars", "2");
        set("algorithm", "lda");
        set("num_topics", "7");
        set("seed", "42");
        model.nameProperty().set(" Mine ");
        model.start();
        RunSpec spec = runner.started.getFirst();
        assertThat(spec.filter().minStars()).isEqualTo(1);
        assertThat(spec.filter().maxStars()).isEqualTo(2);
        assertThat(spec.model()).isEqualTo(LdaOptions.recommended(7));
        assertThat(spec.seed()).isEqualTo(42);
        assertThat(runner.names).containsExactly("Mine");
    }

    @Test
    void theServicesPresetIsTheServices() throws IOException {
        chooseReviews();
        set("preset", "sagemaker");
        model.start();
        assertThat(runner.started.getFirst().model()).isEqualTo(NtmOptions.sagemaker(20));
    }

    @Test
    void withoutReviewsStartSaysWhatIsMissing() {
        model.start();
        assertThat(runner.started).isEmpty();
        assertThat(model.sourceErrorProperty().get().text()).contains("No reviews");
        assertThat(model.refusalProperty().get().remedy()).contains("Choose a file");
    }

    @Test
    void aWrongFieldIsToldAtOnceAndStopsTheStart() throws IOException {
        chooseReviews();
        set("num_topics", "1");
        assertThat(model.form().field("num_topics").errorProperty().get().remedy()).contains("2 to 1000");
        assertThat(model.form().field("seed").errorProperty().get()).isNull();
        model.start();
        assertThat(runner.started).isEmpty();
        assertThat(model.refusalProperty().get().text()).contains("num_topics");
        set("num_topics", "2");
        assertThat(model.form().field("num_topics").errorProperty().get()).isNull();
    }

    @Test
    void fieldsThatContradictEachOtherAreToldBesideOneOfThem() {
        set("min_stars", "4");
        set("max_stars", "2");
        assertThat(model.form().field("min_stars").errorProperty().get().text()).contains("empty");
        set("max_stars", "5");
        assertThat(model.form().field("min_stars").errorProperty().get()).isNull();
    }

    @Test
    void aPresetOfTheOtherAlgorithmIsNoError() {
        set("preset", "sagemaker");
        set("algorithm", "lda");
        assertThat(model.form().applies("preset")).isFalse();
        assertThat(model.form().errors()).isEmpty();
    }

    @Test
    void aRefusalOfTheRunnerStandsBesideItsField() throws IOException {
        chooseReviews();
        runner.refusal = new InvalidOptionException("num_topics", "Too many topics.", "Give fewer.");
        model.start();
        assertThat(model.form().field("num_topics").errorProperty().get().text()).isEqualTo("Too many topics.");
        assertThat(model.refusalProperty().get().text()).isEqualTo("Too many topics.");
        assertThat(model.runProperty().get()).isNull();
    }

    @Test
    void thePreviewShowsWhatARunWouldRead() throws IOException {
        chooseReviews();
        assertThat(model.preview().lookProperty().get()).isInstanceOfSatisfying(Look.Seen.class, seen -> {
            assertThat(seen.inspection().files()).hasSize(1);
            assertThat(seen.inspection().files().getFirst().stars()).containsOnlyKeys(1.0, 2.0);
        });
    }

    @Test
    void aFileThatIsNoReviewsFailsInThePreview() throws IOException {
        model.choose(List.of(Files.createFile(folder.resolve("empty.csv"))));
        assertThat(model.preview().lookProperty().get()).isInstanceOf(Look.Failed.class);
        chooseReviews();
        assertThat(model.preview().lookProperty().get()).isInstanceOf(Look.Seen.class);
    }
}

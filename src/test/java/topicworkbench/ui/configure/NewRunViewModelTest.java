package topicworkbench.ui.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.corpus.ReviewField;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecFile;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.study.StudyRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.workspace.Workspace;

class NewRunViewModelTest {
    private final ScriptedRunner runner = new ScriptedRunner();
    private final SameThreadTasks tasks = new SameThreadTasks();
    @TempDir
    private Path folder;
    private WindowPreferences preferences;
    private NewRunViewModel model;

    @BeforeEach
    void openTheForm() {
        preferences = WindowPreferences.open(folder.resolve("window.json"));
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        model = new NewRunViewModel(workspace, new LiveRuns(runner, tasks), new StudyRunner(workspace, runner), tasks,
                preferences, new CloudLaunchViewModel(new FakeCloud(), () -> preferences.settings().place(), tasks, new FakeDialogs()));
    }

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
        assertThat(model.reviews().errorProperty().get().text()).contains("No reviews");
        assertThat(model.messageProperty().get().remedy()).contains("Choose files");
    }

    @Test
    void aWrongFieldIsToldAtOnceAndStopsTheStart() throws IOException {
        chooseReviews();
        set("num_topics", "1");
        assertThat(model.form().field("num_topics").errorProperty().get().remedy()).contains("2 to 1000");
        assertThat(model.form().field("seed").errorProperty().get()).isNull();
        model.start();
        assertThat(runner.started).isEmpty();
        assertThat(model.messageProperty().get().text()).contains("num_topics");
        set("num_topics", "2");
        assertThat(model.form().field("num_topics").errorProperty().get()).isNull();
        assertThat(model.messageProperty().get()).as("what was refused is in order now").isNull();
    }

    @Test
    void whatIsSaidOfSeveralMistakesFollowsThem() throws IOException {
        chooseReviews();
        set("num_topics", "1");
        set("epochs", "0");
        model.start();
        assertThat(model.messageProperty().get().text()).startsWith("2 fields");
        set("num_topics", "2");
        assertThat(model.messageProperty().get().text()).contains("epochs").doesNotContain("fields");
    }

    @Test
    void theCommandOfAStudyTriesItsValues() throws IOException {
        Path file = chooseReviews();
        model.study().add().valuesProperty().set("5,10");
        assertThat(model.command()).hasValue("topic-workbench sweep --reviews " + file + " --set map=true --vary "
                + "'num_topics=5|10'");
        model.study().rows().getFirst().valuesProperty().set("1");
        assertThat(model.command()).isEmpty();
        assertThat(model.messageProperty().get().text()).contains("num_topics");
        model.study().rows().getFirst().valuesProperty().set("3,4");
        assertThat(model.messageProperty().get()).isNull();
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
        assertThat(model.messageProperty().get().text()).isEqualTo("Too many topics.");
        runner.refusal = null;
        model.start();
        assertThat(runner.started).hasSize(1);
    }

    @Test
    void aFieldOfOnePresetIsJudgedAmongItsOwn() throws IOException {
        chooseReviews();
        set("preset", "sagemaker");
        assertThat(model.form().errors()).isEmpty();
        assertThat(model.form().changes()).isEmpty();
        set("decoder", "mixture"); // which the latent relu of this preset does not allow
        assertThat(model.form().field("decoder").errorProperty().get().text()).contains("sum to 1");
        set("latent", "softmax");
        assertThat(model.form().errors()).isEmpty();
        model.start();
        assertThat(runner.started.getFirst().model()).isInstanceOfSatisfying(NtmOptions.class,
                options -> assertThat(options.optimizer()).isEqualTo(NtmOptions.Optimizer.ADADELTA));
    }

    @Test
    void severalMistakesAreAllTold() throws IOException {
        chooseReviews();
        set("num_topics", "1");
        set("learning_rate", "fast");
        set("min_df", "-1");
        assertThat(model.form().errors()).extracting(field -> field.setting().name())
                .containsExactly("min_df", "num_topics", "learning_rate");
        model.start();
        assertThat(model.messageProperty().get().text()).startsWith("3 fields cannot be used; the first:").contains("min_df");
        assertThat(model.attentionProperty().get()).isEqualTo("min_df");
    }

    /** Whatever the form refuses the command line refuses, and says the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            num_topics      | 1001
            learning_rate   | 2
            epochs          | many
            encoder_layers  | 10,0
            min_df          | -3
            max_ngram       | 4
            from            | 31.12.2014
            extra_stop_words| two words
            min_wetc        | 7
            map_perplexity  | 0
            clip_gradient   | 0
            """)
    void theWordsAreThoseOfTheCommandLine(String setting, String text) {
        set(setting, text);
        UserMessage told = model.form().field(setting).errorProperty().get();
        assertThatThrownBy(() -> Settings.apply(RunSpecs.defaults("ntm", 20), List.of(setting + "=" + text)))
                .isInstanceOfSatisfying(InvalidOptionException.class, refusal -> {
                    assertThat(told.text()).isEqualTo(refusal.getMessage());
                    assertThat(told.remedy()).isEqualTo(refusal.remedy());
                });
    }

    @Test
    void differencesToThePresetAreMarkedAndTakenBack() {
        assertThat(model.form().changes()).isEmpty();
        set("epochs", "40");
        set("learning_rate", "0.0020");
        FormField epochs = model.form().field("epochs");
        assertThat(model.form().changes()).containsExactly(epochs);
        set("preset", "sagemaker");
        assertThat(model.form().field("optimizer").textProperty().get()).isEqualTo("adadelta");
        assertThat(model.form().field("relevance_lambda").textProperty().get()).isEqualTo("1");
        assertThat(epochs.textProperty().get()).isEqualTo("40");
        assertThat(epochs.baseProperty().get()).isEqualTo("50");
        epochs.reset();
        assertThat(epochs.textProperty().get()).isEqualTo("50");
        assertThat(epochs.changedProperty().get()).isFalse();
    }

    @Test
    void aSpecificationIsShownAndGivenBack() {
        RunSpec spec = Settings.apply(RunSpecs.defaults("ntm", 33).withSource(new ReviewSource(List.of("sample:"),
                Map.of("text", "title"))), List.of("preset=sagemaker", "epochs=7", "min_stars=1", "max_stars=2",
                        "extra_stop_words=acme", "min_tu=0.5", "seed=9", "map=false"));
        model.show(spec);
        assertThat(model.form().field("preset").textProperty().get()).isEqualTo("sagemaker");
        assertThat(model.form().changes()).extracting(field -> field.setting().name()).containsExactly("min_stars",
                "max_stars", "extra_stop_words", "num_topics", "epochs", "min_tu", "map", "seed");
        model.start();
        assertThat(runner.started).containsExactly(spec);
    }

    @Test
    void aSpecificationIsSavedAndOpened() throws IOException {
        chooseReviews();
        set("algorithm", "lda");
        set("alpha", "3");
        Path file = folder.resolve("mine.twspec");
        model.save(file);
        assertThat(model.messageProperty().get()).isEqualTo(UserMessage.news("Saved as mine.twspec."));
        openTheForm();
        model.choose(List.of(file));
        assertThat(model.form().field("alpha").textProperty().get()).isEqualTo("3");
        assertThat(model.reviews().paths()).containsExactly(folder.resolve("small.csv").toString());
        assertThat(model.command().orElseThrow()).endsWith("small.csv --algorithm lda --set alpha=3");
    }

    @Test
    void aSpecificationThatTheCommandLineRefusesIsRefusedInTheSameWords() throws IOException {
        Path file = Files.writeString(folder.resolve("spec.json"), "{\"model\": {\"num_topic\": 3}}");
        model.choose(List.of(file));
        assertThatThrownBy(() -> RunSpecFile.read(file)).hasMessage(model.messageProperty().get().text());
        assertThat(model.messageProperty().get().text()).contains("Did you mean num_topics?");
        assertThat(model.reviews().paths()).isEmpty();
    }

    @Test
    void aWrongFormIsNeitherSavedNorCopied() throws IOException {
        chooseReviews();
        set("num_topics", "none");
        model.save(folder.resolve("wrong.twspec"));
        assertThat(folder.resolve("wrong.twspec")).doesNotExist();
        assertThat(model.command()).isEmpty();
        assertThat(model.attentionProperty().get()).isEqualTo("num_topics");
    }

    @Test
    void aRunIsSetUpLikeAnEarlierOne() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(Files.createDirectories(folder.resolve("workspace")));
        SmallRun.in(workspace, "First");
        model.earlier().refresh();
        model.earlier().searchProperty().set("nothing like it");
        assertThat(model.earlier().found()).isEmpty();
        model.earlier().searchProperty().set("firs");
        assertThat(model.earlier().found()).hasSize(1);
        model.show(model.earlier().found().getFirst().spec());
        model.start();
        assertThat(runner.started).containsExactly(workspace.runs().getFirst().spec());
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

    @Test
    void thePreviewShowsWhatARunWouldRead() throws IOException {
        chooseReviews();
        assertThat(seen(model.preview().rowsProperty()).files()).hasSize(1);
        assertThat(seen(model.preview().sampleProperty()).glance().stars()).containsOnlyKeys(1.0, 2.0);
        assertThat(seen(model.preview().keptProperty()).read()).isEqualTo(SmallReviews.ROWS);
        assertThat(seen(model.preview().tokensProperty()).counts()).isNotEmpty();
        assertThat(model.preview().busyProperty().get()).isFalse();
    }

    private static <T> T seen(ReadOnlyObjectProperty<Look<T>> look) {
        assertThat(look.get()).isInstanceOf(Look.Seen.class);
        return ((Look.Seen<T>) look.get()).value();
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
}

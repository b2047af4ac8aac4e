package topicworkbench.ui.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecFile;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.Workspace;

/** What the form is filled with is what a run, a file and a command get. */
class NewRunViewModelTest extends NewRunForm {
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
}

package topicworkbench.ui.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.ui.support.UserMessage;

/** What cannot be used is told beside its field, in the words of the command line, and nothing is started. */
class NewRunMistakesTest extends NewRunForm {
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
}

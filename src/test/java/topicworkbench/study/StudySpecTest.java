package topicworkbench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;

class StudySpecTest {
    private static final RunSpec BASE = RunSpecs.defaults(RunSpecs.NTM, 20);

    private static StudySpec study(int draws, String... variations) {
        return new StudySpec(BASE, Arrays.stream(variations).map(Variation::parse).toList(), draws);
    }

    @Test
    void aGridTriesEveryCombinationTheLastSettingFastest() {
        List<Trial> trials = study(0, "num_topics=5,10", "min_df=2,5,10").trials();
        assertThat(trials).extracting(Trial::inWords).containsExactly("num_topics=5, min_df=2", "num_topics=5, min_df=5",
                "num_topics=5, min_df=10", "num_topics=10, min_df=2", "num_topics=10, min_df=5", "num_topics=10, min_df=10");
        assertThat(trials.getLast().spec()).isEqualTo(Settings.apply(BASE, List.of("num_topics=10", "min_df=10")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "num_topics=5..20:5;               5 10 15 20",
        "num_topics=5..12:5;               5 10",
        "learning_rate=0.001..0.003:0.001; 0.001 0.002 0.003",
        "encoder_layers=60,40|100;         60,40 100",
        "encoder_layers=60,40|;            60,40",
        "optimizer=ADAM,sgd;               adam sgd",
        "min_df=0.10,5.0;                  0.1 5"})
    void readsValuesAndRanges(String text, String values) {
        Variation variation = study(0, text).variations().getFirst();
        assertThat(variation.values()).containsExactly(values.split(" "));
        assertThat(study(0, variation.text()).variations().getFirst()).isEqualTo(variation);
    }

    @Test
    void presetAndAlgorithmMayBeTried() {
        List<Trial> trials = study(0, "algorithm=ntm,lda").trials();
        assertThat(trials.get(0).spec().model()).isInstanceOf(NtmOptions.class);
        assertThat(trials.get(1).spec().model()).isInstanceOf(LdaOptions.class);
    }

    @Test
    void randomDrawsDifferAndAreTheSameForASeed() {
        StudySpec study = study(12, "learning_rate=0.0001..0.1", "epochs=10..60", "num_topics=5,10,20");
        List<Trial> trials = study.trials();
        assertThat(trials).hasSize(12).isEqualTo(study.trials());
        assertThat(new HashSet<>(trials)).hasSize(12);
        List<Double> rates = trials.stream().map(trial -> ((NtmOptions) trial.spec().model()).learningRate()).toList();
        assertThat(rates).allSatisfy(rate -> assertThat(rate).isBetween(0.0001, 0.1));
        assertThat(rates).anyMatch(rate -> rate < 0.003).anyMatch(rate -> rate > 0.003); // drawn by logarithm
        assertThat(trials).allSatisfy(trial -> assertThat(((NtmOptions) trial.spec().model()).epochs()).isBetween(10, 60));
        RunSpec other = Settings.apply(BASE, List.of("seed=2"));
        assertThat(new StudySpec(other, study.variations(), 12).trials()).isNotEqualTo(trials);
    }

    @Test
    void drawingAllCombinationsGivesEachOnce() {
        assertThat(study(6, "num_topics=5,10", "min_df=2,5,10").trials()).doesNotHaveDuplicates().hasSize(6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "0; num_topic=5,10;              Did you mean num_topics?",
        "0; num_topics;                  varies nothing",
        "0; num_topics=;                 No value is given for num_topics",
        "0; num_topics= , ;              No value is given",
        "0; num_topics=5,10,5;           The value 5 for num_topics stands twice",
        "0; min_df=0.1,0.10;             stands twice",
        "0; num_topics=5,1;              num_topics is out of range",
        "0; num_topics=5,ten;            is not a whole number",
        "0; num_topics=5..40;            has no step",
        "0; num_topics=40..5:5;          is an empty range",
        "0; num_topics=5..40:0;          is an empty range",
        "0; optimizer=1..3:1;            is no number",
        "0; learning_rate=0.001..0.1:0.00001; combinations to try",
        "0; burn_in=1,2;                 belongs to the algorithm lda",
        "7; num_topics=5,10;             There are only 2 combinations",
        "9; num_topics=5..8;             too few different values",
        "-1; num_topics=5,10;            out of range"})
    void refusesWhatCannotBeTried(int draws, String variation, String expected) {
        assertThatThrownBy(() -> study(draws, variation).trials()).isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining(expected)
                .satisfies(e -> assertThat(((InvalidOptionException) e).remedy()).endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"num_topics=5,10", "num_topics=20..30:5"})
    void refusesASettingVariedTwice(String again) {
        assertThatThrownBy(() -> study(0, "num_topics=5,20", again)).hasMessageContaining("is varied twice");
        assertThatThrownBy(() -> study(0)).hasMessageContaining("varies nothing");
    }
}

package topicworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.failure.InvalidOptionException;

class MapOptionsTest {
    private static final RunSpec SPEC = RunSpecs.defaults(RunSpecs.NTM, 20);

    @ParameterizedTest
    @ValueSource(strings = {"map_perplexity=0.5", "map_perplexity=", "map_perplexity=30,2000", "map_perplexity=many",
        "map_steps=-1", "map_exaggeration=0.9", "map_exaggeration=101", "map_early_steps=-1", "map_early_exaggeration=0",
        "map_learning_rate=-1", "map_initialization=spectral", "map=perhaps"})
    void refusesWhatCannotBeUsedAndNamesIt(String assignment) {
        assertThatThrownBy(() -> Settings.apply(SPEC, List.of(assignment))).isInstanceOf(InvalidOptionException.class)
                .extracting(e -> ((InvalidOptionException) e).option())
                .isEqualTo(assignment.substring(0, assignment.indexOf('=')));
    }

    @Test
    void severalPerplexitiesAndAutomaticValuesAreWrittenAsTheyAreRead() {
        RunSpec spec = Settings.apply(SPEC, List.of("map_perplexity=30, 300.5", "map_exaggeration=auto"));
        assertThat(spec.map().perplexities()).containsExactly(30.0, 300.5);
        assertThat(Settings.named("map_perplexity").read(spec)).isEqualTo("30,300.5");
        assertThat(Settings.named("map_exaggeration").read(spec)).isEqualTo("auto");
        assertThat(Settings.named("map_exaggeration").read(Settings.apply(spec, List.of("map_exaggeration=2"))))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "100000, 1", "316228, 2", "1000000, 4", "5000000, 4"})
    void theMoreDocumentsTheMoreExaggerationUnlessItIsSet(long documents, double exaggeration) {
        assertThat(SPEC.map().exaggerationFor(documents)).isCloseTo(exaggeration, within(1e-5));
        assertThat(Settings.apply(SPEC, List.of("map_exaggeration=1.5")).map().exaggerationFor(documents)).isEqualTo(1.5);
    }

    @Test
    void aSpecificationThatNeverHeardOfMapsGetsOne() {
        RunSpec old = RunSpecJson.read("{\"schema\": 1, \"run\": {\"seed\": 3}}", "spec.json");
        assertThat(old.map()).isEqualTo(MapOptions.DEFAULTS);
        assertThat(old.stages()).contains(Stage.MAP);
    }
}

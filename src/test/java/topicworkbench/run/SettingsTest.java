package topicworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.NmfOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.fit.ServiceLdaOptions;

class SettingsTest {
    private static final RunSpec NTM = RunSpecs.defaults("ntm", 20);

    @Test
    void setsWhatItNames() {
        RunSpec spec = Settings.apply(NTM, List.of("num_topics=7", "learning_rate=0.05", "optimizer=SGD",
                "encoder_layers=60, 40", "clip_gradient=Infinity", "extra_stop_words=don,doesn", "min_stars=1",
                "max_stars=2", "from=2014-01-31", "near_duplicates=false", "min_wetc=0.2", "seed=-9007199254740993"));
        NtmOptions model = (NtmOptions) spec.model();
        assertThat(model.topics()).isEqualTo(7);
        assertThat(model.learningRate()).isEqualTo(0.05);
        assertThat(model.optimizer()).isEqualTo(NtmOptions.Optimizer.SGD);
        assertThat(model.encoderLayers()).containsExactly(60, 40);
        assertThat(model.clipGradient()).isInfinite();
        assertThat(spec.text().extraStopWords()).containsExactly("don", "doesn");
        assertThat(spec.filter().minStars()).isEqualTo(1.0);
        assertThat(spec.filter().from()).isEqualTo("2014-01-31");
        assertThat(spec.filter().nearDuplicates()).isFalse();
        assertThat(spec.gate()).isEqualTo(new QualityGate(0.2, null));
        assertThat(spec.seed()).isEqualTo(-9007199254740993L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ntm", "lda", "nmf"})
    void everySettingReadsWhatItWrites(String algorithm) {
        RunSpec spec = RunSpecs.defaults(algorithm, 20);
        for (Setting setting : Settings.forAlgorithm(algorithm)) {
            assertThat(setting.with(spec, setting.read(spec))).as(setting.name()).isEqualTo(spec);
            assertThat(setting.help()).as(setting.name()).isNotBlank();
        }
    }

    @Test
    void namesAreUnique() {
        Set<String> names = Settings.all().stream().map(Setting::name).collect(Collectors.toSet());
        assertThat(names).hasSize(Settings.all().size());
    }

    @ParameterizedTest
    @CsvSource({"lerning_rate=0.1, learning_rate", "num_topic=5, num_topics", "minstars=1, min_stars"})
    void namesTheNearestSettingForAnUnknownOne(String assignment, String nearest) {
        assertThatThrownBy(() -> Settings.apply(NTM, List.of(assignment))).isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("Did you mean " + nearest + "?");
    }

    @Test
    void namesNoSettingThatIsNothingLikeIt() {
        assertThatThrownBy(() -> Settings.apply(NTM, List.of("zzzzzzzz=1"))).isInstanceOf(InvalidOptionException.class)
                .hasMessage("There is no setting called \"zzzzzzzz\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"learning_rate=NaN", "learning_rate=fast", "learning_rate=Infinity", "min_df=1e999",
        "num_topics=1", "num_topics=2.5", "num_topics=99999999999", "epochs=", "batch_norm=maybe", "optimizer=adamw",
        "from=31.1.2014", "min_stars=6", "encoder_layers=60,wide", "encoder_layers=0", "max_df=Infinity",
        "relevance_lambda=NaN", "min_tu=2", "seed=0x10", "learning_rate", "=3"})
    void refusesWhatCannotBe(String assignment) {
        assertThatThrownBy(() -> Settings.apply(NTM, List.of(assignment))).isInstanceOf(InvalidOptionException.class)
                .satisfies(e -> assertThat(((InvalidOptionException) e).remedy()).matches("(Give|Write) .*").endsWith(".")
                        .hasSizeGreaterThan(6), e -> assertThat(e.getMessage()).endsWith("."));
    }

    @Test
    void refusesASettingOfTheOtherAlgorithm() {
        assertThatThrownBy(() -> Settings.apply(NTM, List.of("burn_in=3")))
                .hasMessageContaining("belongs to the algorithm lda");
        assertThatThrownBy(() -> Settings.apply(NTM, List.of("algorithm=lda", "preset=sagemaker")))
                .hasMessageContaining("belongs to the algorithm ntm");
    }

    @Test
    void theServicesPresetRanksWordsAsTheServiceDoes() {
        RunSpec sagemaker = Settings.apply(NTM, List.of("preset=sagemaker"));
        assertThat(sagemaker.relevanceLambda()).isEqualTo(1);
        assertThat(Settings.apply(sagemaker, List.of("preset=recommended")).relevanceLambda()).isEqualTo(0.6);
        assertThat(Settings.apply(NTM, List.of("relevance_lambda=0.3", "preset=sagemaker")).relevanceLambda())
                .isEqualTo(0.3);
    }

    @Test
    void presetAndAlgorithmComeFirstWhereverTheyStand() {
        RunSpec spec = Settings.apply(NTM, List.of("learning_rate=0.5", "num_topics=8", "preset=sagemaker"));
        NtmOptions sagemaker = NtmOptions.sagemaker(8);
        assertThat(((NtmOptions) spec.model()).learningRate()).isEqualTo(0.5);
        assertThat(((NtmOptions) spec.model()).decoder()).isEqualTo(sagemaker.decoder());
        assertThat(Settings.named("preset").read(spec)).isEqualTo("custom");
        assertThat(Settings.named("preset").read(NTM.withModel(sagemaker))).isEqualTo("sagemaker");

        RunSpec lda = Settings.apply(NTM, List.of("iterations=50", "algorithm=lda"));
        assertThat(lda.model()).isEqualTo(new LdaOptions(20, 50, 5.0, 0.01, 10, 200, ServiceLdaOptions.DEFAULTS));
        RunSpec nmf = Settings.apply(NTM, List.of("document_scaling=unit", "passes=50", "algorithm=nmf"));
        assertThat(nmf.model()).isEqualTo(new NmfOptions(20, 50, 1e-3, NmfOptions.DocumentScaling.UNIT));
    }

    @Test
    void theServicesIterationsAreOfItsLdaAndWhatWasCalledSoInNmfIsStillUnderstood() {
        RunSpec lda = Settings.apply(NTM, List.of("algorithm=lda", "max_restarts=3", "max_iterations=50", "tol=1e-6"));
        assertThat(((LdaOptions) lda.model()).service()).isEqualTo(new ServiceLdaOptions(3, 50, 1e-6));
        assertThat(RunSpecJson.read(RunSpecJson.write(lda), "spec.json")).isEqualTo(lda);
        assertThatThrownBy(() -> Settings.apply(lda, List.of("tol=0"))).hasMessageContaining("tol");
        RunSpec nmf = RunSpecJson.read("{\"model\": {\"algorithm\": \"nmf\", \"max_iterations\": 50}}", "old.json");
        assertThat(nmf.model()).isEqualTo(new NmfOptions(20, 50, 1e-3, NmfOptions.DocumentScaling.HELD));
        assertThat(RunSpecJson.write(nmf)).contains("\"passes\": 50").doesNotContain("max_iterations");
    }

    @Test
    void aSettingWithoutEffectSaysWhy() {
        Setting rate = Settings.named("learning_rate");
        assertThat(Settings.whyIdle(rate, Settings.apply(NTM, List.of("optimizer=adam")))).isEmpty();
        assertThat(Settings.whyIdle(rate, Settings.apply(NTM, List.of("optimizer=adadelta"))).orElseThrow()).contains("adadelta");
        assertThat(Settings.whyIdle(Settings.named("burn_in"),
                Settings.apply(NTM, List.of("algorithm=lda", "optimize_interval=0")))).isPresent();
    }

    @Test
    void bothEndsOfARangeMoveTogether() {
        RunSpec low = Settings.apply(NTM, List.of("min_stars=1", "max_stars=2"));
        assertThat(Settings.apply(low, List.of("min_stars=4", "max_stars=5")).filter().minStars()).isEqualTo(4.0);
        assertThatThrownBy(() -> Settings.apply(low, List.of("min_stars=4"))).hasMessageContaining("is empty");
    }

    @Test
    void aNameMayHoldAComma() {
        RunSpec spec = Settings.apply(NTM, List.of("products=Tax\\, State,Back\\\\slash"));
        assertThat(spec.filter().products()).containsExactly("Tax, State", "Back\\slash");
        Setting products = Settings.named("products");
        assertThat(products.with(NTM, products.read(spec))).isEqualTo(spec);
    }

    @Test
    void noneTakesAnOptionalValueAway() {
        RunSpec spec = Settings.apply(NTM, List.of("min_stars=2", "embeddings=glove.txt"));
        assertThat(Settings.apply(spec, List.of("min_stars=none", "embeddings="))).isEqualTo(NTM);
    }
}

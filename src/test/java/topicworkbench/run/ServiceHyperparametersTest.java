package topicworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceHyperparametersTest {

    @Test
    void numbersAreWrittenWithoutAnExponent() {
        RunSpec ntm = Settings.apply(RunSpecs.defaults(RunSpecs.NTM, 20), List.of("tolerance=1e-6", "learning_rate=0.00001",
                "clip_gradient=1000", "epochs=50", "encoder_layers=100,50", "optimizer=adam"));
        assertThat(ServiceHyperparameters.of(ntm)).containsEntry("tolerance", "0.000001").containsEntry("learning_rate", "0.00001")
                .containsEntry("clip_gradient", "1000").containsEntry("epochs", "50").containsEntry("encoder_layers", "100,50")
                .containsEntry("optimizer", "adam").containsEntry("num_topics", "20").doesNotContainKeys("preset", "latent");
        assertThat(ServiceHyperparameters.plain(12000000)).isEqualTo("12000000");
    }

    @Test
    void aGradientThatIsNotClippedIsLeftToTheService() {
        assertThat(ServiceHyperparameters.of(Settings.apply(RunSpecs.defaults(RunSpecs.NTM, 20), List.of("clip_gradient=Infinity"))))
                .doesNotContainKey("clip_gradient");
    }

    @Test
    void ldaHasTheNamesOfTheService() {
        RunSpec lda = Settings.apply(RunSpecs.defaults(RunSpecs.LDA, 10), List.of("alpha=0.1", "tol=1e-8"));
        assertThat(ServiceHyperparameters.of(lda)).containsEntry("alpha0", "0.1").containsEntry("tol", "0.00000001")
                .containsOnlyKeys("num_topics", "alpha0", "max_restarts", "max_iterations", "tol");
    }

    @Test
    void whatTheServiceLacksIsIdleOnAwsAndOnlyThere() {
        RunSpec here = RunSpecs.defaults(RunSpecs.NTM, 20);
        RunSpec there = Settings.apply(here, List.of("where=aws"));
        for (Setting setting : Settings.forAlgorithm(RunSpecs.NTM)) {
            if (setting.section() == Setting.Section.MODEL) {
                boolean lacks = RunSpecs.NTM.equals(setting.algorithm()) && !setting.name().equals("preset")
                        && !ServiceHyperparameters.has(setting.name(), RunSpecs.NTM);
                assertThat(Settings.whyIdle(setting, there).filter(why -> why.contains("service")).isPresent())
                        .as(setting.name()).isEqualTo(lacks);
                assertThat(Settings.whyIdle(setting, here).filter(why -> why.contains("service"))).as(setting.name()).isEmpty();
            }
        }
    }
}

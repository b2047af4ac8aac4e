package topicworkbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import topicworkbench.failure.ExplainedException;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.sagemaker.LdaModel;
import topicworkbench.sagemaker.ModelArtifact;
import topicworkbench.sagemaker.Networks;
import topicworkbench.sagemaker.NtmModel;
import topicworkbench.testdata.SharedData;

class ArtifactModelTest {

    @Test
    void aRealArtifactTellsHowItWasTrained() {
        ArtifactModel model = ArtifactModel.of(ModelArtifact.read(SharedData.require("sagemaker/ntm-artifact/model.tar.gz"))
                .get("algo-1"));
        NtmOptions options = (NtmOptions) model.options();
        assertThat(options.encoderLayers()).containsExactly(30, 20);
        assertThat(options.epochs()).isEqualTo(100);
        assertThat(options.patienceEpochs()).isEqualTo(5);
        assertThat(options.miniBatchSize()).isEqualTo(128);
        assertThat(options.clipGradient()).isInfinite();
        assertThat(options.latent()).isEqualTo(NtmOptions.Latent.RELU);
        assertThat(ArtifactModel.of(model.hostModel())).usingRecursiveComparison().isEqualTo(model);
    }

    /** Settings that nobody understands do not stand in the way, those of the shape are taken from the arrays. */
    @Test
    void hostileHyperparametersDoNoHarm() {
        NtmModel network = Networks.random(6, 2, 4);
        ArtifactModel model = ArtifactModel.of(new NtmModel(Map.of("encoder_layers", "2000000000", "num_topics", "1e99",
                "epochs", "None", "learning_rate", "0.5", "surprise", "x=y=z", "tolerance", ""), network.parameters()));
        NtmOptions options = (NtmOptions) model.options();
        assertThat(options.encoderLayers()).containsExactly(4);
        assertThat(options.topics()).isEqualTo(2);
        assertThat(options.learningRate()).isEqualTo(0.5);
        assertThat(options.epochs()).isEqualTo(50);
    }

    /** As with batch_norm, whose arrays nobody has described. */
    @Test
    void anEncoderOfAnUnknownKindStillHasItsTopics() {
        NtmModel network = Networks.random(6, 2, 4);
        Map<String, FloatMatrix> parameters = new LinkedHashMap<>(network.parameters());
        parameters.put("mean_bn_gamma", FloatMatrix.zeros(1, 2));
        ArtifactModel model = ArtifactModel.of(new NtmModel(Map.of("batch_norm", "true"), parameters));
        assertThat(model.isMixture()).isTrue();
        assertThat(model.topicTerm()).usingRecursiveComparison().isEqualTo(ArtifactModel.of(network).topicTerm());
        FloatMatrix topics = topics(model);
        int term = strongest(model.topicTerm(), 0);
        assertThat(topics.get(0, 0) + topics.get(0, 1)).isCloseTo(1, within(1e-5f));
        assertThat(topicsOf(model, term).get(0, 0)).isGreaterThan(0.5f);
    }

    @Test
    void ldaWithoutAPriorForATopicAndWithRoundedRowsIsUsable() {
        ArtifactModel model = ArtifactModel.of(new LdaModel(new FloatMatrix(1, 2, new float[] {0, 0.5f}),
                new FloatMatrix(2, 6, new float[] {2, 0, 0, 0, 0, 0, 0, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f})));
        assertThat(model.topicTerm().row(0)).containsExactly(1, 0, 0, 0, 0, 0);
        assertThat(model.topicTerm().row(1)).containsExactly(0, 0.2f, 0.2f, 0.2f, 0.2f, 0.2f);
        assertThat(((LdaOptions) model.options()).alpha()).isCloseTo(0.5, within(1e-5));
        assertThat(topicsOf(model, 0).get(0, 0)).isGreaterThan(0.5f);
    }

    @Test
    void whatTheServiceDoesNotHaveIsNotPassedOffAsIts() {
        NtmModel network = Networks.random(6, 2, 6, 4);
        ArtifactModel ours = new ArtifactModel(NtmOptions.recommended(2), FloatMatrix.zeros(2, 6), network.parameters());
        assertThatThrownBy(ours::hostModel).isInstanceOf(ExplainedException.class).hasMessageContaining("latent");
    }

    private static FloatMatrix topics(ArtifactModel model) {
        return topicsOf(model, 3);
    }

    private static FloatMatrix topicsOf(ArtifactModel model, int term) {
        try (Threads threads = new Threads(1)) {
            return model.inference(threads).documentTopic(new CsrCounts(1, 6, new int[] {0, 1}, new int[] {term}, new int[] {4}),
                    ProgressListener.NONE);
        }
    }

    private static int strongest(FloatMatrix topicTerm, int topic) {
        int best = 0;
        for (int term = 0; term < topicTerm.columns(); term++) {
            double lift = topicTerm.get(topic, term) / topicTerm.get(1 - topic, term);
            best = lift > topicTerm.get(topic, best) / topicTerm.get(1 - topic, best) ? term : best;
        }
        return best;
    }
}

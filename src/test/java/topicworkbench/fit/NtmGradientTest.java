package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.fit.NtmOptions.Activation;
import topicworkbench.fit.NtmOptions.Decoder;
import topicworkbench.fit.NtmOptions.Initialization;
import topicworkbench.fit.NtmOptions.Latent;
import topicworkbench.fit.NtmOptions.Optimizer;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;
import topicworkbench.testdata.CountsFixture;

/**
 * The gradient of every element of every parameter against central differences of the plain double-precision network.
 * One step of gradient descent at learning rate 1 leaves the gradient as the difference of the weights.
 */
class NtmGradientTest {
    private static final int DOCUMENTS = 7;
    /** No multiple of a vector's width, nor of a tile's. */
    private static final int TERMS = 37;
    private static final int EMPTY_DOCUMENT = 4;
    private static final float KL_WEIGHT = 0.3f;
    /** Distance of the central differences; their own error is of order 1e-9. */
    private static final float H = 0x1p-12f;

    @ParameterizedTest
    @CsvSource({
        "48, RELU, LOGITS, SIGMOID, false, false, 1", "16, RELU, LOGITS, TANH, true, true, 3",
        "16, RELU, LOGITS, RELU, false, true, 1", "16, SOFTMAX, LOGITS, SIGMOID, false, false, 2",
        "16, SOFTMAX, LOGITS, RELU, true, false, 1", "16, SOFTMAX, MIXTURE, SIGMOID, false, true, 1",
        "16, SOFTMAX, MIXTURE, TANH, true, true, 2", "48, SOFTMAX, MIXTURE, RELU, true, false, 0.5",
        "16, RELU, LOGITS, SIGMOID, false, false, 1"})
    void agreesWithFiniteDifferences(int tileWidth, Latent latent, Decoder decoder, Activation activation,
            boolean batchNorm, boolean logInput, double priorDeviation) {
        NtmOptions options = new NtmOptions(3, List.of(5, 4), activation, Optimizer.SGD, 1, DOCUMENTS, 1, 1, 0.001,
                batchNorm, Double.POSITIVE_INFINITY, 1, 0, 1, latent, decoder, Initialization.RANDOM, 0, false,
                logInput, 1, 0, Double.POSITIVE_INFINITY, priorDeviation);
        CsrCounts counts = counts();
        VocabularyTiles tiles = new VocabularyTiles(TERMS, tileWidth, Math.ceilDiv(TERMS, tileWidth));
        try (Threads threads = new Threads(2)) {
            NtmNetwork network = new NtmNetwork(options, tiles, DOCUMENTS, threads);
            RandomStream noise = RandomStream.of(5, "noise");
            DocumentBatch batch = new DocumentBatch(counts, tiles, DOCUMENTS);
            batch.fill(IntStream.range(0, DOCUMENTS).toArray(), 0, DOCUMENTS);
            // one step before the one that counts, so that what it leaves in the buffers would show
            network.learn(batch, noise.substream(99), 1, UpdateRule.of(options, 1), UpdateRule.of(options, 1));
            randomize(network);
            Map<String, FloatMatrix> before = network.named();
            NtmNetwork.Losses losses = network.learn(batch, noise, KL_WEIGHT, UpdateRule.of(options, 1),
                    UpdateRule.of(options, 1));

            ReferenceNetwork reference = new ReferenceNetwork(options, before, KL_WEIGHT);
            assertThat(losses.reconstruction() + KL_WEIGHT * losses.divergence())
                    .isCloseTo(reference.loss(counts, noise), org.assertj.core.data.Offset.offset(1e-4));
            for (Parameter parameter : network.trained()) {
                FloatMatrix start = before.get(parameter.name);
                float[] after = parameter.exported().values();
                for (int i = 0; i < after.length; i++) {
                    double gradient = (double) start.values()[i] - after[i];
                    double expected = difference(reference, counts, noise, start.values(), i);
                    assertThat(Math.abs(gradient - expected)).as("%s[%d]: %g, difference %g", parameter.name, i,
                            gradient, expected).isLessThanOrEqualTo(1e-3 * Math.abs(expected) + 1e-6);
                }
            }
        }
    }

    private static double difference(ReferenceNetwork reference, CsrCounts counts, RandomStream noise, float[] values,
            int index) {
        float value = values[index];
        values[index] = value + H;
        double above = reference.loss(counts, noise);
        double upper = values[index];
        values[index] = value - H;
        double below = reference.loss(counts, noise);
        double step = upper - values[index];
        values[index] = value;
        return (above - below) / step;
    }

    private static void randomize(NtmNetwork network) {
        RandomStream random = RandomStream.of(3, "values");
        for (Parameter p : network.trained()) {
            for (int r = 0; r < p.rows; r++) {
                for (int c = 0; c < p.columns; c++) {
                    p.values[r * p.stride + c] = random.nextFloat() - 0.5f;
                }
            }
        }
    }

    private static CsrCounts counts() {
        RandomStream random = RandomStream.of(2, "counts");
        int[][] dense = new int[DOCUMENTS][TERMS];
        for (int d = 0; d < DOCUMENTS; d++) {
            for (int n = 0; n < 12 && d != EMPTY_DOCUMENT; n++) {
                dense[d][random.nextInt(TERMS)]++;
            }
        }
        return CountsFixture.fromDense(dense);
    }
}

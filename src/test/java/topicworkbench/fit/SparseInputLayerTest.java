package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.RandomStream;
import topicworkbench.math.VectorKernels;
import topicworkbench.testdata.CountsFixture;

class SparseInputLayerTest {
    private static final CsrCounts COUNTS = CountsFixture.counts();
    private static final int OUTPUTS = 10;

    /** Passing over the terms that a batch lacks must not change a bit of weights or state, whatever the rule. */
    @ParameterizedTest
    @CsvSource({"SGD, 0", "SGD, 0.1", "ADAM, 0", "ADAGRAD, 0", "ADAGRAD, 0.1", "ADADELTA, 0", "RMSPROP, 0"})
    void updatesAsIfEveryTermWereLookedAt(NtmOptions.Optimizer optimizer, double weightDecay) {
        UpdateRule rule = rule(optimizer, weightDecay);
        UpdateRule plainRule = rule(optimizer, weightDecay);
        VocabularyTiles tiles = VocabularyTiles.of(COUNTS.columns());
        SparseInputLayer layer = new SparseInputLayer("enc_0", COUNTS.columns(), OUTPUTS, true, 0);
        Parameter plain = new Parameter("enc_0_weight", COUNTS.columns(), OUTPUTS);
        RandomStream random = RandomStream.of(1, "weights");
        for (int i = 0; i < plain.values.length; i++) {
            plain.values[i] = random.nextFloat();
        }
        System.arraycopy(plain.values, 0, layer.weight.values, 0, plain.values.length);
        layer.parameters().forEach(p -> p.allocateState(rule.stateArrays()));
        plain.allocateState(rule.stateArrays());

        DocumentBatch batch = new DocumentBatch(COUNTS, tiles, 2);
        int[] order = IntStream.range(0, COUNTS.rows()).toArray();
        float[] scratch = new float[layer.scratchSize(tiles)];
        for (int step = 0; step < 5; step++) {
            batch.fill(order, 2 * step, 2);
            layer.reserve(batch);
            layer.forward(batch, new float[2 * layer.stride()], 0, 2, null);
            float[] outputGradient = new float[2 * layer.stride()];
            for (int i = 0; i < outputGradient.length; i++) {
                outputGradient[i] = random.nextFloat() - 0.5f;
            }
            rule.nextStep();
            for (int tile = 0; tile < tiles.count(); tile++) {
                layer.update(rule, tile, batch, outputGradient, scratch);
            }
            plainRule.nextStep();
            plainRule.update(plain, gradient(batch, outputGradient, layer.stride()));
        }
        assertThat(layer.weight.values).isEqualTo(plain.values);
        assertThat(layer.weight.state).isDeepEqualTo(plain.state);
    }

    private static float[] gradient(DocumentBatch batch, float[] outputGradient, int stride) {
        float[] gradient = new float[COUNTS.columns() * stride];
        for (int d = 0; d < batch.size; d++) {
            for (int i = COUNTS.rowStarts()[batch.documents[d]]; i < COUNTS.rowStarts()[batch.documents[d] + 1]; i++) {
                VectorKernels.axpy((float) StrictMath.log1p(COUNTS.counts()[i]), outputGradient, d * stride, gradient,
                        COUNTS.columnIndices()[i] * stride, stride);
            }
        }
        return gradient;
    }

    private static UpdateRule rule(NtmOptions.Optimizer optimizer, double weightDecay) {
        NtmOptions o = NtmOptions.sagemaker(2);
        return UpdateRule.of(new NtmOptions(2, o.encoderLayers(), o.activation(), optimizer, 0.05, 256, 50, 3, 0.001, false,
                Double.POSITIVE_INFINITY, 1, weightDecay, 1, o.latent(), o.decoder(), o.initialization(), 0, false, false, 1,
                0, Double.POSITIVE_INFINITY, 1), 0.05);
    }
}

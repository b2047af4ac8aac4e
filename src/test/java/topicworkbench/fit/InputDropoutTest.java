package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.math.RandomStream;
import topicworkbench.testdata.CountsFixture;

/** One output with weights of 1: what the layer writes is the sum of the inputs that it saw. */
class InputDropoutTest {
    private static final int TERMS = 400;
    private static final RandomStream NOISE = RandomStream.of(3, "noise");

    @Test
    void hidesTheShareAskedForAndLetsTheOthersStandInForIt() {
        float seen = output(0.4, NOISE);
        assertThat(seen * 0.6 / 2).as("inputs of 2 seen").isCloseTo(0.6 * TERMS, within(40.0));
        assertThat(seen).isNotEqualTo(output(0.4, NOISE.substream(1)));
    }

    @Test
    void hidesNothingOutsideLearningOrWithoutDropout() {
        assertThat(output(0.4, null)).isEqualTo(2f * TERMS);
        assertThat(output(0, NOISE)).isEqualTo(2f * TERMS);
    }

    @Test
    void whatWasHiddenHasNoGradient() {
        SparseInputLayer layer = layer(0.4);
        float[] output = new float[layer.stride()];
        DocumentBatch batch = batch();
        layer.reserve(batch);
        layer.forward(batch, output, 0, 1, NOISE);
        float[] gradient = new float[layer.stride()];
        gradient[0] = 1;
        NtmOptions o = NtmOptions.sagemaker(2);
        UpdateRule descent = UpdateRule.of(new NtmOptions(2, o.encoderLayers(), o.activation(), NtmOptions.Optimizer.SGD, 1, 1,
                1, 1, 0.001, false, Double.POSITIVE_INFINITY, 1, 0, 1, o.latent(), o.decoder(), o.initialization(), 0, false,
                false, 1, 0.4, o.epochDocuments(), 1), 1);
        for (int tile = 0; tile < batch.tiles.count(); tile++) {
            layer.update(descent, tile, batch, gradient, new float[layer.scratchSize(batch.tiles)]);
        }
        double sum = 0;
        for (int w = 0; w < TERMS; w++) {
            float input = 1 - layer.weight.values[w * layer.stride()];
            assertThat(input).isIn(0f, (float) (2 / 0.6));
            sum += input;
        }
        assertThat(sum).isCloseTo(output[0], within(1e-2));
    }

    private static float output(double dropout, RandomStream masks) {
        SparseInputLayer layer = layer(dropout);
        float[] output = new float[layer.stride()];
        DocumentBatch batch = batch();
        layer.reserve(batch);
        layer.forward(batch, output, 0, 1, masks);
        return output[0];
    }

    private static SparseInputLayer layer(double dropout) {
        SparseInputLayer layer = new SparseInputLayer("enc_0", TERMS, 1, false, dropout);
        for (int w = 0; w < TERMS; w++) {
            layer.weight.values[w * layer.stride()] = 1;
        }
        return layer;
    }

    /** One document that holds every term twice. */
    private static DocumentBatch batch() {
        int[][] twice = {IntStream.generate(() -> 2).limit(TERMS).toArray()};
        DocumentBatch batch = new DocumentBatch(CountsFixture.fromDense(twice), VocabularyTiles.of(TERMS), 1);
        batch.fill(new int[] {0}, 0, 1);
        return batch;
    }
}

package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;
import topicworkbench.testdata.CountsFixture;

class LogitsDecoderTest {
    private static final NtmOptions OPTIONS = NtmOptions.sagemaker(6);
    private static final int DOCUMENTS = 120;

    /** What one step leaves. */
    private record Step(double[] losses, float[] latentGradient, float[] weights, float[] biases) { }

    /** A large vocabulary does not fit the buffer at once; how often it is filled must not matter. */
    @Test
    void groupsOfDocumentsAddUpToTheBatch() {
        Step whole = step(LogitsDecoder.BUFFER);
        Step grouped = step(7 * 80);
        assertThat(grouped.losses).containsExactly(whole.losses, within(1e-5));
        assertThat(grouped.latentGradient).containsExactly(whole.latentGradient, within(1e-6f));
        assertThat(grouped.weights).containsExactly(whole.weights, within(1e-4f));
        assertThat(grouped.biases).containsExactly(whole.biases, within(1e-4f));
    }

    private static Step step(int buffer) {
        CsrCounts counts = CountsFixture.counts();
        VocabularyTiles tiles = new VocabularyTiles(80, 32, 3);
        GaussianLatent latent = new GaussianLatent(NtmOptions.sagemaker(6), DOCUMENTS);
        RandomStream random = RandomStream.of(4, "test");
        DocumentBatch batch = new DocumentBatch(counts, tiles, DOCUMENTS);
        batch.fill(IntStream.range(0, DOCUMENTS).toArray(), 0, DOCUMENTS);
        latent.sample(batch, random, 0, DOCUMENTS);
        double[] losses = new double[DOCUMENTS];
        try (Threads threads = new Threads(2)) {
            LogitsDecoder decoder = new LogitsDecoder(OPTIONS, tiles, DOCUMENTS, buffer, threads);
            for (int i = 0; i < decoder.weight().values.length; i++) {
                decoder.weight().values[i] = random.nextFloat() - 0.5f;
            }
            UpdateRule rule = new UpdateRule.Sgd(new UpdateRule.Settings(1, 1, Float.POSITIVE_INFINITY, 0));
            decoder.learn(batch, latent, losses);
            decoder.learn(batch, latent, losses);
            decoder.update(batch, latent, rule);
            return new Step(losses, latent.weightsGradient, decoder.weight().values, decoder.bias().values);
        }
    }
}

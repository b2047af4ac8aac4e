package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.sagemaker.ModelArtifact;
import topicworkbench.sagemaker.NtmModel;
import topicworkbench.testdata.CountsFixture;
import topicworkbench.testdata.SharedData;

/** The forward pass with the parameters of a real SageMaker artifact, against figures computed in float64. */
class NtmForwardTest {
    private static final NtmOptions OPTIONS = NtmOptions.sagemaker(10);

    @Test
    void reproducesTheGoldenFigures() throws IOException {
        JsonArray cases = golden().getAsJsonArray("cases");
        Map<String, FloatMatrix> parameters = parameters();
        CsrCounts counts = counts(cases);
        VocabularyTiles tiles = VocabularyTiles.of(2000);
        try (Threads threads = new Threads(2)) {
            NtmNetwork network = new NtmNetwork(OPTIONS, tiles, 4, threads);
            network.load(parameters);
            DocumentBatch batch = new DocumentBatch(counts, tiles, 4);
            batch.fill(new int[] {0, 1, 2, 3}, 0, 4);
            network.score(batch, null);
            for (int d = 0; d < 4; d++) {
                JsonObject expected = cases.get(d).getAsJsonObject();
                for (int k = 0; k < 10; k++) {
                    assertThat(network.latent.mean[d * network.latent.stride + k]).as("mean %d %d", d, k)
                            .isCloseTo(expected.getAsJsonArray("mean").get(k).getAsFloat(), within(1e-4f));
                    assertThat(network.latent.logSigma[d * network.latent.stride + k]).as("logsigma %d %d", d, k)
                            .isCloseTo(expected.getAsJsonArray("logsigma").get(k).getAsFloat(), within(1e-4f));
                }
                double kld = expected.get("kld").getAsDouble();
                double recons = expected.get("recons").getAsDouble();
                assertThat(network.latent.divergence[d]).as("kld %d", d).isCloseTo(kld, within(1e-4));
                assertThat(network.reconstruction()[d]).as("recons %d", d).isCloseTo(recons, within(1e-4));
                assertThat(network.latent.divergence[d] + network.reconstruction()[d]).as("total %d", d)
                        .isCloseTo(expected.get("total").getAsDouble(), within(1e-4));
            }
            assertThat(topWords(network.topicTerm())).isEqualTo(goldenTopWords());
        }
    }

    @Test
    void anArtifactAloneGivesTopicsToDocuments() throws IOException {
        CsrCounts counts = counts(golden().getAsJsonArray("cases"));
        try (Threads threads = new Threads(1)) {
            FloatMatrix topics = new NtmInference(OPTIONS, parameters(), threads)
                    .documentTopic(counts, ProgressListener.NONE);
            // softmax of relu of the first document's golden mean, computed by hand: its third topic leads
            double[] mean = {0, 0, 1.197992, 0, 0, 0.508763, 1.153659, 0.391464, 0, 0};
            double sum = java.util.Arrays.stream(mean).map(Math::exp).sum();
            for (int k = 0; k < 10; k++) {
                assertThat(topics.get(0, k)).isCloseTo((float) (Math.exp(mean[k]) / sum), within(1e-5f));
            }
        }
    }

    private static JsonObject golden() throws IOException {
        return JsonParser.parseString(Files.readString(
                SharedData.require("sagemaker/ntm-artifact/forward-golden.json"))).getAsJsonObject();
    }

    private static Map<String, FloatMatrix> parameters() {
        return ((NtmModel) ModelArtifact.read(SharedData.require("sagemaker/ntm-artifact/model.tar.gz")).get("algo-1"))
                .parameters();
    }

    private static CsrCounts counts(JsonArray cases) {
        int[][] dense = new int[cases.size()][2000];
        for (int d = 0; d < dense.length; d++) {
            int[] row = dense[d];
            cases.get(d).getAsJsonObject().getAsJsonObject("doc").asMap()
                    .forEach((term, count) -> row[Integer.parseInt(term)] = count.getAsInt());
        }
        return CountsFixture.fromDense(dense);
    }

    private static List<List<String>> goldenTopWords() throws IOException {
        return golden().getAsJsonArray("top10_by_projection_weight").asList().stream()
                .map(t -> t.getAsJsonArray().asList().stream().map(w -> w.getAsString()).toList()).toList();
    }

    private static List<List<String>> topWords(FloatMatrix topicTerm) throws IOException {
        List<String> vocabulary = vocabulary();
        return IntStream.range(0, topicTerm.rows()).mapToObj(k -> IntStream.range(0, topicTerm.columns()).boxed()
                .sorted((a, b) -> Float.compare(topicTerm.get(k, b), topicTerm.get(k, a))).limit(10)
                .map(vocabulary::get).toList()).toList();
    }

    /** A NumPy file of 2000 strings of 23 characters of four bytes. */
    private static List<String> vocabulary() throws IOException {
        byte[] bytes = Files.readAllBytes(SharedData.require("sagemaker/ntm-artifact/vocab.npy"));
        int header = 10 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        List<String> words = new ArrayList<>();
        for (int at = header; at < bytes.length; at += 23 * 4) {
            words.add(new String(bytes, at, 23 * 4, Charset.forName("UTF-32LE")).replace("\0", ""));
        }
        return words;
    }
}

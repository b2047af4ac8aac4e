package topicworkbench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.math.FloatMatrix;
import topicworkbench.testdata.SharedData;

class WetcTest {
    /** A topic of SageMaker's published wikitext-2 example, which logs 0.57 for it. */
    private static final List<String> LOGGED = List.of(("christ jesus god scripture doctrine christian sin bible faith "
            + "christianity atheist church religion islam holy heaven biblical eternal morality belief").split(" "));

    @Test
    void equalsTheValueSageMakerLoggedWithGlove() throws IOException {
        WordVectors vectors = glove(SharedData.require("embeddings"));
        int[] words = LOGGED.stream().mapToInt(vectors.vocabulary()::indexOf).toArray();
        assertThat(words).doesNotContain(-1);
        assertThat(Wetc.of(new int[][] {words}, vectors)[0]).isCloseTo(0.567, within(5e-4));
    }

    @Test
    void leavesOutWordsWithoutAVector() {
        FloatMatrix rows = new FloatMatrix(4, 2, new float[] {1, 0, 0, 0, 3, 4, 0, 0});
        WordVectors vectors = WordVectors.normalized("made up", new Vocabulary(List.of("a", "b", "c", "d")), rows);
        assertThat(vectors.foundCount()).isEqualTo(2);
        double[] wetc = Wetc.of(new int[][] {{0, 1, 2}, {0, 1, 3}}, vectors);
        assertThat(wetc[0]).isCloseTo(0.6, within(1e-6));
        assertThat(wetc[1]).isNaN();
    }

    @Test
    void looksAtTwentyWordsOnly() {
        float[] values = new float[2 * 21];
        for (int i = 0; i < 21; i++) {
            values[2 * i] = i < 20 ? 1 : -1;
        }
        Vocabulary vocabulary = new Vocabulary(IntStream.range(0, 21).mapToObj(i -> "w" + i).toList());
        WordVectors vectors = WordVectors.normalized("made up", vocabulary, new FloatMatrix(21, 2, values));
        assertThat(Wetc.of(new int[][] {IntStream.range(0, 21).toArray()}, vectors)[0]).isCloseTo(1, within(1e-6));
    }

    /** The NumPy table (float32, row-major) with its list "word index" a line. */
    private static WordVectors glove(Path folder) throws IOException {
        List<String> words = Files.readAllLines(folder.resolve("vocab")).stream().map(l -> l.split(" ")[0]).toList();
        ByteBuffer npy = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("embedding.glove.50.npy")))
                .order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = npy.getShort(8);
        String header = new String(npy.array(), 10, headerLength, StandardCharsets.US_ASCII);
        assertThat(header).contains("'<f4'").contains("'fortran_order': False");
        float[] values = new float[(npy.capacity() - 10 - headerLength) / 4];
        npy.position(10 + headerLength).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return WordVectors.normalized("GloVe", new Vocabulary(words), new FloatMatrix(words.size(), 50, values));
    }
}

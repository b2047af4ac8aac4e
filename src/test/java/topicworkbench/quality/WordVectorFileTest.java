package topicworkbench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.testdata.SharedData;

/** The files in the resources were written by gensim 4.2 from made-up numbers. */
class WordVectorFileTest {
    private static final Vocabulary TERMS = new Vocabulary(List.of("battery", "warranty", "late delivery", "café", "refund"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"word2vec.txt", "word2vec.bin", "glove.txt", "word2vec.txt.gz", "word2vec.bin.gz"})
    void readsEveryFormatOfGensim(String name) throws URISyntaxException {
        WordVectors vectors = WordVectorFile.read(resource(name), TERMS, ProgressListener.NONE);
        assertThat(vectors.name()).isEqualTo(name + " (6d)");
        assertThat(vectors.found()).containsExactly(true, false, true, true, true);
        // numpy: mean cosine of the pairs of refund, battery, café and late_delivery
        assertThat(Wetc.of(new int[][] {{0, 1, 2, 3, 4}}, vectors)[0]).isCloseTo(0.057833035, within(1e-6));
        assertThat(vectors.rows().get(0, 3)).isCloseTo(3.323f / 4.01254f, within(1e-5f));
    }

    @Test
    void readsRealGlove() {
        Path file = SharedData.require("embeddings/glove.6B.50d.first-2443-words.txt");
        WordVectors vectors = WordVectorFile.read(file, new Vocabulary(List.of("the", "money", "qqqq")), ProgressListener.NONE);
        assertThat(vectors.found()).containsExactly(true, true, false);
        double length = Math.sqrt(24.679304);
        assertThat(vectors.rows().columns()).isEqualTo(50);
        assertThat(vectors.rows().get(0, 0)).isCloseTo((float) (0.418 / length), within(1e-5f));
    }

    @Test
    void readsFastTextsTrailingSpacesAndWordsThatHoldSpaces() throws IOException {
        Path file = write("2 3\nbattery 1 0 0 \n. . refund 0 1 0 \n");
        assertThat(WordVectorFile.read(file, TERMS, ProgressListener.NONE).foundCount()).isEqualTo(1);
    }

    @Test
    void readsTheNewlineThatWord2vecItselfEndsABinaryRowWith() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("2 2\nzebra ".getBytes(StandardCharsets.UTF_8)).putFloat(1).putFloat(2).put((byte) '\n');
        bytes.put("battery ".getBytes(StandardCharsets.UTF_8)).putFloat(0).putFloat(-3).put((byte) '\n');
        Path file = Files.write(folder.resolve("vectors.bin"), Arrays.copyOf(bytes.array(), bytes.position()));
        assertThat(WordVectorFile.read(file, TERMS, ProgressListener.NONE).rows().row(0)).containsExactly(0, -1);
    }

    @Test
    void ofAWordThatStandsTwiceTheFirstCounts() throws IOException {
        Path file = write("battery 1 0\nbattery 0 1\n");
        assertThat(WordVectorFile.read(file, TERMS, ProgressListener.NONE).rows().row(0)).containsExactly(1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"battery 1 NaN\n", "3 2\nrefund 1 2\nbattery 1 Infinity\n", "refund 1 2\nbattery 1 1e99\n"})
    void refusesNumbersThatAreNotFinite(String text) throws IOException {
        assertRefused(write(text), "not a finite number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "review_id,star_rating,review_body\n1,5,good\n", "one two three\n", "12 0\n", "5 99999999\n"})
    void refusesWhatHoldsNoVectors(String text) throws IOException {
        assertRefused(write(text), "does not hold word vectors");
    }

    @Test
    void refusesAShortRow() throws IOException {
        assertRefused(write("refund 1 2 3\nbattery 1 2\n"), "Row 2");
    }

    @Test
    void refusesVectorsWithoutAnyOfTheTerms() throws IOException {
        assertRefused(write("maison 1 2\nvoiture 3 4\n"), "None of the 5 terms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word2vec.txt", "word2vec.bin", "word2vec.txt.gz", "word2vec.bin.gz"})
    void refusesAFileThatIsCutOff(String name) throws IOException, URISyntaxException {
        byte[] whole = Files.readAllBytes(resource(name));
        Path file = Files.write(folder.resolve(name), Arrays.copyOf(whole, whole.length - 30));
        assertThatThrownBy(() -> WordVectorFile.read(file, TERMS, ProgressListener.NONE)).isInstanceOf(ExplainedException.class);
    }

    @Test
    void refusesAnEndlessLine() throws IOException {
        byte[] bytes = new byte[3 << 20];
        Arrays.fill(bytes, (byte) 'x');
        System.arraycopy("battery 1 2\n".getBytes(StandardCharsets.UTF_8), 0, bytes, 0, 12);
        assertRefused(Files.write(folder.resolve("endless.txt"), bytes), "cannot be read");
    }

    @Test
    void namesAMissingFile() {
        assertRefused(folder.resolve("nowhere.txt"), "does not exist");
    }

    @Test
    void canBeCancelled() throws IOException {
        Path file = write("battery 1 2\n");
        assertThatThrownBy(() -> WordVectorFile.read(file, TERMS, (done, total) -> {
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> WordVectorFile.read(file, TERMS, ProgressListener.NONE))
                .isInstanceOf(ExplainedException.class).hasMessageContaining(why);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("vectors.txt"), text);
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(WordVectorFileTest.class.getResource(name).toURI());
    }
}

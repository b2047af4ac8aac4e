package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.CsrCounts;

class CorpusFileTest {
    private static final Corpus CORPUS = corpus(7);

    @TempDir
    private Path folder;

    private static Corpus corpus(int lastCount) {
        return new Corpus(new Vocabulary(List.of("battery", "café", "late delivery")),
                new CsrCounts(3, 3, new int[] {0, 2, 2, 4}, new int[] {0, 2, 1, 2}, new int[] {1, 300, 70_000, lastCount}),
                new int[] {4, 9, 1_000_000}, new Split[] {Split.TEST, Split.TRAIN, Split.VALIDATION});
    }

    @Test
    void readsWhatItWrote() {
        Path file = folder.resolve("corpus.bin");
        CorpusFile.write(corpus(8), file);
        CorpusFile.write(CORPUS, file);

        Corpus read = CorpusFile.read(file);

        assertThat(read.vocabulary().terms()).isEqualTo(CORPUS.vocabulary().terms());
        assertThat(read.counts()).usingRecursiveComparison().isEqualTo(CORPUS.counts());
        assertThat(read.reviews()).isEqualTo(CORPUS.reviews());
        assertThat(read.splits()).isEqualTo(CORPUS.splits());
        assertThat(folder).isDirectoryContaining("glob:**corpus.bin").isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void everyDamagedByteAndEveryLengthIsNoticed() throws IOException {
        Path file = folder.resolve("corpus.bin");
        CorpusFile.write(CORPUS, file);
        byte[] whole = Files.readAllBytes(file);

        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x40;
            assertRefused(Files.write(file, damaged));
            assertRefused(Files.write(file, Arrays.copyOf(whole, i)));
        }
        assertRefused(Files.write(file, Arrays.copyOf(whole, whole.length + 1)));
        assertRefused(folder.resolve("missing"));
    }

    private static void assertRefused(Path file) {
        assertThatThrownBy(() -> CorpusFile.read(file)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void writesOneTermALine() throws IOException {
        Path file = folder.resolve("vocabulary.txt");
        CorpusFile.writeVocabulary(CORPUS.vocabulary(), file);

        assertThat(Files.readString(file)).isEqualTo("battery\ncafé\nlate delivery\n");
    }

    @Test
    void aFolderThatIsNotThereIsExplained() {
        assertThatThrownBy(() -> CorpusFile.write(CORPUS, folder.resolve("no/corpus.bin")))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("cannot be written");
    }

    @Test
    void hashIsOfVocabularyAndCounts() {
        Corpus otherSplits = new Corpus(CORPUS.vocabulary(), CORPUS.counts(), CORPUS.reviews(),
                new Split[] {Split.TRAIN, Split.TRAIN, Split.TRAIN});
        Corpus otherWords = new Corpus(new Vocabulary(List.of("battery", "cafe", "late delivery")), CORPUS.counts(),
                CORPUS.reviews(), CORPUS.splits());

        assertThat(CorpusFile.hash(CORPUS)).hasSize(64).isEqualTo(CorpusFile.hash(otherSplits))
                .isNotEqualTo(CorpusFile.hash(corpus(8))).isNotEqualTo(CorpusFile.hash(otherWords));
    }
}

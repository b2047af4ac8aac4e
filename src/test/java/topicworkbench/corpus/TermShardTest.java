package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

class TermShardTest {
    private static final TextOptions OPTIONS = new TextOptions(2, "english", List.of("phone"), TextOptions.Normalization.STEM, 3,
            3, 0.6, 400, 4, 0.1, 0.1);
    private static final String[] WORDS = {"battery", "batteries", "charge", "charger", "screen", "cracked", "late", "delivery",
        "refund", "support", "phone", "cheap", "broken", "loud", "café", "naïve", "works", "return"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "7, 2", "50, 2"})
    void partsMakeWhatTheWholeMakes(int parts, int count) {
        List<Document> documents = documents(300);
        try (Threads threads = new Threads(count)) {
            Vectorised whole = Vectoriser.vectorise(DocumentSource.of(documents), OPTIONS, 5, threads, ProgressListener.NONE);
            List<Path> shards = new ArrayList<>(shards(documents, parts, threads));
            Collections.shuffle(shards, new Random(1));
            Vectorised joined = TermShard.vectorise(shards, OPTIONS, 5, threads);
            assertThat(CorpusFile.hash(joined.corpus())).isEqualTo(CorpusFile.hash(whole.corpus()));
            assertThat(joined.corpus().reviews()).isEqualTo(whole.corpus().reviews());
            assertThat(joined.corpus().splits()).isEqualTo(whole.corpus().splits());
            assertThat(joined.tooShort()).isEqualTo(whole.tooShort()).isNotEmpty();
            assertThat(joined.prunedTerms()).isEqualTo(whole.prunedTerms());
        }
    }

    @Test
    void theSameReviewsTwiceAreRefused() {
        try (Threads threads = new Threads(1)) {
            Path all = shards(documents(40), 1, threads).getFirst();
            Path again = folder.resolve("again");
            TermShard.count(DocumentSource.of(documents(40).subList(20, 30)), OPTIONS, threads, ProgressListener.NONE, again);
            assertThatThrownBy(() -> TermShard.vectorise(List.of(all, again), OPTIONS, 1, threads))
                    .isInstanceOf(ExplainedException.class).hasMessageContaining("the same reviews");
        }
    }

    @Test
    void countsMadeOtherwiseAreRefused() {
        try (Threads threads = new Threads(1)) {
            List<Path> shards = shards(documents(40), 2, threads);
            assertThatThrownBy(() -> TermShard.vectorise(shards, TextOptions.DEFAULTS, 1, threads))
                    .isInstanceOf(ExplainedException.class).hasMessageContaining("other settings");
            assertThat(TermShard.vectorise(shards, OPTIONS.withThresholds(1, 1.0, 10), 1, threads).corpus().vocabulary().size())
                    .as("thresholds may change after counting").isEqualTo(10);
        }
    }

    @Test
    void damageIsRefused() throws IOException {
        try (Threads threads = new Threads(1)) {
            Path shard = shards(documents(30), 1, threads).getFirst();
            byte[] whole = Files.readAllBytes(shard);
            Random random = new Random(2);
            for (int round = 0; round < 500; round++) {
                byte[] damaged = java.util.Arrays.copyOf(whole, round % 2 == 0 ? random.nextInt(whole.length) : whole.length);
                if (round % 2 == 1) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Files.write(shard, damaged);
                assertThatThrownBy(() -> TermShard.vectorise(List.of(shard), OPTIONS, 1, threads))
                        .isInstanceOf(ExplainedException.class);
            }
        }
    }

    private List<Path> shards(List<Document> documents, int parts, Threads threads) {
        List<Path> shards = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            Path shard = folder.resolve("part-" + part);
            TermShard.count(DocumentSource.of(documents.subList(documents.size() * part / parts,
                    documents.size() * (part + 1) / parts)), OPTIONS, threads, ProgressListener.NONE, shard);
            shards.add(shard);
        }
        return shards;
    }

    private static List<Document> documents(int count) {
        Random random = new Random(3);
        List<Document> documents = new ArrayList<>();
        for (int d = 0; d < count; d++) {
            StringBuilder text = new StringBuilder();
            for (int words = random.nextInt(15); words > 0; words--) {
                text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            documents.add(new Document(3 * d + 1, "A title", text.toString()));
        }
        return documents;
    }
}

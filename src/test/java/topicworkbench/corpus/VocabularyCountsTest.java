package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;

/** New documents counted by an old vocabulary, against the corpus from which that vocabulary was made. */
class VocabularyCountsTest {
    private static final List<String> WORDS = List.of("battery", "batteries", "charger", "late", "delivery", "sleeves", "tight", "small",
            "the", "never");

    private static List<Document> documents(int count) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = i;
            documents.add(new Document(i, "Complaint", String.join(" ", IntStream.range(0, 3 + i % 9)
                    .mapToObj(word -> WORDS.get((first * 7 + word * (1 + first % 3)) % WORDS.size())).toList())));
        }
        return documents;
    }

    private static TextOptions text(String... settings) {
        RunSpec spec = Settings.apply(RunSpecs.defaults(RunSpecs.NTM, 3), List.of("min_df=2", "max_df=1.0", "min_tokens=1"));
        return Settings.apply(spec, List.of(settings)).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"normalization=none max_ngram=1", "normalization=lemma max_ngram=2", "normalization=stem max_ngram=3",
        "normalization=lemma max_ngram=2 max_features=12"})
    void countsAsTheCorpusWasCounted(String settings) {
        TextOptions options = text(settings.split(" "));
        List<Document> documents = documents(2500);
        try (Threads threads = new Threads(3)) {
            Corpus corpus = Vectoriser.vectorise(DocumentSource.of(documents), options, 1, threads, ProgressListener.NONE).corpus();
            CsrCounts counts = VocabularyCounts.count(DocumentSource.of(documents), options, corpus.vocabulary(), threads,
                    ProgressListener.NONE);
            assertThat(counts.rows()).isEqualTo(documents.size());
            CsrCounts same = counts.selectRows(corpus.reviews());
            assertThat(same.rowStarts()).isEqualTo(corpus.counts().rowStarts());
            assertThat(same.columnIndices()).isEqualTo(Arrays.copyOf(corpus.counts().columnIndices(), same.stored()));
            assertThat(same.counts()).isEqualTo(Arrays.copyOf(corpus.counts().counts(), same.stored()));
        }
    }

    @Test
    void documentsWithoutKnownWordsKeepTheirRow() {
        try (Threads threads = new Threads(1)) {
            CsrCounts counts = VocabularyCounts.count(DocumentSource.of(List.of(new Document(0, "", ""),
                    new Document(1, "battery", "battery late qwertz"),
                    new Document(2, "uiop", "asdf"))), text("normalization=none"), new Vocabulary(List.of("battery", "late")), threads,
                    ProgressListener.NONE);
            assertThat(IntStream.range(0, 3).mapToLong(counts::rowTotal)).containsExactly(0L, 3L, 0L);
            assertThat(counts.columns()).isEqualTo(2);
        }
    }

    @Test
    void mayBeCancelled() {
        try (Threads threads = new Threads(1)) {
            assertThatThrownBy(() -> VocabularyCounts.count(DocumentSource.of(documents(5000)), text(), new Vocabulary(List.of("late")),
                    threads, (_, _) -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
        }
    }
}

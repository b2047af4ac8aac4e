package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.corpus.TextOptions.Normalization;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/** Expected counts were computed with scikit-learn 1.2.1's CountVectorizer, token pattern {@code [^\W\d_]+}. */
class VectoriserTest {
    private static final DocumentSource REVIEWS = source(
            "The battery died. The battery died again, after two weeks!",
            "Refund refused: they refused a refund twice.",
            "Late delivery; delivery box damaged, refund asked",
            "Battery life is short, charger is hot",
            "Charger hot, battery swollen, refund please");

    private static DocumentSource source(String... texts) {
        return DocumentSource.of(IntStream.range(0, texts.length).mapToObj(i -> new Document(i, "", texts[i]))
                .toList());
    }

    private static Vectorised vectorise(TextOptions options) {
        try (Threads threads = new Threads(1)) {
            return Vectoriser.vectorise(REVIEWS, options, 1, threads, ProgressListener.NONE);
        }
    }

    private static TextOptions options(int maxNgram, List<String> stopWords, double minDf, double maxDf,
            int maxFeatures) {
        return new TextOptions(maxNgram, "none", stopWords, Normalization.NONE, 1, minDf, maxDf, maxFeatures, 1, 0, 0);
    }

    private static int[][] dense(Corpus corpus) {
        int[][] rows = new int[corpus.documents()][corpus.vocabulary().size()];
        int[] starts = corpus.counts().rowStarts();
        for (int d = 0; d < rows.length; d++) {
            for (int i = starts[d]; i < starts[d + 1]; i++) {
                rows[d][corpus.counts().columnIndices()[i]] = corpus.counts().counts()[i];
            }
        }
        return rows;
    }

    @Test
    void equalsCountVectorizerOnNgramsUpToThreeWithStopWordsAndDocumentFrequencies() {
        Corpus corpus = vectorise(options(3, List.of("is", "the", "a", "they"), 2, 0.6, 1000)).corpus();

        assertThat(corpus.vocabulary().terms()).containsExactly("battery", "charger", "charger hot", "hot", "refund");
        assertThat(dense(corpus)).isDeepEqualTo(new int[][] {
            {2, 0, 0, 0, 0}, {0, 0, 0, 0, 2}, {0, 0, 0, 0, 1}, {1, 1, 1, 1, 0}, {1, 1, 1, 1, 1}});
    }
}

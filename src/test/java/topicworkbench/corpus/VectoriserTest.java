package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.corpus.TextOptions.Normalization;
import topicworkbench.failure.ExplainedException;
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
        return vectorise(REVIEWS, options, 1);
    }

    private static Vectorised vectorise(DocumentSource documents, TextOptions options, int threadCount) {
        try (Threads threads = new Threads(threadCount)) {
            return Vectoriser.vectorise(documents, options, 1, threads, ProgressListener.NONE);
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

    @Test
    void equalsCountVectorizerOnPlainWords() {
        Corpus corpus = vectorise(options(1, List.of(), 1, 1.0, 1000)).corpus();

        assertThat(corpus.vocabulary().terms()).containsExactly("a", "after", "again", "asked", "battery", "box",
                "charger", "damaged", "delivery", "died", "hot", "is", "late", "life", "please", "refund", "refused",
                "short", "swollen", "the", "they", "twice", "two", "weeks");
        assertThat(dense(corpus)).isDeepEqualTo(new int[][] {
            {0, 1, 1, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 1},
            {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 1, 1, 0, 0},
            {0, 0, 0, 1, 0, 1, 0, 1, 2, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 2, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0}});
    }

    @Test
    void minDfAsShareAndMaxDfAsCountAreInclusiveAsInCountVectorizer() {
        Corpus corpus = vectorise(options(1, List.of(), 0.4, 3, 1000)).corpus();

        assertThat(corpus.vocabulary().terms()).containsExactly("battery", "charger", "hot", "refund");
        assertThat(dense(corpus)).isDeepEqualTo(new int[][] {
            {2, 0, 0, 0}, {0, 0, 0, 2}, {0, 0, 0, 1}, {1, 1, 1, 0}, {1, 1, 1, 1}});
    }

    @Test
    void maxFeaturesKeepsTheMostFrequentAndTiesGoByTheAlphabet() {
        // battery 4, refund 4; charger, delivery, died, hot, is, refused, the 2 each
        assertThat(vectorise(options(1, List.of(), 1, 1.0, 4)).corpus().vocabulary().terms())
                .containsExactly("battery", "charger", "delivery", "refund");
        assertThat(vectorise(options(1, List.of(), 1, 1.0, 4)).prunedTerms()).isEqualTo(new PrunedTerms(24, 0, 0, 20));
        assertThat(vectorise(options(1, List.of(), 2, 2, 1000)).prunedTerms()).isEqualTo(new PrunedTerms(24, 20, 2, 0));
    }

    @Test
    void documentsWithTooFewTokensOfTheVocabularyAreListed() {
        TextOptions options = new TextOptions(1, "none", List.of(), Normalization.NONE, 1, 2, 0.6, 1000, 2, 0, 0);

        Vectorised result = vectorise(options);

        assertThat(result.tooShort()).containsExactly(new Vectorised.TooShort(2, 1));
        assertThat(result.corpus().reviews()).containsExactly(0, 1, 3, 4);
        assertThat(dense(result.corpus())).isDeepEqualTo(new int[][] {
            {2, 0, 0, 0}, {0, 0, 0, 2}, {1, 1, 1, 0}, {1, 1, 1, 1}});
    }

    @Test
    void refusalsSayWhichThresholdRemovedWhat() {
        assertThatThrownBy(() -> vectorise(options(1, List.of(), 4, 1.0, 1000)))
                .isInstanceOf(ExplainedException.class)
                .hasMessage("Only 0 of 24 terms would be left: 24 stand in fewer than min_df = 4 documents and 0 in more "
                        + "than max_df = 1.0.")
                .extracting(e -> ((ExplainedException) e).remedy()).asString().contains("min_df");
        assertThatThrownBy(() -> vectorise(options(1, List.of(), 1, 0.1, 1000)))
                .hasMessageContaining("24 in more than max_df = 0.1")
                .extracting(e -> ((ExplainedException) e).remedy()).asString().contains("max_df");
        assertThatThrownBy(() -> vectorise(new TextOptions(1, "none", List.of(), Normalization.NONE, 1, 2, 1.0, 1000, 9,
                0, 0))).hasMessageContaining("None of the 5 reviews has min_tokens = 9 tokens");
        assertThatThrownBy(() -> vectorise(source(), options(1, List.of(), 1, 1.0, 1000), 1))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("no review");
        assertThatThrownBy(() -> vectorise(source("123 !!", "456"), options(1, List.of(), 1, 1.0, 1000), 1))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("hold no term");
    }

    @Test
    void reviewsOutOfOrderAreRefused() {
        DocumentSource source = DocumentSource.of(List.of(new Document(1, "", "one"), new Document(1, "", "two")));

        assertThatThrownBy(() -> vectorise(source, options(1, List.of(), 1, 1.0, 1000), 1))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("not in order");
    }
}

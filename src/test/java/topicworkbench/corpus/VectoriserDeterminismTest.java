package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import topicworkbench.corpus.TextOptions.Normalization;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;

/** Invented text in many blocks: what must hold whatever the threads do. */
class VectoriserDeterminismTest {
    private static final List<Document> DOCUMENTS = documents(3000);

    /** Reviews of invented words, the first of the lexicon the most frequent; some words long, some with accents. */
    private static List<Document> documents(int count) {
        RandomStream random = RandomStream.of(1, "text");
        String[] lexicon = IntStream.range(0, 3000).mapToObj(i -> {
            String letters = Integer.toString(i * 7919 + 50_000, 26);
            StringBuilder word = new StringBuilder(i % 17 == 0 ? "überaus" : i % 13 == 0 ? "extraordinarilylongword" : "");
            letters.chars().forEach(c -> word.append((char) ('a' + Character.digit(c, 26))));
            return word.append(i % 5 == 0 ? "ing" : i % 7 == 0 ? "s" : "").toString();
        }).toArray(String[]::new);
        List<Document> documents = new ArrayList<>();
        for (int d = 0; d < count; d++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                double u = random.nextDouble();
                text.append(lexicon[(int) (u * u * u * lexicon.length)]).append(n % 9 == 0 ? ". " : " ");
            }
            documents.add(new Document(3 * d, d % 2 == 0 ? "Überaus title" : "", text.toString()));
        }
        return documents;
    }

    private static TextOptions options(Normalization normalization) {
        return new TextOptions(3, "english", List.of(), normalization, 3, 2, 0.5, 2000, 4, 0.1, 0.2);
    }

    private static Vectorised vectorise(TextOptions options, int threadCount, long seed, ProgressListener listener) {
        try (Threads threads = new Threads(threadCount)) {
            return Vectoriser.vectorise(DocumentSource.of(DOCUMENTS), options, seed, threads, listener);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameBitsOnAnyNumberOfThreads(Normalization normalization) {
        Vectorised one = vectorise(options(normalization), 1, 1, ProgressListener.NONE);
        for (int threads = 2; threads <= 4; threads++) {
            Vectorised more = vectorise(options(normalization), threads, 1, ProgressListener.NONE);

            assertThat(more.corpus().vocabulary().terms()).isEqualTo(one.corpus().vocabulary().terms());
            assertThat(CorpusFile.hash(more.corpus())).isEqualTo(CorpusFile.hash(one.corpus()));
            assertThat(more.corpus().reviews()).isEqualTo(one.corpus().reviews());
            assertThat(more.corpus().splits()).isEqualTo(one.corpus().splits());
            assertThat(more.tooShort()).isEqualTo(one.tooShort());
            assertThat(more.prunedTerms()).isEqualTo(one.prunedTerms());
        }
    }

    /** The fast path against the plain one: {@link TermAnalyzer#terms} counted in hash maps. */
    @ParameterizedTest
    @EnumSource
    void countsAreThoseOfTheAnalyzersTerms(Normalization normalization) {
        TextOptions options = options(normalization);
        Corpus corpus = vectorise(options, 2, 1, ProgressListener.NONE).corpus();
        Map<String, Integer> frequencies = new HashMap<>();
        try (TermAnalyzer analyzer = new TermAnalyzer(options)) {
            int row = 0;
            for (Document document : DOCUMENTS) {
                List<String> terms = analyzer.terms(document.title(), document.text());
                Set.copyOf(terms).forEach(term -> frequencies.merge(term, 1, Integer::sum));
                Map<String, Integer> expected = new HashMap<>();
                terms.stream().filter(term -> corpus.vocabulary().indexOf(term) >= 0)
                        .forEach(term -> expected.merge(term, 1, Integer::sum));
                if (expected.values().stream().mapToInt(n -> n).sum() >= options.minTokens()) {
                    assertThat(corpus.reviews()[row]).isEqualTo(document.review());
                    assertThat(row(corpus, row++)).isEqualTo(expected);
                }
            }
            assertThat(row).isEqualTo(corpus.documents());
        }
        assertThat(corpus.vocabulary().terms()).isSorted()
                .allMatch(term -> frequencies.get(term) >= 2 && frequencies.get(term) <= DOCUMENTS.size() / 2)
                .anyMatch(term -> term.chars().filter(c -> c == ' ').count() == 2)
                .anyMatch(term -> term.startsWith("extraordinarilylongword"))
                .anyMatch(term -> term.startsWith("überaus"));
    }

    private static Map<String, Integer> row(Corpus corpus, int document) {
        Map<String, Integer> row = new HashMap<>();
        int previous = -1;
        for (int i = corpus.counts().rowStarts()[document]; i < corpus.counts().rowStarts()[document + 1]; i++) {
            int column = corpus.counts().columnIndices()[i];
            assertThat(column).isGreaterThan(previous);
            previous = column;
            row.put(corpus.vocabulary().term(column), corpus.counts().counts()[i]);
        }
        return row;
    }

    @Test
    void splitsHaveTheirSharesAndFollowTheSeed() {
        Corpus corpus = vectorise(options(Normalization.NONE), 2, 1, ProgressListener.NONE).corpus();
        Corpus otherSeed = vectorise(options(Normalization.NONE), 2, 2, ProgressListener.NONE).corpus();

        assertThat(corpus.documentsOf(Split.VALIDATION)).hasSize(Math.round(0.1f * corpus.documents()));
        assertThat(corpus.documentsOf(Split.TEST)).hasSize(Math.round(0.2f * corpus.documents()));
        assertThat(otherSeed.splits()).isNotEqualTo(corpus.splits());
        assertThat(CorpusFile.hash(otherSeed)).isEqualTo(CorpusFile.hash(corpus));
    }

    @Test
    void aSmallCorpusKeepsATrainingDocumentAndHoldsBackAtLeastOneIfAsked() {
        assertThat(SplitDraw.draw(new int[] {5}, 0.5, 0.4, 1)).containsExactly(Split.TRAIN);
        assertThat(SplitDraw.draw(new int[] {5, 6, 7}, 0.1, 0, 1)).containsOnlyOnce(Split.VALIDATION)
                .doesNotContain(Split.TEST);
        assertThat(SplitDraw.draw(new int[] {5, 6, 7}, 0, 0, 1)).containsOnly(Split.TRAIN);
    }

    @Test
    void progressRisesAndCancellingStopsTheReadingAtOnce() {
        List<Long> heard = new ArrayList<>();
        vectorise(options(Normalization.NONE), 2, 1, (done, total) -> {
            heard.add(done);
            assertThat(total).isEqualTo(DOCUMENTS.size());
        });
        assertThat(heard).isSorted().startsWith(0L).endsWith((long) DOCUMENTS.size());

        AtomicInteger taken = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        DocumentSource counting = new DocumentSource() {
            @Override
            public long size() {
                return DOCUMENTS.size();
            }

            @Override
            public Stream<Document> documents() {
                return DOCUMENTS.stream().peek(d -> taken.incrementAndGet()).onClose(closed::incrementAndGet);
            }
        };
        try (Threads threads = new Threads(2)) {
            assertThatThrownBy(() -> Vectoriser.vectorise(counting, options(Normalization.NONE), 1, threads,
                    (done, total) -> {
                        if (done > 0) {
                            throw new CancellationException();
                        }
                    })).isInstanceOf(CancellationException.class);
        }
        assertThat(taken.get()).isLessThan(DOCUMENTS.size() / 2);
        assertThat(closed).hasValue(1);
    }
}

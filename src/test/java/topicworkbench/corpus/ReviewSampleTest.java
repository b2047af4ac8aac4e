package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.ReviewTokens.Fate;
import topicworkbench.corpus.ReviewTokens.Piece;
import topicworkbench.corpus.TextOptions.Normalization;
import topicworkbench.corpus.VocabularyPreview.Removal;
import topicworkbench.corpus.VocabularyPreview.Threshold;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.SharedData;

/** What a preview counts is what the pipeline then counts. */
class ReviewSampleTest {
    private static final ReviewSource BUNDLED = new ReviewSource(List.of(SampleReviews.PATH), Map.of());
    private static final ReviewFilter NEGATIVE = new ReviewFilter(1.0, 2.0, List.of(), List.of(), null, null, false, 40,
            600, true, true);
    private static final TextOptions TEXT = new TextOptions(2, "english", List.of("product", "buy"), Normalization.LEMMA,
            3, 4, 0.2, 900, 12, 0.1, 0);

    @TempDir
    private static Path shared;
    private static Real real;
    private static ReviewSample sample;
    private static PreparedSample prepared;
    @TempDir
    private Path folder;

    @BeforeAll
    static void readTheBundledSample() {
        real = Real.of(BUNDLED, NEGATIVE, shared);
        sample = ReviewSample.read(BUNDLED, 20_000, ProgressListener.NONE);
        prepared = sample.prepare(NEGATIVE, ProgressListener.NONE);
    }

    @AfterAll
    static void deleteIt() {
        sample.close();
    }

    /** The whole pipeline up to the counts, as a run does it. */
    private record Real(IngestReport ingest, PrepareReport prepare, DocumentSource documents) {

        static Real of(ReviewSource source, ReviewFilter filter, Path folder) {
            Path ingested = folder.resolve("ingested.parquet");
            Path reviews = folder.resolve("reviews.parquet");
            IngestReport ingest = new ReviewIngest().ingest(source, ingested, folder.resolve("rejected.parquet"),
                    ProgressListener.NONE);
            PrepareReport prepare = new ReviewPreparation().prepare(ingested, filter, reviews, ProgressListener.NONE);
            try (Stream<Document> documents = new ParquetDocuments(reviews).documents()) {
                return new Real(ingest, prepare, DocumentSource.of(documents.toList()));
            }
        }

        Vectorised vectorise(TextOptions options) {
            try (Threads threads = new Threads(1)) {
                return Vectoriser.vectorise(documents, options, 1, threads, ProgressListener.NONE);
            }
        }
    }

    @Test
    void aCompleteSampleCountsWhatARunCounts() {
        assertThat(sample.report()).isEqualTo(real.ingest());
        assertThat(sample.report().complete()).isTrue();
        assertThat(prepared.report()).isEqualTo(real.prepare());
        assertCounts(prepared.count(TEXT, ProgressListener.NONE), TEXT);
    }

    private static void assertCounts(SampleTerms terms, TextOptions options) {
        VocabularyPreview preview = terms.preview(options, ProgressListener.NONE);
        Vectorised run = real.vectorise(options);
        assertThat(preview.reviews()).isEqualTo(real.prepare().kept());
        assertThat(preview.documents()).isEqualTo(run.corpus().documents());
        assertThat(preview.reviews() - preview.documents()).isEqualTo(run.tooShort().size());
        assertThat(preview.terms()).isEqualTo(run.corpus().vocabulary().size());
        assertThat(preview.tokens()).isEqualTo(run.corpus().counts().total());
        assertThat(preview.pruned()).isEqualTo(run.prunedTerms());
    }

    /** Terms are counted once; thresholds are tried on the same counts. */
    @Test
    void thresholdsRemoveWhatARunWithThemRemoves() {
        TextOptions options = new TextOptions(1, "english", List.of(), Normalization.NONE, 3, 4, 0.2, 900, 12, 0.1, 0);
        SampleTerms terms = prepared.count(options, ProgressListener.NONE);
        VocabularyPreview preview = terms.preview(options, ProgressListener.NONE);
        int documents = documents(options.withThresholds(1, 1.0, Integer.MAX_VALUE));
        for (Threshold threshold : Threshold.values()) {
            int before = documents;
            for (Removal removal : preview.removals().get(threshold)) {
                TextOptions tried = switch (threshold) { // those that come after leave everything
                    case MIN_DF -> options.withThresholds(removal.value(), 1.0, Integer.MAX_VALUE);
                    case MAX_DF -> options.withThresholds(options.minDf(), removal.value(), Integer.MAX_VALUE);
                    case MAX_FEATURES -> options.withThresholds(options.minDf(), options.maxDf(), (int) removal.value());
                };
                if (removal.documents() == before) { // a run with no document left is refused
                    continue;
                }
                Vectorised run = real.vectorise(tried);
                assertThat(removal.terms()).isEqualTo(switch (threshold) {
                    case MIN_DF -> run.prunedTerms().rare();
                    case MAX_DF -> run.prunedTerms().common();
                    case MAX_FEATURES -> run.prunedTerms().overflowed();
                });
                assertThat(removal.documents()).isEqualTo(before - run.corpus().documents());
                documents = removal.value() == threshold.of(options) ? run.corpus().documents() : documents;
            }
        }
        assertThat(documents).isEqualTo(preview.documents());
        assertCounts(terms, options.withThresholds(0.01, 300, 500));
    }

    private static int documents(TextOptions options) {
        return real.vectorise(options).corpus().documents();
    }

    @Test
    void theFateOfEachWordIsThatOfTheRun() {
        Corpus corpus = real.vectorise(TEXT).corpus();
        SampleTerms terms = prepared.count(TEXT, ProgressListener.NONE);
        for (int row = 0; row < 50; row++) {
            int review = corpus.reviews()[row];
            ReviewTokens tokens = terms.tokens(review, TEXT);
            Map<String, Integer> counted = new LinkedHashMap<>();
            for (int i = corpus.counts().rowStarts()[row]; i < corpus.counts().rowStarts()[row + 1]; i++) {
                counted.put(corpus.vocabulary().term(corpus.counts().columnIndices()[i]), corpus.counts().counts()[i]);
            }
            assertThat(tokens.counts()).containsExactlyInAnyOrderEntriesOf(counted);
            Document document = prepared.documents().get(review);
            assertThat(tokens.pieces().stream().map(Piece::text).collect(Collectors.joining()))
                    .isEqualTo(document.title() + "\n" + document.text());
            assertThat(tokens.pieces().stream().filter(piece -> piece.fate() == Fate.KEPT).map(Piece::term))
                    .allMatch(counted::containsKey);
        }
    }

    @Test
    void everyRuleIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("few.csv"), """
                text
                "Batteries of the café screen died, 2 of my batteries!"
                "Battery and screen gone; my phone died too"
                "An ok phone but widgets died"
                """);
        TextOptions options = new TextOptions(1, "english", List.of("phones"), Normalization.LEMMA, 3, 2, 2, 2, 1, 0, 0);
        try (ReviewSample sample = ReviewSample.read(new ReviewSource(List.of(file.toString()), Map.of()), 10,
                ProgressListener.NONE)) {
            SampleTerms terms = sample.prepare(ReviewFilter.DEFAULTS, ProgressListener.NONE)
                    .count(options, ProgressListener.NONE);
            assertThat(fates(terms.tokens(0, options))).containsExactly("Batteries battery KEPT", "of null SHORT",
                    "the null STOP_WORD", "café café RARE", "screen screen KEPT", "died die COMMON", "of null SHORT", "my null SHORT",
                    "batteries battery KEPT");
            assertThat(terms.tokens(0, options).counts()).containsExactly(Map.entry("battery", 2), Map.entry("screen", 1));
            assertThat(fates(terms.tokens(1, options))).contains("Battery battery KEPT", "phone null OWN_STOP_WORD");
        }
    }

    private static List<String> fates(ReviewTokens tokens) {
        return tokens.pieces().stream().filter(piece -> piece.fate() != Fate.NO_WORD)
                .map(piece -> piece.text() + " " + piece.term() + " " + piece.fate()).toList();
    }

    @Test
    void aLongFileIsSampledAndSaysSo() throws IOException {
        StringBuilder csv = new StringBuilder("stars,text\n");
        for (int row = 0; row < 30_000; row++) {
            csv.append(1 + row % 5).append(",the cable of number ").append(row).append(" broke after a week of use\n");
        }
        Path file = Files.writeString(folder.resolve("long.csv"), csv);
        try (ReviewSample sample = ReviewSample.read(new ReviewSource(List.of(file.toString()), Map.of()), 500,
                ProgressListener.NONE)) {
            assertThat(sample.report().complete()).isFalse();
            assertThat(sample.report().read()).isBetween(500L, 20_000L);
            assertThat(sample.glance().reviews()).isEqualTo(sample.report().read());
        }
    }

    @Test
    void aGlanceCountsStarsLengthsAndLanguages() throws IOException {
        Path file = Files.writeString(folder.resolve("mixed.csv"), """
                stars,title,text
                1,,The battery of this phone died and I want my money back
                1,,Die Batterie war nach einer Woche leer und das ist nicht gut
                5,,top
                ,,"%s"
                """.formatted("It was good. ".repeat(20)));
        try (ReviewSample sample = ReviewSample.read(new ReviewSource(List.of(file.toString()), Map.of()), 10,
                ProgressListener.NONE)) {
            ReviewGlance glance = sample.glance();
            assertThat(glance.stars()).isEqualTo(Map.of(1.0, 2L, 5.0, 1L));
            assertThat(glance.unrated()).isEqualTo(1);
            assertThat(glance.lengths()).containsEntry(0, 1L).containsEntry(50, 2L).containsEntry(200, 1L);
            assertThat(glance.median()).isEqualTo(55);
            assertThat(glance.languages()).containsExactly(Map.entry("en", 2L), Map.entry("de", 1L));
        }
    }

    @Test
    void theFolderGoesWithTheSampleAndWithACancelledReading() throws IOException {
        List<Path> before = folders();
        ReviewSample.read(BUNDLED, 100, ProgressListener.NONE).close();
        assertThatThrownBy(() -> ReviewSample.read(BUNDLED, 100, (done, total) -> {
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);
        assertThat(folders()).isEqualTo(before);
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return temporary.filter(path -> path.getFileName().toString().startsWith(ReviewSample.FOLDER)).sorted()
                    .toList();
        }
    }

    @Test
    void whatARunRefusesTheSampleRefusesInTheSameWords() throws IOException {
        Path file = Files.writeString(folder.resolve("odd.csv"), "a,b\n1,2\n");
        ReviewSource source = new ReviewSource(List.of(file.toString()), Map.of());
        assertThatThrownBy(() -> ReviewSample.read(source, 10, ProgressListener.NONE))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("no column that is known to hold the review text");
        ReviewFilter none = new ReviewFilter(null, null, List.of("no such product"), List.of(), null, null, false, 1, null,
                true, true);
        assertThatThrownBy(() -> sample.prepare(none, ProgressListener.NONE)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("product dropped 5,000");
    }

    @Test
    void realReviewsAreMostlyEnglishAndCountAsARunCountsThem() {
        ReviewSource shards = new ReviewSource(List.of(SharedData.require("reviews/digital-software").toString()), Map.of());
        try (ReviewSample sample = ReviewSample.read(shards, 3000, ProgressListener.NONE)) {
            assertThat(sample.report().read()).isEqualTo(3000);
            assertThat(sample.report().complete()).isFalse();
            double unclear = 3000 - sample.glance().languages().values().stream().mapToLong(Long::longValue).sum();
            assertThat(sample.glance().languages().get("en") / (3000 - unclear)).isCloseTo(0.995, within(0.005));
            assertThat(unclear / 3000).isLessThan(0.1);
        }
    }
}

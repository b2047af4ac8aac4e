package topicworkbench.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Document;
import topicworkbench.corpus.DocumentSource;
import topicworkbench.corpus.DuckDb;
import topicworkbench.corpus.IngestReport;
import topicworkbench.corpus.PrepareReport;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewIngest;
import topicworkbench.corpus.ReviewPreparation;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.TextOptions;
import topicworkbench.corpus.Vectoriser;
import topicworkbench.fit.NtmOptions;
import topicworkbench.fit.NtmTrainer;
import topicworkbench.fit.TrainingListener;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.topic.Relevance;

class ReviewGeneratorTest {
    private static final int REVIEWS = 4_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"reviews.csv", "reviews.jsonl.gz", "reviews.parquet"})
    void sameSeedSameBytes(String name) throws IOException, SQLException {
        assertThat(bytes(name, 1)).isEqualTo(bytes(name, 1)).isNotEqualTo(bytes(name, 2));
    }

    private byte[] bytes(String name, long seed) throws IOException, SQLException {
        ReviewGenerator.write(300, folder.resolve(name), seed);
        return Files.readAllBytes(folder.resolve(name));
    }

    @Test
    void beginsAlikeWhateverTheSize() throws IOException, SQLException {
        ReviewGenerator.write(100, folder.resolve("few.csv"), 1);
        ReviewGenerator.write(200, folder.resolve("many.csv"), 1);
        assertThat(Files.readString(folder.resolve("many.csv"))).startsWith(Files.readString(folder.resolve("few.csv")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviews.csv", "reviews.jsonl", "reviews.jsonl.gz", "reviews.csv.gz", "reviews.parquet"})
    void everyFormatIsReadWithAllFields(String name) throws IOException, SQLException {
        ReviewGenerator.write(REVIEWS, folder.resolve(name), 1);
        IngestReport report = ingest(name);
        IngestReport.FileReport file = report.files().getFirst();
        assertThat(file.columns()).hasSize(9);
        assertThat(file.unreadable()).isEmpty();
        if (name.endsWith(".parquet")) {
            assertThat(report.rejected()).isZero();
        } else {
            assertThat(report.rejected()).isBetween(1L, 20L);
            assertThat(report.read() + report.rejected()).isEqualTo(REVIEWS);
        }
        PrepareReport prepared = new ReviewPreparation().prepare(folder.resolve("ingested.parquet"), ReviewFilter.DEFAULTS,
                folder.resolve("prepared.parquet"), ProgressListener.NONE);
        assertThat(prepared.exactDuplicates()).isBetween(20L, 70L);
        assertThat(prepared.nearDuplicates()).isBetween(8L, 40L);
    }

    private IngestReport ingest(String name) {
        return new ReviewIngest().ingest(new ReviewSource(List.of(folder.resolve(name).toString()), Map.of()),
                folder.resolve("ingested.parquet"), folder.resolve("rejected.parquet"), ProgressListener.NONE);
    }

    @Test
    void lengthsStarsAndDatesAreAsPlanted() throws IOException, SQLException {
        ReviewGenerator.write(REVIEWS, folder.resolve("reviews.parquet"), 1);
        try (DuckDb duckDb = DuckDb.open(folder)) {
            duckDb.execute("CREATE VIEW reviews AS SELECT *, len(string_split(text, ' ')) AS words FROM read_parquet("
                    + DuckDb.readable(folder.resolve("reviews.parquet")) + ")");
            assertThat(duckDb.count("SELECT avg(words) FROM reviews")).isBetween(57L, 63L);
            assertThat(duckDb.count("SELECT quantile_cont(words, .99) FROM reviews")).isBetween(160L, 280L);
            assertThat(duckDb.count("SELECT count(DISTINCT topic) FROM reviews")).isEqualTo(PlantedReviews.TOPICS);
            assertThat(duckDb.count("SELECT count(*) FROM (SELECT topic, avg(stars) AS mean FROM reviews GROUP BY topic) "
                    + "WHERE mean < 2.5")).isEqualTo(12);
            assertThat(duckDb.count("SELECT 100 * avg((date >= DATE '2022-07-01')::INT) FROM reviews WHERE topic = 1"))
                    .isBetween(65L, 85L); // half of the days, and rising
            assertThat(duckDb.count("SELECT max(helpful_votes) FROM reviews")).isGreaterThan(30);
        }
    }

    @Test
    void smallModelFindsThePlantedTopics() {
        PlantedReviews planted = new PlantedReviews(1);
        List<Document> documents = IntStream.range(0, REVIEWS).mapToObj(planted::review)
                .map(review -> new Document(Integer.parseInt(review.id().substring(4)), review.title(), review.text())).toList();
        try (Threads threads = new Threads(2)) {
            Corpus corpus = Vectoriser.vectorise(DocumentSource.of(documents), TextOptions.DEFAULTS, 1, threads,
                    ProgressListener.NONE).corpus();
            FloatMatrix topicTerm = new NtmTrainer(NtmOptions.recommended(PlantedReviews.TOPICS), 1, threads)
                    .train(corpus, TrainingListener.NONE).model().topicTerm();
            List<Set<String>> found = Arrays.stream(Relevance.topWords(topicTerm, corpus.counts().columnTotals(), 0.6, 10))
                    .map(words -> Set.copyOf(Arrays.stream(words).mapToObj(corpus.vocabulary()::term).toList())).toList();
            assertThat(planted.topics()).as("planted topics of which some topic has 8 of its 10 words")
                    .filteredOn(topic -> found.stream().anyMatch(words -> shared(topic, words) >= 8))
                    .hasSizeGreaterThanOrEqualTo(18);
        }
    }

    /** How many of the words stand among the topic's 40 most frequent ones. */
    private static int shared(PlantedTopic topic, Set<String> words) {
        Set<String> leading = new HashSet<>(topic.words().words().subList(0, 40));
        leading.retainAll(words);
        return leading.size();
    }
}

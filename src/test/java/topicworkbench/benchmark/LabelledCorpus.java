package topicworkbench.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Document;
import topicworkbench.corpus.DocumentSource;
import topicworkbench.corpus.ParquetDocuments;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewIngest;
import topicworkbench.corpus.ReviewPreparation;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.corpus.Split;
import topicworkbench.corpus.TextOptions;
import topicworkbench.corpus.Vectoriser;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * A corpus to measure topics on.
 *
 * @param bySeed the same documents, with those held back that a seed chooses
 * @param topics number of topics to ask for
 * @param labels what each document is truly about, or null where nobody knows
 */
record LabelledCorpus(LongFunction<Corpus> bySeed, int topics, int[] labels) {
    private static final Path SHARED = Path.of("..", "shared", "data");

    /** How well each document's strongest topic tells its label: normalised mutual information, and purity. */
    record Agreement(double information, double purity) { }

    Corpus corpus(long seed) {
        return bySeed.apply(seed);
    }

    Corpus corpus() {
        return corpus(1);
    }

    static LabelledCorpus named(String name, Threads threads) throws IOException, SQLException {
        return switch (name) {
            case "peers" -> digitalSoftware(false, trainingOnly(), threads);
            case "default" -> digitalSoftware(true, TextOptions.DEFAULTS, threads);
            case "bbc" -> bbcNews();
            case "sample" -> sample(threads);
            default -> throw new IllegalArgumentException(name + " is none of peers, default, bbc, sample");
        };
    }

    /** The reviews of one and two stars, 20 topics. */
    private static LabelledCorpus digitalSoftware(boolean nearDuplicatesOut, TextOptions options, Threads threads)
            throws IOException {
        Path folder = Files.createTempDirectory("topic-quality");
        ReviewFilter filter = new ReviewFilter(1.0, 2.0, List.of(), List.of(), null, null, false, 1, null, true,
                nearDuplicatesOut);
        Path ingested = folder.resolve("ingested.parquet");
        Path reviews = folder.resolve("reviews.parquet");
        new ReviewIngest().ingest(new ReviewSource(List.of(SHARED.resolve("reviews/digital-software").toString()), Map.of()),
                ingested, folder.resolve("rejected.parquet"), ProgressListener.NONE);
        new ReviewPreparation().prepare(ingested, filter, reviews, ProgressListener.NONE);
        return new LabelledCorpus(seed -> Vectoriser.vectorise(new ParquetDocuments(reviews), options, seed, threads,
                ProgressListener.NONE).corpus(), 20, null);
    }

    /** The invented reviews with the theme each was made of, complaints and praise. */
    private static LabelledCorpus sample(Threads threads) throws SQLException {
        List<Document> documents = new ArrayList<>();
        List<String> themes = new ArrayList<>();
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.prepareStatement("SELECT title, text, theme FROM read_csv(?, all_varchar = true)")) {
            statement.setString(1, SampleReviews.file().toString());
            var rows = statement.executeQuery();
            while (rows.next()) {
                documents.add(new Document(documents.size(), text(rows.getString(1)), text(rows.getString(2))));
                themes.add(text(rows.getString(3)));
            }
        }
        LongFunction<Corpus> bySeed = seed -> Vectoriser.vectorise(DocumentSource.of(documents), TextOptions.DEFAULTS,
                seed, threads, ProgressListener.NONE).corpus();
        String[] labels = Arrays.stream(bySeed.apply(1).reviews()).mapToObj(themes::get).toArray(String[]::new);
        return new LabelledCorpus(bySeed, 20, numbered(labels));
    }

    /** Preprocessed news, used as they are: text, split and label, separated by tabs. */
    private static LabelledCorpus bbcNews() throws IOException {
        Vocabulary vocabulary = new Vocabulary(Files.readAllLines(SHARED.resolve("labelled/bbc-news/vocabulary.txt")));
        List<String[]> lines = Files.readAllLines(SHARED.resolve("labelled/bbc-news/corpus.tsv")).stream()
                .map(line -> line.split("\t")).toList();
        int[] starts = new int[lines.size() + 1];
        List<int[]> cells = new ArrayList<>();
        for (int d = 0; d < lines.size(); d++) {
            Map<Integer, Integer> counts = new java.util.TreeMap<>();
            for (String word : lines.get(d)[0].split(" ")) {
                if (vocabulary.indexOf(word) >= 0) {
                    counts.merge(vocabulary.indexOf(word), 1, Integer::sum);
                }
            }
            counts.forEach((term, count) -> cells.add(new int[] {term, count}));
            starts[d + 1] = cells.size();
        }
        CsrCounts counts = new CsrCounts(lines.size(), vocabulary.size(), starts,
                cells.stream().mapToInt(cell -> cell[0]).toArray(), cells.stream().mapToInt(cell -> cell[1]).toArray());
        Split[] splits = new Split[lines.size()];
        Arrays.fill(splits, Split.TRAIN);
        String[] labels = lines.stream().map(fields -> fields[2]).toArray(String[]::new);
        Corpus corpus = new Corpus(vocabulary, counts, IntStream.range(0, lines.size()).toArray(), splits);
        return new LabelledCorpus(seed -> corpus, 10, numbered(labels));
    }

    /** The defaults without held-back documents, as the peers were measured. */
    private static TextOptions trainingOnly() {
        TextOptions o = TextOptions.DEFAULTS;
        return new TextOptions(o.maxNgram(), o.stopWords(), o.extraStopWords(), o.normalization(), o.minWordLength(),
                o.minDf(), o.maxDf(), o.maxFeatures(), o.minTokens(), 0, 0);
    }

    /** NaN without labels. */
    Agreement agreement(FloatMatrix documentTopic) {
        if (labels == null) {
            return new Agreement(Double.NaN, Double.NaN);
        }
        int k = documentTopic.columns();
        int labelCount = Arrays.stream(labels).max().orElseThrow() + 1;
        double[][] joint = new double[k][labelCount];
        double[] ofTopic = new double[k];
        double[] ofLabel = new double[labelCount];
        double share = 1.0 / labels.length;
        for (int d = 0; d < labels.length; d++) {
            int strongest = strongest(documentTopic.row(d));
            joint[strongest][labels[d]] += share;
            ofTopic[strongest] += share;
            ofLabel[labels[d]] += share;
        }
        double information = 0;
        double purity = 0;
        for (int t = 0; t < k; t++) {
            purity += Arrays.stream(joint[t]).max().orElseThrow();
            for (int l = 0; l < labelCount; l++) {
                information += joint[t][l] == 0 ? 0 : joint[t][l] * Math.log(joint[t][l] / (ofTopic[t] * ofLabel[l]));
            }
        }
        return new Agreement(2 * information / (entropy(ofTopic) + entropy(ofLabel)), purity);
    }

    private static int strongest(float[] weights) {
        int best = 0;
        for (int k = 1; k < weights.length; k++) {
            best = weights[k] > weights[best] ? k : best;
        }
        return best;
    }

    private static double entropy(double[] shares) {
        return -Arrays.stream(shares).filter(p -> p > 0).map(p -> p * Math.log(p)).sum();
    }

    private static int[] numbered(String[] names) {
        Map<String, Integer> numbers = new HashMap<>();
        return Arrays.stream(names).mapToInt(name -> numbers.computeIfAbsent(name, n -> numbers.size())).toArray();
    }

    private static String text(String nullable) {
        return nullable == null ? "" : nullable;
    }
}

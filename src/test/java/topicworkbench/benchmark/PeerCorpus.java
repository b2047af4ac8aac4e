package topicworkbench.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;

/** The generated corpus of 50,000 documents and 20 known topics that the peers are measured on. */
final class PeerCorpus {
    private static final int TERMS = 5000;

    private PeerCorpus() { }

    /** One document a line; terms are called w0000, w0001, … after their column. */
    static Corpus read(Path path) throws IOException {
        List<Map<Integer, Integer>> documents;
        try (var lines = Files.lines(path)) {
            documents = lines.map(line -> {
                Map<Integer, Integer> counts = new TreeMap<>();
                for (String token : line.strip().split(" ")) {
                    counts.merge(Integer.parseInt(token.substring(1)), 1, Integer::sum);
                }
                return counts;
            }).toList();
        }
        int[] starts = new int[documents.size() + 1];
        for (int d = 0; d < documents.size(); d++) {
            starts[d + 1] = starts[d] + documents.get(d).size();
        }
        int[] columns = documents.stream().flatMap(d -> d.keySet().stream()).mapToInt(i -> i).toArray();
        int[] counts = documents.stream().flatMap(d -> d.values().stream()).mapToInt(i -> i).toArray();
        Split[] splits = new Split[documents.size()];
        Arrays.fill(splits, Split.TRAIN);
        List<String> names = IntStream.range(0, TERMS).mapToObj(w -> "w%04d".formatted(w)).toList();
        return new Corpus(new Vocabulary(names), new CsrCounts(documents.size(), TERMS, starts, columns, counts),
                IntStream.range(0, documents.size()).toArray(), splits);
    }

    /** The first documents alone. */
    static Corpus first(Corpus corpus, int documents) {
        return new Corpus(corpus.vocabulary(), corpus.counts().selectRows(IntStream.range(0, documents).toArray()),
                Arrays.copyOf(corpus.reviews(), documents), Arrays.copyOf(corpus.splits(), documents));
    }

    /** One topic a line, as the peers' topic_recovery.py reads them. */
    static void write(FloatMatrix topics, Path file) throws IOException {
        Files.write(file, IntStream.range(0, topics.rows()).mapToObj(k -> {
            float[] row = topics.row(k);
            return IntStream.range(0, row.length).mapToObj(w -> Float.toString(row[w]))
                    .collect(Collectors.joining("\t"));
        }).toList());
    }
}

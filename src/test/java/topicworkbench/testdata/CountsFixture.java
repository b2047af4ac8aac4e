package topicworkbench.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.math.CsrCounts;

/** 120 documents of 80 terms, drawn by NumPy from six sparse topics; the references in tests were computed on it. */
public final class CountsFixture {
    private CountsFixture() { }

    public static CsrCounts counts() {
        try (var in = CountsFixture.class.getResourceAsStream("counts-120x80.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return fromDense(text.lines()
                    .map(line -> Arrays.stream(line.split(",")).mapToInt(Integer::parseInt).toArray())
                    .toArray(int[][]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The counts with made-up terms, every document for training. */
    public static Corpus corpus() {
        return corpus(counts());
    }

    public static Corpus corpus(CsrCounts counts) {
        List<String> terms = IntStream.range(0, counts.columns()).mapToObj(w -> "term" + w).toList();
        Split[] splits = new Split[counts.rows()];
        Arrays.fill(splits, Split.TRAIN);
        return new Corpus(new Vocabulary(terms), counts, IntStream.range(0, counts.rows()).toArray(), splits);
    }

    public static CsrCounts fromDense(int[][] dense) {
        int[] starts = new int[dense.length + 1];
        for (int r = 0; r < dense.length; r++) {
            starts[r + 1] = starts[r] + (int) Arrays.stream(dense[r]).filter(c -> c > 0).count();
        }
        int[] columns = new int[starts[dense.length]];
        int[] values = new int[columns.length];
        int at = 0;
        for (int[] row : dense) {
            for (int c = 0; c < row.length; c++) {
                if (row[c] > 0) {
                    columns[at] = c;
                    values[at++] = row[c];
                }
            }
        }
        return new CsrCounts(dense.length, dense[0].length, starts, columns, values);
    }
}

package topicworkbench.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;
import topicworkbench.projection.NeighborIndex;
import topicworkbench.projection.Neighbors;

/**
 * Recall and time of the approximate search for neighbours: {@code NeighborBenchmark N D K POINTS.f64}. Recall is the
 * share of the K nearest of 2,000 points that the search of all points found.
 */
public final class NeighborBenchmark {
    private static final int SAMPLE = 2000;

    private NeighborBenchmark() { }

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        int k = Integer.parseInt(arguments[2]);
        FloatMatrix points = RawTable.read(Path.of(arguments[3]), rows, Integer.parseInt(arguments[1]));
        try (Threads threads = new Threads(Threads.available())) {
            long start = System.nanoTime();
            Neighbors found = NeighborIndex.clustered(points, RandomStream.of(1, "benchmark"), threads,
                    ProgressListener.NONE).searchSelf(k, threads, ProgressListener.NONE);
            double seconds = (System.nanoTime() - start) * 1e-9;
            int[] sample = IntStream.range(0, Math.min(SAMPLE, rows)).map(i -> (int) ((long) i * rows / SAMPLE)).toArray();
            start = System.nanoTime();
            // each query is the nearest point to itself
            Neighbors expected = NeighborIndex.exact(points).search(selected(points, sample), k + 1, threads,
                    ProgressListener.NONE);
            double exactSeconds = (System.nanoTime() - start) * 1e-9 * rows / sample.length;
            int hits = 0;
            for (int i = 0; i < sample.length; i++) {
                int[] truth = Arrays.copyOfRange(expected.indices(), i * (k + 1), (i + 1) * (k + 1));
                Arrays.sort(truth);
                for (int j = sample[i] * k; j < (sample[i] + 1) * k; j++) {
                    hits += Arrays.binarySearch(truth, found.indices()[j]) >= 0 ? 1 : 0;
                }
            }
            System.out.printf("RECALL N=%d D=%d K=%d threads=%d recall=%.4f search_s=%.1f cpu_s=%.1f exact_s=%.1f%n", rows,
                    points.columns(), k, threads.count(), (double) hits / sample.length / k, seconds,
                    ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() * 1e-3, exactSeconds);
        }
    }

    private static FloatMatrix selected(FloatMatrix points, int[] rows) {
        FloatMatrix result = FloatMatrix.zeros(rows.length, points.columns());
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(points.values(), points.offset(rows[i]), result.values(), result.offset(i),
                    points.columns());
        }
        return result;
    }
}

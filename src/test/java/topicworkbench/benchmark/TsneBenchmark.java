package topicworkbench.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.projection.Tsne;
import topicworkbench.projection.TsneListener;
import topicworkbench.projection.TsneOptions;

/**
 * Maps a table and says how long each part took: {@code TsneBenchmark N D POINTS.f64 MAP.f64 [EARLY STEPS]}.
 * Both files are raw little-endian doubles, row after row.
 */
public final class TsneBenchmark {

    private TsneBenchmark() { }

    public static void main(String[] arguments) throws IOException {
        int rows = Integer.parseInt(arguments[0]);
        FloatMatrix points = RawTable.read(Path.of(arguments[2]), rows, Integer.parseInt(arguments[1]));
        try (Threads threads = new Threads(Threads.available())) {
            long start = System.nanoTime();
            TsneOptions options = arguments.length > 5 ? TsneOptions.DEFAULTS.withSteps(Integer.parseInt(arguments[4]),
                    Integer.parseInt(arguments[5])) : TsneOptions.DEFAULTS;
            Watch watch = new Watch(start);
            FloatMatrix map = Tsne.embed(points, options, threads, watch);
            System.out.printf("RESULT topicworkbench N=%d D=%d threads=%d fit_s=%.1f cpu_s=%.1f search_s=%.1f KL=%.4f "
                    + "heap_MB=%d%n", rows, points.columns(), threads.count(), seconds(start), processorSeconds(),
                    watch.searchSeconds, watch.divergence, watch.peakBytes >> 20);
            RawTable.write(Path.of(arguments[3]), map);
        }
    }

    /** Of this process and all its threads: on a busy machine the fairer measure. */
    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() * 1e-3;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    /** Notes when the search ended, and prints the divergence. */
    private static final class Watch implements TsneListener {
        private final long start;
        private double searchSeconds;
        private double divergence;
        private long peakBytes;

        Watch(long start) {
            this.start = start;
        }

        @Override
        public void progress(long done, long total) {
            if (done == SEARCH_UNITS && searchSeconds == 0) {
                searchSeconds = seconds(start);
            }
            peakBytes = Math.max(peakBytes, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }

        @Override
        public boolean shape(int step, double newDivergence, FloatMatrix positions) {
            divergence = newDivergence;
            System.out.printf("step %d KL %.4f after %.2f s%n", step, divergence, seconds(start));
            return true;
        }
    }
}

package topicworkbench.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import topicworkbench.corpus.IngestReport;
import topicworkbench.corpus.PrepareReport;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewIngest;
import topicworkbench.corpus.ReviewPreparation;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.math.ProgressListener;

/** Seconds and peak memory from review files to prepared reviews: {@code PATH…}. The first repetition is a cold start. */
public final class IngestBenchmark {
    private static final int REPETITIONS = 3;

    private IngestBenchmark() { }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("ingest-benchmark");
        try {
            for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                long start = System.nanoTime();
                IngestReport ingest = new ReviewIngest().ingest(new ReviewSource(List.of(arguments), Map.of()),
                        folder.resolve("ingested.parquet"), folder.resolve("rejected.parquet"), ProgressListener.NONE);
                long ingested = System.nanoTime();
                PrepareReport prepare = new ReviewPreparation().prepare(folder.resolve("ingested.parquet"),
                        ReviewFilter.DEFAULTS, folder.resolve("reviews.parquet"), ProgressListener.NONE);
                long prepared = System.nanoTime();
                System.out.printf("%,d rows: ingest %.2f s, prepare %.2f s, kept %,d%n", ingest.read(), (ingested - start) / 1e9,
                        (prepared - ingested) / 1e9, prepare.kept());
            }
            try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
                status.filter(line -> line.startsWith("VmHWM")).forEach(System.out::println);
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

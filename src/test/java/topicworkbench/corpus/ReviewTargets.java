package topicworkbench.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import topicworkbench.math.ProgressListener;
import topicworkbench.reliability.FuzzTarget;
import topicworkbench.reliability.Scratch;

/** The readers of review files: by DuckDB, by plain Java as in the cloud, and the first look that both begin with. */
public final class ReviewTargets {
    private static final Path GOLDEN = Path.of("src/test/resources/topicworkbench/golden/raw");
    private static final String FILE = "reviews";
    private static final String COPY = "copy";

    private ReviewTargets() { }

    public static List<FuzzTarget> all() {
        return List.of(sniffed(), rows(), ingested("reviews", name -> !name.endsWith(".parquet")),
                ingested("reviews-parquet", name -> name.endsWith(".parquet")), inspected());
    }

    private static FuzzTarget sniffed() {
        Scratch scratch = Scratch.make();
        return FuzzTarget.explained("reviews-first-look", () -> golden(name -> true),
                bytes -> new ReviewFileSniffer(_ -> List.of("text", "stars"), Map.of()).sniff(scratch.file(FILE, bytes))).inFiles();
    }

    private static FuzzTarget rows() {
        Scratch scratch = Scratch.make();
        return FuzzTarget.explained("reviews-in-java", () -> golden(name -> !name.endsWith(".parquet")), bytes -> {
            ReviewFile file = new ReviewFileSniffer(_ -> List.of("text", "stars"), Map.of()).sniff(scratch.file(FILE, bytes));
            if (file.format() == ReviewFormat.PARQUET) {
                return;
            }
            file.fields().requireText(FILE);
            try (ReviewFileRows rows = ReviewFileRows.of(file, OtherColumns.of(file.fields(), List.of()), scratch.folder().resolve(COPY))) {
                while (rows.next() != null) {
                    // until the file is over
                }
            } finally {
                scratch.holdsOnly(FILE, COPY);
            }
        }).inFiles();
    }

    private static FuzzTarget ingested(String name, Predicate<String> seeds) {
        Scratch scratch = Scratch.make();
        return FuzzTarget.explained(name, () -> golden(seeds), bytes -> {
            Path ingested = scratch.folder().resolve("ingested.parquet");
            Path rejected = scratch.folder().resolve("rejected.parquet");
            try {
                new ReviewIngest().ingest(source(scratch.file(FILE, bytes)), ingested, rejected, ProgressListener.NONE);
            } finally {
                scratch.holdsOnly(FILE, "ingested.parquet", "rejected.parquet");
            }
        }).inDatabase();
    }

    private static FuzzTarget inspected() {
        Scratch scratch = Scratch.make();
        return FuzzTarget.explained("reviews-inspected", () -> golden(name -> true), bytes -> {
            try {
                ReviewInspector.inspect(source(scratch.file(FILE, bytes)), 100, ProgressListener.NONE);
            } finally {
                scratch.holdsOnly(FILE);
            }
        }).inDatabase();
    }

    private static ReviewSource source(Path file) {
        return new ReviewSource(List.of(file.toString()), Map.of());
    }

    /** Every layout and kind that is read, a few rows each. */
    private static List<byte[]> golden(Predicate<String> wanted) {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> wanted.test(file.getFileName().toString())).sorted().map(Scratch::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

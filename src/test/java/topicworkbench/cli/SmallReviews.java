package topicworkbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import topicworkbench.corpus.SampleReviews;

/** The first of the bundled sample's reviews, and options with which a run on them takes a moment. */
final class SmallReviews {
    static final int REVIEWS = 400;

    private SmallReviews() { }

    static Path write(Path folder) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(SampleReviews.file()))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().limit(REVIEWS + 1L).toList();
            return Files.write(folder.resolve("small reviews.csv"), lines);
        }
    }

    /** The arguments of {@code run} for these reviews, with more behind. */
    static String[] run(Path reviews, String... more) {
        return Stream.concat(Stream.of("run", "--reviews", reviews.toString(), "--algorithm", "lda", "--topics", "5",
                "--set", "iterations=60", "--set", "min_df=2"), Stream.of(more)).toArray(String[]::new);
    }
}

package topicworkbench.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import topicworkbench.corpus.SampleReviews;

class SampleGeneratorTest {
    private static final int MOST_BYTES = 1_000_000;

    @Test
    void storedSampleIsWhatTheGeneratorMakes() throws IOException {
        assertThat(Files.size(SampleReviews.file())).isLessThan(MOST_BYTES);
        assertThat(stored()).isEqualTo(new SampleGenerator().csv(1));
    }

    @Test
    void anotherSeedMakesOtherReviews() {
        assertThat(new SampleGenerator().csv(2)).isNotEqualTo(new SampleGenerator().csv(1));
    }

    @Test
    void holdsTwelveComplaintsAboutSixKindsOfProduct() throws IOException {
        List<String> reviews = stored().lines().skip(1).toList();
        Map<String, Long> complaints = reviews.stream().map(line -> line.substring(line.lastIndexOf(',') + 1))
                .filter(theme -> !theme.startsWith("praise: "))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(reviews).hasSize(5000);
        assertThat(complaints).hasSize(12);
        assertThat(complaints.values()).allMatch(count -> count >= 150);
        assertThat(reviews.stream().map(line -> line.split(",")[2]).distinct()).hasSize(6);
    }

    @Test
    void noPhraseIsLeftUnexpanded() throws IOException {
        assertThat(stored()).doesNotContain("{", "}", "|");
    }

    private static String stored() throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(SampleReviews.file()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

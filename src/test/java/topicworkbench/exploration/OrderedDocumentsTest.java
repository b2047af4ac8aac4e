package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.math.Threads;

/** The order that is made piece by piece against sorting everything. */
class OrderedDocumentsTest {
    private static final int DOCUMENTS = 70_000;

    /** Few distinct ranks, many, already in order, and in the opposite order. */
    @ParameterizedTest
    @ValueSource(strings = {"few", "many", "rising", "falling"})
    void isTheSortedOrderHoweverItIsLookedAt(String kind) {
        Random random = new Random(11);
        int[] ranks = IntStream.range(0, DOCUMENTS).map(document -> switch (kind) {
            case "few" -> random.nextInt(5);
            case "many" -> random.nextInt();
            case "rising" -> document - 1000;
            default -> -document;
        }).toArray();
        try (Threads threads = new Threads(2)) {
            Selection selection = Selection.of(DOCUMENTS, document -> document % 3 != 0, threads);
            int[] expected = IntStream.of(selection.toArray()).boxed()
                    .sorted(Comparator.comparingInt((Integer document) -> ranks[document]).thenComparing(document -> document))
                    .mapToInt(Integer::intValue).toArray();
            OrderedDocuments ordered = OrderedDocuments.of(selection, document -> ranks[document], threads);
            assertThat(ordered.size()).isEqualTo(expected.length);
            assertThat(ordered.documents(0, 12)).isEqualTo(IntStream.range(0, 12).map(i -> expected[i]).toArray());
            for (int i = 0; i < 50; i++) {
                int place = random.nextInt(expected.length);
                assertThat(ordered.place(expected[place])).isEqualTo(place);
                int from = random.nextInt(1 + expected.length / (60 - i));
                int to = Math.min(expected.length, from + random.nextInt(300));
                assertThat(ordered.documents(Math.min(from, to), to))
                        .isEqualTo(IntStream.range(Math.min(from, to), to).map(at -> expected[at]).toArray());
            }
            assertThat(ordered.documents(0, expected.length)).isEqualTo(expected);
            assertThat(ordered.place(0)).as("a document that is not among them").isEqualTo(-1);
        }
    }

    @Test
    void ofNothingIsEmpty() {
        try (Threads threads = new Threads(1)) {
            OrderedDocuments ordered = OrderedDocuments.of(Selection.none(10), document -> 0, threads);
            assertThat(ordered.size()).isZero();
            assertThat(ordered.documents(0, 0)).isEmpty();
            assertThat(ordered.place(3)).isEqualTo(-1);
        }
    }
}

package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.exploration.DocumentNeighbors.Neighbor;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

class DocumentNeighborsTest {
    private static final int DOCUMENTS = 70_000;
    private static final int TOPICS = 7;

    private static FloatMatrix shares() {
        Random random = new Random(2);
        FloatMatrix shares = FloatMatrix.zeros(DOCUMENTS, TOPICS);
        for (int document = 0; document < DOCUMENTS; document++) {
            double sum = 0;
            double[] weights = random.doubles(TOPICS).map(x -> x < 0.3 ? 0 : x * x * x + 1e-4).toArray();
            for (double weight : weights) {
                sum += weight;
            }
            for (int topic = 0; topic < TOPICS; topic++) {
                shares.set(document, topic, sum == 0 ? 1f / TOPICS : (float) (weights[topic] / sum));
            }
        }
        for (int document : new int[] {500, 40_000, 66_000}) { // the same mixture, in several blocks
            System.arraycopy(shares.row(7), 0, shares.values(), shares.offset(document), TOPICS);
        }
        return shares;
    }

    /** Hellinger's distance in double precision, from its definition. */
    private static double distance(FloatMatrix shares, int a, int b) {
        double sum = 0;
        for (int topic = 0; topic < TOPICS; topic++) {
            double difference = Math.sqrt(shares.get(a, topic)) - Math.sqrt(shares.get(b, topic));
            sum += difference * difference;
        }
        return Math.sqrt(sum / 2);
    }

    @Test
    void areThoseThatLookingAtAllFinds() {
        FloatMatrix shares = shares();
        try (Threads one = new Threads(1); Threads two = new Threads(2)) {
            for (int of : new int[] {0, 12_345, DOCUMENTS - 1}) {
                Neighbor[] found = DocumentNeighbors.nearest(shares, of, 20, two);
                double[] nearest = IntStream.range(0, DOCUMENTS).filter(document -> document != of)
                        .mapToDouble(document -> distance(shares, of, document)).sorted().limit(20).toArray();
                for (int i = 0; i < 20; i++) {
                    assertThat(distance(shares, of, found[i].document())).isCloseTo(nearest[i], within(1e-4));
                    assertThat(found[i].distance()).isCloseTo(nearest[i], within(1e-3));
                }
                assertThat(DocumentNeighbors.nearest(shares, of, 20, one)).isEqualTo(found);
            }
        }
    }

    @Test
    void equallyNearOnesStandInTheirOrder() {
        try (Threads threads = new Threads(2)) {
            assertThat(DocumentNeighbors.nearest(shares(), 7, 3, threads)).extracting(Neighbor::document)
                    .containsExactly(500, 40_000, 66_000);
        }
    }

    @Test
    void aFewDocumentsHaveFewNeighbors() {
        try (Threads threads = new Threads(2)) {
            FloatMatrix two = new FloatMatrix(2, 2, new float[] {1, 0, 0, 1});
            assertThat(DocumentNeighbors.nearest(two, 0, 5, threads)).containsExactly(new Neighbor(1, 1));
            assertThat(DocumentNeighbors.nearest(new FloatMatrix(1, 2, new float[] {1, 0}), 0, 5, threads)).isEmpty();
        }
    }
}

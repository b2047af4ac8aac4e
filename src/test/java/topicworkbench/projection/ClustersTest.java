package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;

class ClustersTest {
    private static final int CENTRES = 20;
    /** More than a block, no multiple of one; few enough for all to be in the sample. */
    private static final FloatMatrix POINTS = Clumps.of(777, 3, 9, 1);

    @Test
    void everyPointIsGivenToTheNearestCentreOnAnyNumberOfThreads() {
        try (Threads one = new Threads(1); Threads two = new Threads(2)) {
            Clusters clusters = Clusters.of(POINTS, CENTRES, RandomStream.of(5, "clusters"), one, ProgressListener.NONE);
            int[] nearest = clusters.assign(POINTS, two, ProgressListener.NONE);
            assertThat(nearest).isEqualTo(clusters.assign(POINTS, one, ProgressListener.NONE));
            for (int i = 0; i < POINTS.rows(); i++) {
                double least = Double.POSITIVE_INFINITY;
                for (int c = 0; c < CENTRES; c++) {
                    least = Math.min(least, ExactTsne.squaredDistance(POINTS, i, clusters.centres(), c));
                }
                assertThat(ExactTsne.squaredDistance(POINTS, i, clusters.centres(), nearest[i])).as("point %d", i)
                        .isCloseTo(least, within(1e-3));
            }
        }
    }

    /** Groups far from each other are found within the rounds, and then stay: each centre is the mean of its points. */
    @Test
    void centresAreTheMeansOfTheirPoints() {
        FloatMatrix far = FloatMatrix.zeros(400, 2);
        RandomStream random = RandomStream.of(8, "far groups");
        for (int i = 0; i < far.rows(); i++) {
            far.set(i, 0, (float) (1000 * (i % 4) + random.nextGaussian()));
            far.set(i, 1, (float) (-500 * (i % 4) + random.nextGaussian()));
        }
        try (Threads threads = new Threads(2)) {
            Clusters clusters = Clusters.of(far, 10, RandomStream.of(5, "clusters"), threads, ProgressListener.NONE);
            assertThat(clusters.count()).isEqualTo(10);
            int[] nearest = clusters.assign(far, threads, ProgressListener.NONE);
            double apart = 0;
            for (int c = 0; c < clusters.count(); c++) {
                double[] sum = new double[2];
                int size = 0;
                for (int i = 0; i < far.rows(); i++) {
                    if (nearest[i] == c) {
                        sum[0] += far.get(i, 0);
                        sum[1] += far.get(i, 1);
                        size++;
                    }
                }
                assertThat(size).isPositive();
                apart = Math.max(apart, Math.hypot(clusters.centres().get(c, 0) - sum[0] / size,
                        clusters.centres().get(c, 1) - sum[1] / size));
            }
            // single points may still change hands within a group, which moves a centre by less than the group is wide
            assertThat(apart).isLessThan(0.5);
        }
    }

    @Test
    void asManyCentresAsPointsAreThePoints() {
        try (Threads threads = new Threads(1)) {
            FloatMatrix few = Clumps.of(7, 3, 2, 1);
            Clusters clusters = Clusters.of(few, 7, RandomStream.of(5, "clusters"), threads, ProgressListener.NONE);
            int[] nearest = clusters.assign(few, threads, ProgressListener.NONE);
            assertThat(Arrays.stream(nearest).distinct()).hasSize(7);
            for (int i = 0; i < 7; i++) {
                assertThat(clusters.centres().row(nearest[i])).containsExactly(few.row(i), within(1e-5f));
            }
        }
    }

    @Test
    void canBeCancelled() {
        try (Threads threads = new Threads(2)) {
            assertThatThrownBy(() -> Clusters.of(POINTS, CENTRES, RandomStream.of(5, "clusters"), threads, (done, total) -> {
                throw new CancellationException();
            })).isInstanceOf(CancellationException.class);
        }
    }
}

package topicworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MinMaxDecimationTest {
    private static final int MILLION = 1_000_000;
    private static final int COLUMNS = 800;
    private static final int SPIKE = 654_321;

    private static SeriesPoints noiseWithOneSpike() {
        Random random = new Random(3);
        SeriesPoints points = new SeriesPoints();
        for (int i = 0; i < MILLION; i++) {
            points.add(i, i == SPIKE ? 1000 : random.nextGaussian());
        }
        return points;
    }

    private static double most(SeriesPoints points) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            most = Math.max(most, points.y(i));
        }
        return most;
    }

    @Test
    void oneSpikeInAMillionIsDrawnAtEveryZoom() {
        SeriesPoints points = noiseWithOneSpike();
        SeriesPoints all = MinMaxDecimation.of(points, 0, MILLION - 1, COLUMNS);
        assertThat(all.size()).isLessThanOrEqualTo(4 * (COLUMNS + 2));
        assertThat(most(all)).isEqualTo(1000);
        for (double half = MILLION / 4.0; half > 1; half /= 3) {
            SeriesPoints near = MinMaxDecimation.of(points, SPIKE - half, SPIKE + half, COLUMNS);
            assertThat(most(near)).isEqualTo(1000);
            assertThat(near.size()).isLessThanOrEqualTo(4 * (COLUMNS + 2));
        }
        assertThat(most(MinMaxDecimation.of(points, 0, SPIKE - 2, COLUMNS))).isLessThan(10);
    }

    @Test
    void eachColumnKeepsItsExtremesAndItsEnds() {
        SeriesPoints points = noiseWithOneSpike();
        SeriesPoints kept = MinMaxDecimation.of(points, 0, MILLION, 10);
        for (int column = 0; column < 10; column++) {
            int start = column * MILLION / 10;
            int end = start + MILLION / 10;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = start; i < end; i++) {
                least = Math.min(least, points.y(i));
                most = Math.max(most, points.y(i));
            }
            double keptLeast = Double.POSITIVE_INFINITY;
            double keptMost = Double.NEGATIVE_INFINITY;
            for (int i = kept.firstFrom(start); i < kept.firstFrom(end); i++) {
                keptLeast = Math.min(keptLeast, kept.y(i));
                keptMost = Math.max(keptMost, kept.y(i));
            }
            assertThat(keptLeast).isEqualTo(least);
            assertThat(keptMost).isEqualTo(most);
            assertThat(kept.x(kept.firstFrom(start))).isEqualTo(start);
            assertThat(kept.x(kept.firstFrom(end) - 1)).isEqualTo(end - 1);
        }
    }

    @Test
    void fewPointsStayAsTheyAreWithTheNeighborsBeyondTheEdges() {
        SeriesPoints points = new SeriesPoints();
        for (int i = 0; i < 10; i++) {
            points.add(i, i == 4 ? Double.NaN : -i);
        }
        assertThat(points.size()).isEqualTo(9);
        SeriesPoints kept = MinMaxDecimation.of(points, 2.5, 6, COLUMNS);
        assertThat(kept.size()).isEqualTo(5); // 2, 3, 5, 6, 7
        assertThat(kept.x(0)).isEqualTo(2);
        assertThat(kept.x(4)).isEqualTo(7);
        assertThat(points.x(points.nearest(4.2))).isEqualTo(5);
        assertThat(points.x(points.nearest(99))).isEqualTo(9);
    }

    @Test
    void smoothingKeepsAConstantAndFollowsAStep() {
        SeriesPoints points = new SeriesPoints();
        for (int i = 0; i < 200; i++) {
            points.add(i, i < 100 ? 3 : 5);
        }
        SeriesPoints smooth = points.smoothed(0.9);
        assertThat(smooth.y(0)).isCloseTo(3, within(1e-12));
        assertThat(smooth.y(99)).isCloseTo(3, within(1e-12));
        assertThat(smooth.y(100)).isCloseTo(3.2, within(1e-4)); // one tenth of the way
        assertThat(smooth.y(199)).isCloseTo(5, within(1e-3));
        assertThat(points.smoothed(0).y(100)).isEqualTo(5);
    }
}

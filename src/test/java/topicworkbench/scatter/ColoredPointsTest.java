package topicworkbench.scatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import topicworkbench.math.RandomStream;

class ColoredPointsTest {
    private final RandomPoints random = new RandomPoints(5000, 11);
    private final PointGrid grid = random.grid();

    @Test
    void theNearestIsTheOneThatAskingEveryPointFinds() {
        ColoredPoints even = new ColoredPoints(grid, point -> point % 2 == 0 ? 0 : ColoredPoints.NONE);
        RandomStream stream = RandomStream.of(1, "places");
        int found = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double x = -10 + 70 * stream.nextDouble();
            double y = -10 + 50 * stream.nextDouble();
            double radius = 3 * stream.nextDouble();
            int expected = ColoredPoints.NONE;
            double least = radius * radius;
            for (int i = 0; i < random.x.length; i += 2) {
                double distance = Math.pow(random.x[i] - x, 2) + Math.pow(random.y[i] - y, 2);
                if (distance < least) {
                    least = distance;
                    expected = i;
                }
            }
            assertThat(even.nearest(x, y, radius)).isEqualTo(expected);
            found += expected < 0 ? 0 : 1;
        }
        assertThat(found).isBetween(200, 1990);
    }

    @Test
    void densityIsPointsToASquareUnit() {
        int side = 200;
        float[] x = new float[side * side];
        float[] y = new float[side * side];
        for (int i = 0; i < x.length; i++) {
            x[i] = i % side * 0.5f;
            y[i] = i / side * 0.5f;
        }
        ColoredPoints even = new ColoredPoints(new PointGrid(x, y), point -> 0);
        assertThat(even.size()).isEqualTo(side * side);
        assertThat(even.density()).isCloseTo(4, within(1.5));
        assertThat(even.greatestDensity()).isCloseTo(4, within(3.0));
    }

    @Test
    void aPointThatLiesNowhereIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PointGrid(new float[] {1, Float.NaN}, new float[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> new PointGrid(new float[0], new float[0]));
    }
}

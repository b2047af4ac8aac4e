package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

/** Single steps of more points than a block holds. */
class DescentTest {
    private static final FloatMatrix POINTS = Clumps.of(5_000, 3, 9, 1);
    private static final TsneOptions OPTIONS = TsneOptions.DEFAULTS.withPerplexities(2.0);
    private static FloatMatrix before;

    @BeforeAll
    static void start() {
        before = after(OPTIONS.withSteps(0, 0));
    }

    private static FloatMatrix after(TsneOptions options) {
        try (Threads threads = new Threads(2)) {
            return Tsne.embed(POINTS, options, threads, TsneListener.NONE);
        }
    }

    @Test
    void aStepMovesEveryPointAndKeepsTheirCentre() {
        FloatMatrix moved = after(OPTIONS.withSteps(0, 1));
        for (int axis = 0; axis < 2; axis++) {
            int at = axis;
            assertThat(IntStream.range(0, POINTS.rows()).mapToDouble(i -> moved.get(i, at)).average().orElseThrow())
                    .isCloseTo(0, within(1e-6));
        }
        for (int i = 0; i < POINTS.rows(); i++) {
            assertThat(Math.hypot(moved.get(i, 0) - before.get(i, 0), moved.get(i, 1) - before.get(i, 1))).as("point %d", i)
                    .isPositive();
        }
    }

    /** At so great a rate all go as far as they may; then all are shifted alike, back to the centre. */
    @Test
    void noStepIsLongerThanFive() {
        FloatMatrix moved = after(OPTIONS.withSteps(0, 1).withLearningRate(1e12));
        double[] shift = new double[2]; // of which each point's own five are left
        double longest = 0;
        for (int i = 0; i < POINTS.rows(); i++) {
            shift[0] += (moved.get(i, 0) - before.get(i, 0)) / POINTS.rows();
            shift[1] += (moved.get(i, 1) - before.get(i, 1)) / POINTS.rows();
            longest = Math.max(longest, Math.hypot(moved.get(i, 0) - before.get(i, 0), moved.get(i, 1) - before.get(i, 1)));
        }
        assertThat(shift).containsExactly(new double[2], within(1e-3));
        assertThat(longest).isBetween(4.9, 10.0);
        double[] fives = new double[POINTS.rows()];
        Arrays.fill(fives, 5);
        assertThat(ownSteps(moved)).containsExactly(fives, within(0.01));
    }

    /** Lengths of the steps before the shift, which is found as the centre of the circle on which they end. */
    private static double[] ownSteps(FloatMatrix moved) {
        double xx = 0;
        double xy = 0;
        double yy = 0;
        double bx = 0;
        double by = 0;
        double[] x = new double[POINTS.rows()];
        double[] y = new double[POINTS.rows()];
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            x[i] = moved.get(i, 0) - before.get(i, 0);
            y[i] = moved.get(i, 1) - before.get(i, 1);
            mean += (x[i] * x[i] + y[i] * y[i]) / x.length;
        }
        for (int i = 0; i < x.length; i++) { // least squares of 2 cx x + 2 cy y = x² + y² - mean
            double square = x[i] * x[i] + y[i] * y[i] - mean;
            xx += x[i] * x[i];
            xy += x[i] * y[i];
            yy += y[i] * y[i];
            bx += x[i] * square / 2;
            by += y[i] * square / 2;
        }
        double determinant = xx * yy - xy * xy;
        double cx = (bx * yy - by * xy) / determinant;
        double cy = (by * xx - bx * xy) / determinant;
        return IntStream.range(0, x.length).mapToDouble(i -> Math.hypot(x[i] - cx, y[i] - cy)).toArray();
    }

    @Test
    void aGainGrowsWhileTheDirectionIsKept() {
        assertThat(Descent.gain(1, 0.5f, -2)).as("against the gradient, as before").isEqualTo(1.2f);
        assertThat(Descent.gain(1, -0.5f, 2)).isEqualTo(1.2f);
        assertThat(Descent.gain(1, 0.5f, 0)).as("the first step").isEqualTo(1.2f);
        assertThat(Descent.gain(1, 0.5f, 2)).as("turned around").isCloseTo(0.81f, within(1e-6f));
        assertThat(Descent.gain(0.01f, -0.5f, -2)).isCloseTo(0.018f, within(1e-6f));
    }
}

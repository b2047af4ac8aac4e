package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;

/** An ellipse, whose axes are known. */
class PrincipalAxesTest {
    private static final int N = 40;
    /** Of the usual deviation 1e-4 a hundredth is noise. */
    private static final double WITHIN_NOISE = 5e-6;

    private static double angle(int i) {
        return 2 * Math.PI * i / N;
    }

    private static RandomStream noise() {
        return RandomStream.of(1, "principal axes test");
    }

    @Test
    void pointsLieAlongTheirTwoLongestAxesAsADot() {
        FloatMatrix points = FloatMatrix.zeros(N, 3);
        for (int i = 0; i < N; i++) { // 10 along (.8, .6, 0), 3 along (-.6, .8, 0), a little along the third
            points.set(i, 0, (float) (8 * Math.cos(angle(i)) - 1.8 * Math.sin(angle(i))));
            points.set(i, 1, (float) (6 * Math.cos(angle(i)) + 2.4 * Math.sin(angle(i))));
            points.set(i, 2, i % 2 == 0 ? 0.1f : -0.1f);
        }
        try (Threads threads = new Threads(1)) {
            FloatMatrix map = PrincipalAxes.of(Centred.of(points), noise(), threads);
            for (int i = 0; i < N; i++) {
                assertThat(map.get(i, 0)).isCloseTo((float) (1e-4 * Math.sqrt(2) * Math.cos(angle(i))), within((float) WITHIN_NOISE));
                assertThat(map.get(i, 1)).isCloseTo((float) (3e-5 * Math.sqrt(2) * Math.sin(angle(i))), within((float) WITHIN_NOISE));
            }
        }
    }

    @Test
    void ofOneColumnTheSecondCoordinateIsNoise() {
        FloatMatrix points = FloatMatrix.zeros(N, 1);
        for (int i = 0; i < N; i++) {
            points.set(i, 0, (float) Math.cos(angle(i)));
        }
        try (Threads threads = new Threads(1)) {
            FloatMatrix map = PrincipalAxes.of(points, noise(), threads);
            for (int i = 0; i < N; i++) {
                assertThat(map.get(i, 0)).isCloseTo((float) (1e-4 * Math.sqrt(2) * Math.cos(angle(i))), within((float) WITHIN_NOISE));
                assertThat(Math.abs(map.get(i, 1))).isBetween(0f, (float) WITHIN_NOISE);
            }
            assertThat(map.get(1, 1)).isNotEqualTo(map.get(2, 1));
        }
    }

    @Test
    void givenPositionsAreMovedToTheOriginAndShrunkAlikeOnBothAxes() {
        FloatMatrix given = FloatMatrix.zeros(N, 2);
        for (int i = 0; i < N; i++) {
            given.set(i, 0, (float) (100 + 20 * Math.cos(angle(i))));
            given.set(i, 1, (float) (-50 + 60 * Math.sin(angle(i))));
        }
        FloatMatrix dot = PrincipalAxes.dot(given, noise());
        for (int i = 0; i < N; i++) {
            assertThat(dot.get(i, 0)).isCloseTo((float) (1e-4 * Math.sqrt(2) * Math.cos(angle(i))), within((float) WITHIN_NOISE));
            assertThat(dot.get(i, 1)).isCloseTo((float) (3e-4 * Math.sqrt(2) * Math.sin(angle(i))), within((float) WITHIN_NOISE));
        }
        FloatMatrix alike = PrincipalAxes.dot(FloatMatrix.zeros(3, 2), noise());
        assertThat(alike.values()).containsExactly(new float[6], within((float) WITHIN_NOISE));
    }

    @Test
    void anAxisPointsWhereItsLargestComponentIsPositive() {
        assertThat(PrincipalAxes.sign(new double[] {0.1, -0.9, 0.3})).isEqualTo(-1);
        assertThat(PrincipalAxes.sign(new double[] {-0.1, 0.9, -0.3})).isEqualTo(1);
    }
}

package topicworkbench.scatter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.math.Threads;
import topicworkbench.scatter.Rasterizer.Scene;

/** The fast pictures against slow ones that ask every point for every pixel. */
class RasterizerTest {
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;
    private static final int PAGE = 0xf4f0e8;
    private static final int FAINT = 0xc0c8d0;

    private final RandomPoints random = new RandomPoints(3000, 5);
    private final PointGrid grid = random.grid();
    private final ColoredPoints all = new ColoredPoints(grid, point -> random.colors[point]);
    private final ColoredPoints some = new ColoredPoints(grid, point -> point % 3 == 0 ? random.colors[point] : ColoredPoints.NONE);

    private static int[] draw(Scene scene, Viewport view, int threads) {
        int[] pixels = new int[view.width() * view.height()];
        try (Threads workers = new Threads(threads)) {
            new Rasterizer(workers).draw(scene, view, pixels);
        }
        return pixels;
    }

    private Viewport view(double zoom) {
        Viewport fit = Viewport.fitting(grid, WIDTH, HEIGHT, 4);
        return fit.zoomed(zoom, fit.pixelX(random.x[0]), fit.pixelY(random.y[0]));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 2.7, 9, 40, 300})
    void aPictureIsWhatTheSlowReferenceSays(double zoom) {
        Viewport view = view(zoom);
        Scene scene = new Scene(some, all, PAGE, FAINT, 1);
        int[] expected = new int[WIDTH * HEIGHT];
        for (int i = 0; i < expected.length; i++) {
            double[] page = {PAGE >> 16, PAGE >> 8 & 0xff, PAGE & 0xff};
            double[] below = pixel(all, view, i % WIDTH, i / WIDTH, page, FAINT);
            double[] result = pixel(some, view, i % WIDTH, i / WIDTH, rounded(below), ColoredPoints.NONE);
            expected[i] = (int) Math.round(result[0]) << 16 | (int) Math.round(result[1]) << 8 | (int) Math.round(result[2]);
        }
        int[] drawn = draw(scene, view, 1);
        int painted = 0;
        for (int i = 0; i < drawn.length; i++) {
            assertThat(drawn[i] >>> 24).isEqualTo(0xff);
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat(drawn[i] >> shift & 0xff).as("pixel %d, %d", i % WIDTH, i / WIDTH)
                        .isBetween((expected[i] >> shift & 0xff) - 1, (expected[i] >> shift & 0xff) + 1);
            }
            painted += (drawn[i] & 0xffffff) == PAGE ? 0 : 1;
        }
        assertThat(painted).as("pixels with something on them").isPositive();
    }

    private static double[] rounded(double[] color) {
        return new double[] {Math.round(color[0]), Math.round(color[1]), Math.round(color[2])};
    }

    /** @param uniform the color of all, or NONE for each its own */
    private double[] pixel(ColoredPoints points, Viewport view, int column, int line, double[] page, int uniform) {
        Exposure exposure = Exposure.of(points, view.scale(), 1);
        double weights = 0;
        double[] sums = new double[3];
        for (int point = 0; point < random.x.length; point++) {
            if (points != all && point % 3 != 0) {
                continue;
            }
            // in the single precision of the rasterizer, lest a point fall on the other side of a pixel's edge
            float right = (random.x[point] - (float) view.centerX()) * (float) view.scale() + WIDTH / 2f;
            float down = HEIGHT / 2f - (random.y[point] - (float) view.centerY()) * (float) view.scale();
            double weight = weight(exposure, right, down, column, line);
            int color = uniform == ColoredPoints.NONE ? random.colors[point] : uniform;
            weights += weight;
            sums[0] += weight * (color >> 16);
            sums[1] += weight * (color >> 8 & 0xff);
            sums[2] += weight * (color & 0xff);
        }
        if (weights == 0) {
            return page;
        }
        double cover = Math.min(1, 0.3 * Math.min(1, weights) + exposure.perLogarithm() * Math.log1p(weights));
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            result[i] = page[i] * (1 - cover) + sums[i] / weights * cover;
        }
        return result;
    }

    private static double weight(Exposure exposure, float right, float down, int column, int line) {
        if (exposure.radius() < 0.6) {
            return Math.floor(right) == column && Math.floor(down) == line ? 1 : 0;
        }
        double x = (Math.floor(right * 4) + 0.5) / 4;
        double y = (Math.floor(down * 4) + 0.5) / 4;
        double edge = exposure.radius() + 0.5 - Math.hypot(column + 0.5 - x, line + 0.5 - y);
        return Math.round(8 * Math.clamp(edge, 0, 1)) / 8.0;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 50})
    void twoThreadsDrawTheSameBits(double zoom) {
        Scene scene = new Scene(some, all, PAGE, FAINT, 2);
        assertThat(draw(scene, view(zoom), 2)).isEqualTo(draw(scene, view(zoom), 1));
    }

    @Test
    void twoMillionPointsOnOnePixelKeepTheirColor() {
        int n = 2_000_000;
        PointGrid spot = new PointGrid(new float[n], new float[n]);
        ColoredPoints points = new ColoredPoints(spot, point -> 0xfffefd);
        int[] pixels = draw(new Scene(points, null, 0, 0, 1), new Viewport(-0.5, 0.5, 1, 3, 3), 1);
        assertThat(pixels).contains(0xfffffefd);
    }

    @Test
    void aViewBesideThePointsIsThePage() {
        Viewport away = new Viewport(1e4, 1e4, 10, WIDTH, HEIGHT);
        assertThat(draw(new Scene(all, null, PAGE, FAINT, 1), away, 1)).containsOnly(0xff000000 | PAGE);
    }

    @Test
    void noPointsAreThePage() {
        ColoredPoints none = new ColoredPoints(grid, point -> ColoredPoints.NONE);
        assertThat(draw(new Scene(none, null, PAGE, FAINT, 1), view(1), 1)).containsOnly(0xff000000 | PAGE);
    }
}

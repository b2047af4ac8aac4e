package topicworkbench.scatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final double EPSILON = 1e-9;
    private final Viewport view = new Viewport(3, -2, 40, 801, 600);

    @Test
    void pixelsAndPlacesAreEachOthersInverse() {
        assertThat(view.planeX(view.pixelX(7.25))).isCloseTo(7.25, within(EPSILON));
        assertThat(view.planeY(view.pixelY(7.25))).isCloseTo(7.25, within(EPSILON));
        assertThat(view.pixelX(3)).isCloseTo(400.5, within(EPSILON));
        assertThat(view.pixelY(-1)).as("up is up").isCloseTo(260, within(EPSILON));
    }

    @Test
    void zoomingKeepsWhatLiesUnderTheCursor() {
        Viewport near = view.zoomed(3, 100, 50);
        assertThat(near.pixelX(view.planeX(100))).isCloseTo(100, within(EPSILON));
        assertThat(near.pixelY(view.planeY(50))).isCloseTo(50, within(EPSILON));
        assertThat(near.scale()).isCloseTo(120, within(EPSILON));
    }

    @Test
    void movingTakesTheContentAlong() {
        Viewport moved = view.moved(10, -4);
        assertThat(moved.pixelX(1)).isCloseTo(view.pixelX(1) + 10, within(EPSILON));
        assertThat(moved.pixelY(1)).isCloseTo(view.pixelY(1) - 4, within(EPSILON));
    }

    @Test
    void fittingShowsAllPointsInsideTheMargin() {
        PointGrid grid = new PointGrid(new float[] {-5, 15, 2}, new float[] {1, 3, 2});
        Viewport fit = Viewport.fitting(grid, 400, 300, 20);
        assertThat(fit.pixelX(-5)).isCloseTo(20, within(1e-4));
        assertThat(fit.pixelX(15)).isCloseTo(380, within(1e-4));
        assertThat(fit.pixelY(2)).isCloseTo(150, within(1e-4));
    }
}

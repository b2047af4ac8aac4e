package topicworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.scatter.ColoredPoints;
import topicworkbench.scatter.Outline;
import topicworkbench.scatter.PointGrid;
import topicworkbench.scatter.Viewport;
import topicworkbench.ui.support.SharedStage;

@ExtendWith(ApplicationExtension.class)
class ScatterMapTest {
    private static final int RED = 0xd02020;
    private static final int BLUE = 0x2020d0;
    /** Two points left, one right. */
    private final PointGrid grid = new PointGrid(new float[] {0, 0, 10}, new float[] {0, 8, 4});
    private final List<Integer> pointed = new ArrayList<>();
    private final List<Integer> clicked = new ArrayList<>();
    private final List<Outline> outlined = new ArrayList<>();
    private ScatterMap map;

    @Start
    void open(Stage stage) {
        map = new ScatterMap(new SimpleBooleanProperty());
        map.setOnPointed(pointed::add);
        map.setOnPointClicked(clicked::add);
        map.setOnOutlined(outlined::add);
        SharedStage.show(stage, new Scene(map, 600, 500));
    }

    @BeforeEach
    void show(FxRobot robot) {
        robot.interact(() -> map.show(new ColoredPoints(grid, point -> point == 2 ? BLUE : RED), null));
    }

    private Viewport view() {
        return map.viewportProperty().get();
    }

    private Point2D place(int point) {
        double[][] places = {{0, 0}, {0, 8}, {10, 4}};
        return map.localToScreen(view().pixelX(places[point][0]), view().pixelY(places[point][1]));
    }

    private Color at(FxRobot robot, double x, double y) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = map.snapshot(null, null));
        return image[0].getPixelReader().getColor((int) view().pixelX(x), (int) view().pixelY(y));
    }

    @Test
    void pointsAreInTheirColors(FxRobot robot) {
        assertThat(at(robot, 0, 0).getRed()).isGreaterThan(at(robot, 0, 0).getBlue() + 0.3);
        assertThat(at(robot, 10, 4).getBlue()).isGreaterThan(at(robot, 10, 4).getRed() + 0.3);
        assertThat(at(robot, 5, 4)).isEqualTo(Color.WHITE);
        robot.interact(() -> map.show(new ColoredPoints(grid, point -> point == 2 ? ColoredPoints.NONE : BLUE), null));
        assertThat(at(robot, 0, 0).getBlue()).isGreaterThan(at(robot, 0, 0).getRed() + 0.3);
        assertThat(at(robot, 10, 4)).isEqualTo(Color.WHITE);
    }

    @Test
    void thePointUnderTheMouseIsTold(FxRobot robot) {
        robot.moveTo(place(2));
        assertThat(pointed).last().isEqualTo(2);
        robot.moveTo(place(2).subtract(60, 60));
        assertThat(pointed).last().isEqualTo(ColoredPoints.NONE);
        robot.clickOn(place(1));
        assertThat(clicked).containsExactly(1);
    }

    @Test
    void draggingMovesAndTheWheelZooms(FxRobot robot) {
        Viewport before = view();
        Point2D right = place(2);
        robot.drag(right).dropTo(right.subtract(100, 30));
        assertThat(view().pixelX(10)).isBetween(before.pixelX(10) - 101, before.pixelX(10) - 99);
        assertThat(view().pixelY(4)).isBetween(before.pixelY(4) - 31, before.pixelY(4) - 29);
        double scale = view().scale();
        robot.interact(() -> map.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, 300, 250, 300, 250, false, false, false, false,
                false, false, 0, 40, 0, 40, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
        assertThat(view().scale()).isGreaterThan(scale * 1.2);
        robot.doubleClickOn(map);
        assertThat(view()).isEqualTo(before);
    }

    @Test
    void keysMoveZoomAndFit(FxRobot robot) {
        Viewport before = view();
        robot.interact(map::requestFocus);
        robot.push(KeyCode.PLUS).push(KeyCode.RIGHT).push(KeyCode.DOWN);
        assertThat(view().scale()).isGreaterThan(before.scale());
        assertThat(view().centerX()).isGreaterThan(before.centerX());
        assertThat(view().centerY()).isLessThan(before.centerY());
        robot.push(KeyCode.DIGIT0);
        assertThat(view()).isEqualTo(before);
    }

    @Test
    void aRectangleAndALassoAreTold(FxRobot robot) {
        robot.interact(map::requestFocus);
        robot.push(KeyCode.R);
        robot.drag(place(0).add(-15, 15)).dropTo(place(1).add(15, -15));
        assertThat(BitSet.valueOf(outlined.getFirst().select(grid)).stream()).containsExactly(0, 1);
        robot.push(KeyCode.L);
        Point2D start = place(2).add(-20, -20);
        robot.drag(start).moveBy(40, 0).moveBy(0, 40).moveBy(-40, 0).drop();
        assertThat(BitSet.valueOf(outlined.getLast().select(grid)).stream()).containsExactly(2);
        robot.push(KeyCode.ESCAPE);
        assertThat(map.toolProperty().get()).isEqualTo(MapTool.MOVE);
    }

    @Test
    void aLargerWindowShowsAllUntilSomethingWasMoved(FxRobot robot) {
        robot.interact(() -> map.getScene().getWindow().setWidth(700));
        waitForFxEvents();
        assertThat(view()).isEqualTo(Viewport.fitting(grid, 700, (int) map.getHeight(), 24));
        robot.interact(() -> map.zoom(2, 100, 100));
        double scale = view().scale();
        robot.interact(() -> map.getScene().getWindow().setWidth(650));
        waitForFxEvents();
        assertThat(view().scale()).isEqualTo(scale);
    }
}

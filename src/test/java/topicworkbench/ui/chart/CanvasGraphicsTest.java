package topicworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.chart.MarkedDrawing.Mark;
import topicworkbench.chart.TopicMatrix;
import topicworkbench.ui.support.SharedStage;

/** A field of shades of very many topics is drawn as a picture, which a canvas has to take. */
@ExtendWith(ApplicationExtension.class)
class CanvasGraphicsTest {
    private static final int TOPICS = 300;
    private DrawingPane pane;
    private Object clicked;

    @Start
    void open(Stage stage) {
        pane = new DrawingPane(new SimpleBooleanProperty());
        pane.setOnClicked((key, more) -> clicked = key);
        double[][] nearness = new double[TOPICS][TOPICS];
        for (int row = 0; row < TOPICS; row++) {
            for (int column = 0; column < TOPICS; column++) {
                nearness[row][column] = (row + column) % 7 / 7.0;
            }
        }
        pane.show(new TopicMatrix(IntStream.range(0,
                TOPICS).mapToObj(topic -> new TopicMatrix.Side(topic, "topic " + topic)).toList(), nearness,
                "words in common", -1));
        SharedStage.show(stage, new Scene(pane, 500, 440));
    }

    @Test
    void theFieldOfVeryManyTopicsIsDrawnAndAnswersThePointer(FxRobot robot) {
        WritableImage[] seen = new WritableImage[1];
        robot.interact(() -> seen[0] = pane.snapshot(null, null));
        Set<Integer> colors = new TreeSet<>();
        IntStream.range(200, 300).forEach(x -> colors.add(seen[0].getPixelReader().getArgb(x, 200)));
        assertThat(colors).hasSizeGreaterThan(4);

        Point2D cell = pane.localToScreen(300, 100);
        robot.clickOn(cell);
        assertThat(clicked).isInstanceOf(TopicMatrix.Pair.class);
        List<Mark> marks = pane.drawing().marks(pane.area());
        assertThat(marks).hasSize(TOPICS * TOPICS);
        int place = pane.drawing().at(marks, pane.area(), 300, 100);
        assertThat(marks.get(place).key()).isEqualTo(clicked);
        assertThat(marks.get(place).shape().contains(300, 100)).isTrue();
    }
}

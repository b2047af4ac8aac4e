package topicworkbench.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static topicworkbench.ui.support.Patience.await;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.chart.Figure;
import topicworkbench.chart.HouseStyle;
import topicworkbench.chart.PictureOptions;
import topicworkbench.ui.chart.LineChart.Frame;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.WindowTasks;

@ExtendWith(ApplicationExtension.class)
class LineChartPaneTest {
    private static final int MILLION = 1_000_000;
    private static final int SPIKE = 700_000;
    private static final Frame FRAME = Frame.overEpochs("Loss", "Epoch", "nats per token");

    @TempDir
    private Path folder;
    private final SeriesPoints points = new SeriesPoints();
    private final LineSeries series = new LineSeries("train", 0, points, value -> String.format(Locale.ROOT, "%.1f", value));
    private final Messages messages = new Messages();
    private final FakeDialogs asked = new FakeDialogs();
    private LineChartPane chart;

    @Start
    void open(Stage stage) {
        chart = new LineChartPane(FRAME, new SimpleBooleanProperty(), new ChartExport(asked, new WindowTasks(), messages), () -> "source");
        chart.show(List.of(series));
        SharedStage.show(stage, new Scene(chart, 600, 300));
    }

    /** Not by the robot, whose wheel does not always arrive on the Headless platform. */
    private static void wheelUp(FxRobot robot, Node area) {
        double x = area.getLayoutBounds().getCenterX();
        double y = area.getLayoutBounds().getCenterY();
        Point2D onScreen = area.localToScreen(x, y);
        robot.interact(() -> area.fireEvent(new ScrollEvent(ScrollEvent.SCROLL, x, y, onScreen.getX(), onScreen.getY(),
                false, false, false, false, false, false, 0, 40, 0, 40, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
    }

    private void fill(FxRobot robot) {
        robot.interact(() -> {
            for (int i = 0; i < MILLION; i++) {
                points.add(i, i == SPIKE ? 500 : Math.sin(i / 1e4));
            }
            chart.refresh();
        });
        waitForFxEvents();
    }

    private static boolean sees(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof Label label && label.isVisible()
                && label.getText().contains(text)).tryQuery().isPresent();
    }

    @Test
    void anEmptyChartSaysSo(FxRobot robot) {
        assertThat(sees(robot, "Nothing measured yet")).isTrue();
    }

    @Test
    void aMillionPointsAreZoomedByWheelDragAndKeysAndShownAgain(FxRobot robot) throws TimeoutException {
        fill(robot);
        await(() -> !sees(robot, "Nothing measured yet"));
        Node area = robot.lookup(".plot-area").query();
        wheelUp(robot, area);
        await(chart::isZoomed);
        robot.doubleClickOn(area);
        await(() -> !chart.isZoomed());
        Bounds bounds = area.localToScreen(area.getBoundsInLocal());
        robot.drag(bounds.getMinX() + 200, bounds.getCenterY()).dropTo(bounds.getMinX() + 300, bounds.getCenterY());
        await(chart::isZoomed);
        robot.push(KeyCode.DIGIT0);
        await(() -> !chart.isZoomed());
        robot.push(KeyCode.PLUS).push(KeyCode.RIGHT);
        await(chart::isZoomed);
    }

    @Test
    void theKeyTellsTheValueUnderTheCursor(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            points.add(1, 10);
            points.add(2, 20);
            points.add(3, 40);
            chart.refresh();
        });
        await(() -> sees(robot, "train 40.0"));
        Node area = robot.lookup(".plot-area").query();
        Bounds bounds = area.localToScreen(area.getBoundsInLocal());
        robot.moveTo(bounds.getCenterX() + 20, bounds.getCenterY());
        await(() -> sees(robot, "train 20.0  at epoch 2"));
        robot.moveTo(bounds.getMinX(), bounds.getMaxY());
        robot.interact(area::requestFocus);
        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        await(() -> sees(robot, "train 20.0  at epoch 2"));
        for (int step = 0; step < 40; step++) {
            robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        }
        await(() -> sees(robot, "train 40.0  at epoch 3"));
    }

    @Test
    void epochsAreWholeAndTimeIsAClock() {
        points.add(1, 10);
        XYPlot few = (XYPlot) LineChart.of(FRAME, List.of(series), LineChart.Look.ALL, 300, HouseStyle.LIGHT).getPlot();
        assertThat(few.getDomainAxis().getStandardTickUnits().getCeilingTickUnit(0.1).getSize()).isEqualTo(1);
        assertThat(Across.SECONDS.inWords(65)).isEqualTo("1:05");
        assertThat(Across.SECONDS.inWords(3 * 3600 + 62)).isEqualTo("3:01:02");
        Frame frame = Frame.overTime("Memory", "GB");
        ValueAxis time = ((XYPlot) LineChart.of(frame, List.of(series), LineChart.Look.ALL, 300, HouseStyle.LIGHT).getPlot())
                .getDomainAxis();
        assertThat(time.getStandardTickUnits().getCeilingTickUnit(40).valueToString(120)).isEqualTo("2:00");
        assertThat(time.getLabel()).isEqualTo("Time (min:s)");
    }

    @Test
    void exportHasTheSpikeInEveryKind(FxRobot robot) throws IOException {
        fill(robot);
        Path csv = folder.resolve("loss.csv");
        LineTable.write(csv, FRAME, List.of(series, new LineSeries("=1+1\"", 1, points, series.format())));
        try (var lines = Files.lines(csv)) {
            assertThat(lines.filter(line -> line.equals("\"train\",700000.0,500.0") || line.startsWith("\"'=1+1\"\"\",700000.0")))
                    .hasSize(2);
        }
        Figure[] figure = new Figure[1];
        robot.interact(() -> figure[0] = chart.figure("my run"));
        Path svg = folder.resolve("loss.svg");
        ChartExport.write(svg, figure[0], PictureOptions.of(PictureOptions.Format.SVG));
        assertThat(Files.readString(svg)).contains("<svg", "Loss", "my run", "train");
        Path png = folder.resolve("loss.png");
        ChartExport.write(png, figure[0], PictureOptions.of(PictureOptions.Format.PNG).in(HouseStyle.DARK));
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(blueAbove(image, image.getHeight() / 3)).as("the spike reaches up").isTrue();
    }

    @Test
    void theMenuExportsAndCopies(FxRobot robot) throws TimeoutException {
        asked.files = List.of(folder.resolve("beside"));
        fill(robot);
        Node area = robot.lookup(".plot-area").query();
        robot.rightClickOn(area).clickOn("Export…");
        await(() -> robot.lookup(".export-preview").tryQuery().isPresent());
        ImageView preview = robot.lookup(".export-preview .image-view").queryAs(ImageView.class);
        await(() -> preview.getImage() != null && preview.getImage().getHeight() == 1080);
        robot.interact(() -> robot.lookup("#export-size").queryAs(ComboBox.class).getSelectionModel().select(1));
        await(() -> preview.getImage() != null && preview.getImage().getHeight() == 680);
        robot.clickOn("Save…");
        await(() -> Files.exists(folder.resolve("loss.png")));
        await(() -> messages.lastProperty().get().toString().contains("loss.png"));
    }

    /** Whether the line's color is found in the upper part of the plot, where only the spike is. */
    private static boolean blueAbove(BufferedImage image, int bottom) {
        for (int y = 160; y < bottom; y++) {
            for (int x = 200; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                if ((rgb & 0xff) - (rgb >> 16 & 0xff) > 80) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aChartThatIsNotShownAnyMoreIsNotHeldByTheLook(FxRobot robot) throws TimeoutException {
        SimpleBooleanProperty dark = new SimpleBooleanProperty();
        List<WeakReference<LineChartPane>> gone = new ArrayList<>();
        robot.interact(() -> {
            LineChartPane other = new LineChartPane(FRAME, dark, new ChartExport(asked, new WindowTasks(), messages), () -> "source");
            StackPane place = new StackPane(other);
            new Scene(place);
            place.getChildren().clear();
            gone.add(new WeakReference<>(other));
        });
        await(() -> {
            System.gc();
            return gone.getFirst().get() == null;
        });
        assertThat(dark.get()).isFalse(); // the look is there
    }

    @Test
    void aChartFollowsTheLookAlsoOfTheTimeInWhichItWasNotShown(FxRobot robot) throws TimeoutException {
        SimpleBooleanProperty dark = new SimpleBooleanProperty();
        List<Boolean> drawn = new ArrayList<>();
        StackPane[] place = new StackPane[1];
        Label drawing = new Label();
        robot.interact(() -> {
            place[0] = new StackPane(drawing);
            new Scene(place[0]);
            Looks.follow(drawing, dark, () -> drawn.add(dark.get()));
            dark.set(true);
            place[0].getChildren().clear();
            dark.set(false);
        });
        assertThat(drawn).containsExactly(true);
        robot.interact(() -> place[0].getChildren().add(drawing));
        assertThat(drawn).containsExactly(true, false);
    }
}

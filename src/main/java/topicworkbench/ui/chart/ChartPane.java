package topicworkbench.ui.chart;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.CategoryItemEntity;
import org.jfree.chart.entity.CategoryLabelEntity;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.XYItemEntity;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.fx.interaction.ChartMouseEventFX;
import org.jfree.chart.fx.interaction.ChartMouseListenerFX;
import topicworkbench.chart.Figure;
import topicworkbench.chart.HouseStyle;

/** A chart on the screen: it follows the theme and its own size, shows values on hover, and tells what is clicked. */
public final class ChartPane extends Region {
    private final ReadOnlyBooleanProperty dark;
    private ChartCanvas canvas;
    private Function<HouseStyle, JFreeChart> chart;
    private Consumer<Comparable<?>> onClick = key -> { };
    private Consumer<Comparable<?>> onRowClick = key -> { };
    private IntConsumer onPointClick = item -> { };

    public ChartPane(ReadOnlyBooleanProperty dark) {
        this.dark = dark;
        setMinSize(0, 0);
        Looks.follow(this, dark, this::draw);
        // a canvas keeps what was drawn at the old scale when the window goes to a screen of another
        sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty)
                .subscribe(scale -> draw());
    }

    /** @param listener gets the category key of the bar or label that was clicked */
    public void setOnCategoryClicked(Consumer<Comparable<?>> listener) {
        onClick = listener;
    }

    /** @param listener gets the row key of the bar or the point of a line that was clicked */
    public void setOnCategoryRowClicked(Consumer<Comparable<?>> listener) {
        onRowClick = listener;
    }

    /** @param listener gets the number of the point or block that was clicked */
    public void setOnPointClicked(IntConsumer listener) {
        onPointClick = listener;
    }

    /** @param newChart makes the chart in the style it is given */
    public void show(Function<HouseStyle, JFreeChart> newChart) {
        chart = newChart;
        draw();
    }

    /** What it shows now, to be exported. */
    public Figure figure(String title, String source) {
        return Figure.of(title, source, chart);
    }

    private void draw() {
        if (chart == null) {
            return;
        }
        JFreeChart drawn = chart.apply(HouseStyle.of(dark.get()));
        if (canvas == null) {
            canvas = new ChartCanvas(drawn);
            canvas.setDomainZoomable(false);
            canvas.setRangeZoomable(false);
            canvas.addChartMouseListener(new Clicks());
            getChildren().setAll(canvas);
        } else {
            canvas.setChart(drawn);
        }
    }

    @Override
    protected void layoutChildren() {
        if (canvas != null) {
            canvas.setWidth(getWidth()); // a canvas has no layout of its own; a new size draws it anew
            canvas.setHeight(getHeight());
        }
    }

    /** Clicks on bars and on the names before them. */
    private final class Clicks implements ChartMouseListenerFX {
        @Override
        public void chartMouseClicked(ChartMouseEventFX event) {
            ChartEntity entity = event.getEntity();
            if (entity instanceof CategoryItemEntity bar) {
                onClick.accept(bar.getColumnKey());
                onRowClick.accept(bar.getRowKey());
            } else if (entity instanceof CategoryLabelEntity label) {
                onClick.accept(label.getKey());
            } else if (entity instanceof XYItemEntity point) {
                onPointClick.accept(point.getItem());
            }
        }

        @Override
        public void chartMouseMoved(ChartMouseEventFX event) { }
    }
}

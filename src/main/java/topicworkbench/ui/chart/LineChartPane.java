package topicworkbench.ui.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jfree.data.Range;
import topicworkbench.chart.Figure;
import topicworkbench.chart.HouseStyle;
import topicworkbench.ui.chart.LineChart.Frame;
import topicworkbench.ui.chart.LineChart.Look;

/** Lines on the screen: title, a key that also tells the values under the cursor, zoom, and export by the right button. */
public final class LineChartPane extends BorderPane {
    private static final double DOT = 4;
    /** Pixels that a picture of it is wide. */
    private static final int COLUMNS_OF_A_PICTURE = 1920;

    private final Frame frame;
    private final ReadOnlyBooleanProperty dark;
    private final PlotArea area = new PlotArea(this::point, this::stretch);
    private final FlowPane key = new FlowPane(12, 0);
    private final Label empty = new Label("Nothing measured yet");
    private List<LineSeries> series = List.of();
    private final List<Label> values = new ArrayList<>();
    private List<LineSeries> keyed = List.of();
    private HouseStyle keyedIn;
    private Look look = Look.ALL;
    private boolean stale = true;

    /** @param source run, date and number of reviews, for what is exported */
    public LineChartPane(Frame frame, ReadOnlyBooleanProperty dark, ChartExport export, Supplier<String> source) {
        this.frame = frame;
        this.dark = dark;
        getStyleClass().add("line-chart");
        setMinSize(0, 0);
        Label title = new Label(frame.title());
        title.getStyleClass().add("chart-title");
        title.setMinWidth(0);
        area.setAccessibleText(frame.title());
        area.setVisible(false); // until there is something to draw
        VBox head = new VBox(2, title, key);
        head.getStyleClass().add("chart-head");
        empty.getStyleClass().add("chart-empty");
        empty.setMouseTransparent(true);
        setTop(head);
        setCenter(new StackPane(area, empty));
        ContextMenu menu = new ContextMenu(item("Show all", () -> stretch(null)));
        menu.getItems().addAll(export.items(area, () -> figure(source.get()), dark));
        menu.getItems().add(item("Save points as CSV…", () -> export.savePoints(frame, copied(series))));
        area.setOnContextMenuRequested(event -> menu.show(area, event.getScreenX(), event.getScreenY()));
        Looks.follow(this, dark, this::refresh);
        area.widthProperty().subscribe(width -> refresh());
        area.heightProperty().subscribe(height -> refresh());
        sceneProperty().subscribe(scene -> refresh());
    }

    /** As it looks now; the lines may grow meanwhile. */
    Figure figure(String source) {
        List<LineSeries> lines = copied(drawn());
        Look seen = look;
        return Figure.of(frame.title(), style -> lines.stream().map(line -> new Figure.Key(line.name(), style.line(line.color())))
                .toList(), source, style -> LineChart.of(frame, lines, seen, COLUMNS_OF_A_PICTURE, style));
    }

    private static List<LineSeries> copied(List<LineSeries> lines) {
        return lines.stream().map(line -> new LineSeries(line.name(), line.color(), line.points().smoothed(0), line.format()))
                .toList();
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** @param newSeries lines whose points may grow; call {@link #refresh} when they have */
    public void show(List<LineSeries> newSeries) {
        series = List.copyOf(newSeries);
        refresh();
    }

    public void setLogarithmic(boolean logarithmic) {
        look = new Look(look.from(), look.to(), logarithmic, look.smoothing());
        refresh();
    }

    /** @param weight of the moving average, 0 for none */
    public void setSmoothing(double weight) {
        look = new Look(look.from(), look.to(), look.logarithmic(), weight);
        refresh();
    }

    /** Whether a part of the lines is shown only. */
    public boolean isZoomed() {
        return look.isZoomed();
    }

    private void stretch(Range wanted) {
        look = wanted == null ? look.between(Double.NaN, Double.NaN)
                : look.between(wanted.getLowerBound(), wanted.getUpperBound());
        refresh();
    }

    public void showAll() {
        stretch(null);
    }

    /** Draws what is new, before the next picture; nothing while the chart is not seen. */
    public void refresh() {
        stale = true;
        showKey(); // here, because what is added while a layout goes on is seen only after the next one
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (stale && getScene() != null && area.getWidth() > 0 && area.getHeight() > 0) {
            stale = false;
            HouseStyle style = HouseStyle.of(dark.get());
            List<LineSeries> drawn = drawn();
            boolean any = drawn.stream().anyMatch(line -> !line.points().isEmpty());
            empty.setVisible(!any);
            area.setVisible(any);
            area.draw(LineChart.of(frame, drawn, look, (int) area.getWidth(), style));
        }
    }

    /** What has points, or all while nothing has. */
    private List<LineSeries> drawn() {
        List<LineSeries> some = series.stream().filter(line -> !line.points().isEmpty()).toList();
        return some.isEmpty() ? series : some;
    }

    private void showKey() {
        List<LineSeries> drawn = drawn();
        HouseStyle style = HouseStyle.of(dark.get());
        if (!drawn.equals(keyed) || style != keyedIn) {
            keyed = drawn;
            keyedIn = style;
            makeKey(drawn, style);
        }
        point(OptionalDouble.empty());
    }

    private void makeKey(List<LineSeries> drawn, HouseStyle style) {
        key.getChildren().clear();
        values.clear();
        for (LineSeries line : drawn) {
            Color color = style.line(line.color());
            Label entry = new Label(line.name(), new Circle(DOT,
                    javafx.scene.paint.Color.rgb(color.getRed(), color.getGreen(), color.getBlue())));
            entry.getStyleClass().add("chart-key");
            values.add(entry);
            key.getChildren().add(entry);
        }
    }

    /** The key tells the values at the cursor, or the last ones. */
    private void point(OptionalDouble x) {
        List<LineSeries> drawn = drawn();
        for (int i = 0; i < values.size() && i < drawn.size(); i++) {
            SeriesPoints points = drawn.get(i).points();
            if (points.isEmpty()) {
                values.get(i).setText(drawn.get(i).name());
                continue;
            }
            int index = x.isPresent() ? points.nearest(x.getAsDouble()) : points.size() - 1;
            values.get(i).setText(drawn.get(i).name() + " " + drawn.get(i).format().apply(points.y(index))
                    + (x.isPresent() && i == drawn.size() - 1 ? "  at " + at(points.x(index)) : ""));
        }
    }

    private String at(double x) {
        return frame.x().toLowerCase(Locale.ROOT).replaceFirst(" \\(.*", "") + " " + frame.across().inWords(x);
    }
}

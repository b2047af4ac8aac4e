package topicworkbench.ui.explore;

import java.util.Arrays;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/** How a topic's share of the reviews went, as a small line, and how it grew of late. */
final class TrendCell extends TableCell<TopicRow, Double> {
    private static final double WIDTH = 56;
    private static final double HEIGHT = 18;
    /** More points than this show noise in so small a line. */
    private static final int MOST_POINTS = 24;

    private final IntFunction<double[]> trend;
    private final IntFunction<String> color;
    private final Polyline line = new Polyline();
    private final Label figure = new Label();
    private final HBox box;

    TrendCell(IntFunction<double[]> trend, IntFunction<String> color) {
        this.trend = trend;
        this.color = color;
        line.setStrokeWidth(1.5);
        Pane pane = new Pane(line);
        pane.setMinSize(WIDTH, HEIGHT);
        pane.setMaxSize(WIDTH, HEIGHT);
        figure.setMinWidth(34);
        figure.setAlignment(Pos.CENTER_RIGHT);
        box = new HBox(6, pane, figure);
        box.setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(Double growth, boolean empty) {
        super.updateItem(growth, empty);
        TopicRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || growth == null || row == null || !row.isOwn()) {
            setGraphic(null);
            return;
        }
        double[] shares = thinned(trend.apply(row.topic().id()));
        double most = Arrays.stream(shares).max().orElse(0);
        line.getPoints().clear();
        for (int i = 0; i < shares.length && shares.length > 1 && most > 0; i++) {
            line.getPoints().addAll(i * WIDTH / (shares.length - 1), HEIGHT - 1 - shares[i] / most * (HEIGHT - 2));
        }
        line.setStyle("-fx-stroke: " + color.apply(row.topic().id()));
        figure.setText(RoomWords.times(growth));
        setGraphic(box);
    }

    private static double[] thinned(double[] shares) {
        int each = Math.ceilDiv(shares.length, MOST_POINTS);
        if (each <= 1) {
            return shares;
        }
        double[] means = new double[Math.ceilDiv(shares.length, each)];
        for (int i = 0; i < shares.length; i++) {
            means[i / each] += shares[i] / Math.min(each, shares.length - i / each * each);
        }
        return means;
    }
}

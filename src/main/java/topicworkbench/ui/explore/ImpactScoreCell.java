package topicworkbench.ui.explore;

import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import topicworkbench.exploration.Impact;
import topicworkbench.ui.chart.ShareBar;

/** A topic's impact: a bar that compares, and the figure. */
final class ImpactScoreCell extends TableCell<Impact, Double> {
    private static final double BAR_WIDTH = 40;
    private static final double GREATEST = 100;

    private final ShareBar bar = new ShareBar();
    private final Label figure = new Label();
    private final HBox box = new HBox(8, bar, figure);
    private final Function<Impact, String> color;

    ImpactScoreCell(Function<Impact, String> color) {
        this.color = color;
        box.setAlignment(Pos.CENTER_RIGHT);
        bar.setPrefWidth(BAR_WIDTH);
        figure.setMinWidth(24);
        figure.setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(Double score, boolean empty) {
        super.updateItem(score, empty);
        Impact impact = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || score == null || impact == null) {
            setGraphic(null);
            return;
        }
        bar.show(score / GREATEST, color.apply(impact));
        figure.setText(String.format(Locale.ENGLISH, "%.0f", score));
        setGraphic(box);
    }
}

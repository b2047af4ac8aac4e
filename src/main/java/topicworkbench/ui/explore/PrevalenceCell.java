package topicworkbench.ui.explore;

import java.util.function.DoubleSupplier;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import topicworkbench.ui.chart.ShareBar;
import topicworkbench.wording.Figures;

/** How much of the corpus a topic holds: a bar that compares, and the figure. */
final class PrevalenceCell extends TableCell<TopicRow, Double> {
    private static final double BAR_WIDTH = 38;

    private final ShareBar bar = new ShareBar();
    private final Label figure = new Label();
    private final HBox box = new HBox(8, bar, figure);
    private final DoubleSupplier greatest;
    private final IntFunction<String> color;

    /**
     * @param greatest prevalence that fills the bar
     * @param color    of a topic
     */
    PrevalenceCell(DoubleSupplier greatest, IntFunction<String> color) {
        this.color = color;
        this.greatest = greatest;
        box.setAlignment(Pos.CENTER_RIGHT);
        bar.setPrefWidth(BAR_WIDTH);
        figure.setMinWidth(44);
        figure.setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(Double prevalence, boolean empty) {
        super.updateItem(prevalence, empty);
        TopicRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || prevalence == null || row == null || row.topic() == null) {
            setGraphic(null);
            return;
        }
        bar.show(prevalence / greatest.getAsDouble(), color.apply(row.topic().id()));
        figure.setText(Figures.percent(prevalence));
        setGraphic(box);
    }
}

package topicworkbench.ui.explore;

import java.util.function.DoubleSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import topicworkbench.topic.Topic;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.chart.ShareBar;
import topicworkbench.ui.support.Figures;

/** How much of the corpus a topic holds: a bar that compares, and the figure. */
final class PrevalenceCell extends TableCell<Topic, Double> {
    private static final double BAR_WIDTH = 38;

    private final ShareBar bar = new ShareBar();
    private final Label figure = new Label();
    private final HBox box = new HBox(8, bar, figure);
    private final DoubleSupplier greatest;

    /** @param greatest prevalence that fills the bar */
    PrevalenceCell(DoubleSupplier greatest) {
        this.greatest = greatest;
        box.setAlignment(Pos.CENTER_RIGHT);
        bar.setPrefWidth(BAR_WIDTH);
        figure.setMinWidth(44);
        figure.setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(Double prevalence, boolean empty) {
        super.updateItem(prevalence, empty);
        Topic topic = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || prevalence == null || topic == null) {
            setGraphic(null);
            return;
        }
        bar.show(prevalence / greatest.getAsDouble(), TopicColors.web(topic.id()));
        figure.setText(Figures.percent(prevalence));
        setGraphic(box);
    }
}

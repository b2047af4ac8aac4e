package topicworkbench.ui.explore;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import topicworkbench.exploration.Impact;

/** A figure of a topic, which leads to the reviews behind it, and below it what it counts for. */
final class FactorCell extends TableCell<Impact, Double> {
    private final Hyperlink figure = new Hyperlink();
    private final Label factor = new Label();
    private final VBox box = new VBox(figure, factor);
    private final Function<Impact, Words> words;

    /** @param figure what is known @param factor what it counts for */
    record Words(String figure, String factor) { }

    /** @param open shows the reviews @param leadsTo says which */
    FactorCell(Function<Impact, Words> words, Consumer<Impact> open, String leadsTo) {
        this.words = words;
        box.setAlignment(Pos.CENTER_RIGHT);
        figure.getStyleClass().add("figure-link");
        figure.setTooltip(new Tooltip(leadsTo));
        figure.setFocusTraversable(false);
        figure.setMinWidth(USE_PREF_SIZE);
        figure.setOnAction(event -> {
            figure.setVisited(false);
            open.accept(getTableRow().getItem());
        });
        factor.getStyleClass().add("figure-factor");
    }

    @Override
    protected void updateItem(Double value, boolean empty) {
        super.updateItem(value, empty);
        Impact impact = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || impact == null) {
            setGraphic(null);
            return;
        }
        figure.setText(words.apply(impact).figure());
        factor.setText(words.apply(impact).factor());
        setGraphic(box);
    }
}

package topicworkbench.ui.explore;

import java.util.Set;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.VisibleText;

/** What a review has in the columns of the user's own files; a value filters by it. */
final class OtherFacts extends GridPane {
    private static final double WIDEST_NAME = 128;

    OtherFacts(Exploration exploration, ExploredReview review) {
        setId("other-facts");
        setHgap(8);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(new ColumnConstraints(0, USE_COMPUTED_SIZE, WIDEST_NAME), values);
        review.others().forEach((column, value) -> {
            Dimension dimension = Dimension.column(column);
            Label name = new Label(VisibleText.of(dimension.words()));
            name.getStyleClass().add("caption");
            name.setTooltip(new Tooltip(name.getText()));
            Hyperlink link = new Hyperlink(VisibleText.of(value));
            link.getStyleClass().add("topic-link");
            link.setMnemonicParsing(false);
            link.setMinWidth(0);
            link.setTooltip(new Tooltip("Show reviews with this value alone: " + link.getText()));
            link.setOnAction(event -> exploration.toggle(filter(exploration, dimension, value)));
            addRow(getRowCount(), name, link);
        });
    }

    private static Filter filter(Exploration exploration, Dimension column, String value) {
        if (exploration.runProperty().get().isNumber(column.name())) {
            double number = Double.parseDouble(value);
            return new Filter.Range(column, number, Math.nextUp(number));
        }
        return new Filter.Names(column, Set.of(value));
    }
}

package topicworkbench.ui.configure;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import topicworkbench.ui.chart.ShareBar;
import topicworkbench.wording.Figures;

/** Names, bars and counts in columns; the longest bar is the greatest count. */
final class BarList extends VBox {
    private static final double LEAST_BAR = 16;

    BarList(String title, Map<String, Long> counts) {
        getStyleClass().add("bar-list");
        Label caption = new Label(title);
        caption.getStyleClass().add("caption");
        caption.setMinWidth(0);
        getChildren().addAll(caption, grid(counts));
    }

    private static Node grid(Map<String, Long> counts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("bar-grid");
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        bar.setMinWidth(LEAST_BAR);
        grid.getColumnConstraints().setAll(new ColumnConstraints(Region.USE_PREF_SIZE, Region.USE_COMPUTED_SIZE,
                Region.USE_PREF_SIZE), bar, new ColumnConstraints());
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        new LinkedHashMap<>(counts).forEach((name, count) -> {
            ShareBar share = new ShareBar();
            share.show(most == 0 ? 0 : (double) count / most, "-color-accent-emphasis");
            Label number = new Label(Figures.count(count));
            number.setMaxWidth(Double.MAX_VALUE);
            number.setMinWidth(Region.USE_PREF_SIZE);
            number.setAlignment(Pos.CENTER_RIGHT);
            grid.addRow(grid.getRowCount(), new Label(name), share, number);
        });
        return grid;
    }
}

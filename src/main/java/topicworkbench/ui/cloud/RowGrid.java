package topicworkbench.ui.cloud;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** A few lines with columns, where a table would be more than they need: words left, numbers right, buttons last. */
final class RowGrid extends GridPane {
    private static final String TO_THE_RIGHT = ">";

    private int rows;

    /** @param growing column that gets the room that is left; @param headings those that begin with &gt; stand at the right */
    RowGrid(int growing, List<String> headings) {
        getStyleClass().add("row-grid");
        boolean named = headings.stream().anyMatch(heading -> !heading.isEmpty() && !heading.equals(TO_THE_RIGHT));
        for (int i = 0; i < headings.size(); i++) {
            boolean right = headings.get(i).startsWith(TO_THE_RIGHT);
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(right ? HPos.RIGHT : HPos.LEFT);
            column.setHgrow(i == growing ? Priority.ALWAYS : Priority.NEVER);
            column.setMinWidth(i == growing ? 0 : USE_PREF_SIZE);
            getColumnConstraints().add(column);
            if (named) {
                Label heading = new Label(right ? headings.get(i).substring(1) : headings.get(i));
                heading.getStyleClass().add("caption");
                add(heading, i, 0);
            }
        }
        rows = named ? 1 : 0;
    }

    RowGrid row(Node... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                GridPane.setValignment(cells[i], VPos.CENTER);
                add(cells[i], i, rows);
            }
        }
        rows++;
        return this;
    }

    /** Below the last row, over all columns. */
    RowGrid note(Node node) {
        add(node, 0, rows++, getColumnConstraints().size(), 1);
        return this;
    }

    static Label text(String text) {
        Label label = new Label(text);
        label.setMinWidth(0);
        label.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        return label;
    }

    static Label muted(String text) {
        Label label = text(text);
        label.getStyleClass().add("muted");
        return label;
    }

    static Label figure(String text) {
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}

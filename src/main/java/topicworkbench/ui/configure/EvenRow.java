package topicworkbench.ui.configure;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Nodes beside each other, each with the same share of the width. */
final class EvenRow extends GridPane {

    EvenRow(double gap, List<? extends Node> nodes) {
        setHgap(gap);
        for (int column = 0; column < nodes.size(); column++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / nodes.size());
            getColumnConstraints().add(share);
            add(nodes.get(column), column, 0);
        }
    }
}

package topicworkbench.ui.configure;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import topicworkbench.corpus.ReviewInspection;
import topicworkbench.ui.chart.ShareBar;
import topicworkbench.ui.support.Figures;

/** How many reviews have how many stars, best first. */
final class StarsView extends GridPane {
    private static final double BAR_WIDTH = 200;

    StarsView(ReviewInspection inspection) {
        getStyleClass().add("stars");
        ColumnConstraints stars = new ColumnConstraints(40);
        ColumnConstraints bar = new ColumnConstraints(BAR_WIDTH);
        ColumnConstraints figure = new ColumnConstraints(60);
        getColumnConstraints().setAll(stars, bar, figure);
        Map<Double, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        inspection.files().forEach(file -> file.stars().forEach((star, count) -> counts.merge(star, count, Long::sum)));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        counts.forEach((star, count) -> {
            ShareBar share = new ShareBar();
            share.show((double) count / most, "-color-accent-emphasis");
            Label number = new Label(Figures.count(count));
            number.setMaxWidth(Double.MAX_VALUE);
            number.setAlignment(Pos.CENTER_RIGHT);
            addRow(getRowCount(), new Label(star == Math.rint(star) ? (long) (double) star + " ★" : star + " ★"), share,
                    number);
        });
    }
}

package topicworkbench.ui.chart;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import topicworkbench.wording.Figures;

/** How much of a text is of one topic: its name, its share as a figure and a bar, and the words that speak for it. */
public final class TopicShareRow extends VBox {
    private static final double GAP = 4;
    private static final double BETWEEN = 8;

    /** @param topic its name, free of what cannot be seen; @param share 0 to 1; @param words of the text, strongest first */
    public TopicShareRow(String topic, String color, double share, List<String> words) {
        super(GAP);
        Label name = new Label(topic);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label percent = new Label(Figures.percent(share));
        percent.setMinWidth(Region.USE_PREF_SIZE);
        ShareBar bar = new ShareBar();
        bar.show(share, color);
        getChildren().addAll(new HBox(BETWEEN, name, percent), bar);
        if (!words.isEmpty()) {
            Label evidence = new Label(String.join(", ", words));
            evidence.getStyleClass().add("caption");
            evidence.setWrapText(true);
            getChildren().add(evidence);
        }
    }
}

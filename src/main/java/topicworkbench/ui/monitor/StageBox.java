package topicworkbench.ui.monitor;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.run.Stage;
import topicworkbench.ui.chart.ShareBar;

/** One stage in the graph: its state as icon and words, its progress as a bar; pressed while its log is shown. */
final class StageBox extends ToggleButton {
    private final FontIcon icon = new FontIcon(StageWords.icon(StageStanding.Kind.WAITING));
    private final Label words = new Label();
    private final ShareBar bar = new ShareBar();
    private final Tooltip story = new Tooltip();

    StageBox(Stage stage) {
        setId("stage-" + stage.key());
        getStyleClass().setAll("stage-box");
        Label name = new Label(StageWords.name(stage), icon);
        name.getStyleClass().add("stage-box-name");
        words.getStyleClass().add("stage-box-words");
        VBox content = new VBox(4, name, words, bar);
        content.setMouseTransparent(true);
        content.prefWidthProperty().bind(widthProperty().subtract(24));
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        story.setWrapText(true);
        story.setMaxWidth(360);
        setTooltip(story);
    }

    void show(StageStanding standing) {
        icon.setIconCode(StageWords.icon(standing.kind()));
        words.setText(standing.words());
        bar.setVisible(standing.kind() == StageStanding.Kind.RUNNING);
        bar.show(standing.fraction(), "-color-accent-emphasis");
        for (StageStanding.Kind kind : StageStanding.Kind.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)),
                    kind == standing.kind());
        }
        String purpose = StageWords.purpose(standing.stage());
        story.setText(standing.story().isEmpty() ? purpose : purpose + "\n" + standing.story());
        setAccessibleText(purpose + ": " + standing.words());
    }
}

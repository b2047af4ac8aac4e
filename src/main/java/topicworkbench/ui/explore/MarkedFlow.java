package topicworkbench.ui.explore;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import topicworkbench.exploration.MarkedText;
import topicworkbench.exploration.MarkedText.Piece;
import topicworkbench.exploration.WordEvidence;

/**
 * Shows a marked text as nothing but text: words that speak for the topic on a ground of its color, the darker the more,
 * and what was searched for underlined on yellow.
 */
final class MarkedFlow extends TextFlow {
    private static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");
    private static final int PALEST = 36;
    private static final int DARKEST = 130;
    /** A label does not wrap; longer marks are underlined text. */
    private static final int LONGEST_LABEL = 40;

    MarkedFlow(String styleClass) {
        getStyleClass().addAll("marked-text", styleClass);
    }

    /** @param color of the topic, as style sheets write it */
    void show(MarkedText text, String color) {
        List<Node> nodes = text.pieces().stream().filter(piece -> !piece.text().isEmpty())
                .map(piece -> node(piece, color)).toList();
        getChildren().setAll(nodes);
    }

    private static Node node(Piece piece, String color) {
        if (piece.isPlain() || piece.text().length() > LONGEST_LABEL || piece.text().indexOf('\n') >= 0) {
            Text text = new Text(piece.text());
            text.getStyleClass().add("plain");
            text.setUnderline(!piece.isPlain());
            return text;
        }
        Label label = new Label(piece.text());
        label.setMnemonicParsing(false);
        label.getStyleClass().add("mark");
        label.pseudoClassStateChanged(HIT, piece.hit());
        if (!piece.hit()) {
            double strength = (piece.weight() - WordEvidence.LEAST_WEIGHT) / (1 - WordEvidence.LEAST_WEIGHT);
            long alpha = Math.round(PALEST + (DARKEST - PALEST) * Math.clamp(strength, 0, 1));
            label.setStyle("-fx-background-color: " + color + String.format(Locale.ROOT, "%02x", alpha));
        }
        return label;
    }
}

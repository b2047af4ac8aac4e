package topicworkbench.ui.configure;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.corpus.ReviewTokens;
import topicworkbench.corpus.ReviewTokens.Fate;
import topicworkbench.corpus.ReviewTokens.Piece;
import topicworkbench.ui.support.Buttons;

/** What a review becomes: its text with the words that count standing out, and below which rule took which others. */
final class TokensPane extends VBox {
    private static final Map<Fate, String> RULES = new EnumMap<>(Map.of(Fate.SHORT, "Too short", Fate.STOP_WORD,
            "Stop words", Fate.OWN_STOP_WORD, "Your stop words", Fate.RARE, "In too few reviews", Fate.COMMON,
            "In too many reviews", Fate.BEYOND_SIZE, "Beyond the size"));

    TokensPane(ReviewTokens tokens, Runnable next) {
        setId("tokens");
        setSpacing(8);
        Label title = new Label("A review as the model sees it");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var another = Buttons.flat("Next review", Feather.ARROW_RIGHT, next);
        another.setId("next-review");
        HBox head = new HBox(8, title, gap, another);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, text(tokens.pieces()));
        getChildren().add(line("Counts", tokens.counts().entrySet().stream().map(TokensPane::counted)
                .collect(Collectors.joining(", "))));
        RULES.forEach((fate, words) -> {
            Set<String> dropped = tokens.pieces().stream().filter(piece -> piece.fate() == fate).map(TokensPane::word)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!dropped.isEmpty()) {
                getChildren().add(line(words, String.join(", ", dropped)));
            }
        });
    }

    private static Node text(List<Piece> pieces) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("review-text");
        for (Piece piece : pieces) {
            Text text = new Text(piece.text());
            text.getStyleClass().add(switch (piece.fate()) {
                case KEPT -> "kept-word";
                case NO_WORD -> "no-word";
                default -> "dropped-word";
            });
            flow.getChildren().add(text);
        }
        return flow;
    }

    private static String counted(Map.Entry<String, Integer> term) {
        return term.getKey() + (term.getValue() == 1 ? "" : " ×" + term.getValue());
    }

    /** What the rule looked at: the word as it is counted, where it became one. */
    private static String word(Piece piece) {
        String written = piece.text().toLowerCase(Locale.ROOT);
        return piece.term() == null ? written : piece.term();
    }

    private static Node line(String rule, String words) {
        Label name = new Label(rule);
        name.getStyleClass().add("caption");
        name.setMinWidth(124);
        Label list = new Label(words.isEmpty() ? "nothing" : words);
        list.getStyleClass().add("rule-words");
        list.setWrapText(true);
        HBox line = new HBox(8, name, list);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }
}

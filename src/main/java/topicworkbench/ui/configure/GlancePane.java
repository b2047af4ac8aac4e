package topicworkbench.ui.configure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import topicworkbench.corpus.ReviewGlance;
import topicworkbench.wording.Figures;

/** Stars, lengths and languages of the reviews, before any filter. */
final class GlancePane extends VBox {
    private static final int LANGUAGES = 5;
    /** From this share of other languages on it is said what they do not get. */
    private static final double FOREIGN = 0.1;

    GlancePane(ReviewGlance glance) {
        setSpacing(12);
        HBox lists = new HBox(20, new BarList("Stars", stars(glance)),
                new BarList("Characters, median " + Figures.count(glance.median()), lengths(glance)),
                new BarList("Language", languages(glance)));
        lists.getChildren().forEach(list -> { // the same width each, unless one needs more
            HBox.setHgrow(list, Priority.ALWAYS);
            ((BarList) list).setPrefWidth(1);
        });
        lists.setId("glance");
        List<Node> shown = new ArrayList<>(List.of(lists));
        long clear = glance.languages().values().stream().mapToLong(Long::longValue).sum();
        long foreign = clear - glance.languages().getOrDefault("en", 0L);
        if (foreign > FOREIGN * glance.reviews()) {
            Label note = new Label(Figures.percent((double) foreign / glance.reviews())
                    + " look like another language than English. Stop words, stems and lemmas are English: put the small "
                    + "words of the others into your stop words, or keep one language to a run.");
            note.getStyleClass().add("warning");
            note.setWrapText(true);
            shown.add(note);
        }
        getChildren().setAll(shown);
    }

    private static Map<String, Long> stars(ReviewGlance glance) {
        Map<String, Long> counts = new LinkedHashMap<>();
        glance.stars().reversed().forEach((stars, count) -> counts.put(
                (stars == Math.rint(stars) ? Long.toString(Math.round(stars)) : stars.toString()) + " ★", count));
        if (glance.unrated() > 0) {
            counts.put("none", glance.unrated());
        }
        return counts;
    }

    private static Map<String, Long> lengths(ReviewGlance glance) {
        Map<String, Long> counts = new LinkedHashMap<>();
        List<Integer> classes = List.copyOf(glance.lengths().keySet());
        for (int i = 0; i < classes.size(); i++) {
            String from = Figures.count(classes.get(i));
            String name = i == 0 ? "under " + Figures.count(classes.get(1))
                    : i == classes.size() - 1 ? from + " or more" : "from " + from;
            counts.put(name, glance.lengths().get(classes.get(i)));
        }
        return counts;
    }

    private static Map<String, Long> languages(ReviewGlance glance) {
        Map<String, Long> counts = new LinkedHashMap<>();
        long others = glance.reviews();
        for (Map.Entry<String, Long> language : glance.languages().entrySet()) {
            others -= language.getValue();
            if (counts.size() < LANGUAGES) {
                counts.put(Locale.forLanguageTag(language.getKey()).getDisplayLanguage(Locale.ENGLISH), language.getValue());
            } else {
                counts.merge("Others", language.getValue(), Long::sum);
            }
        }
        counts.put("Not clear", others);
        return counts;
    }
}

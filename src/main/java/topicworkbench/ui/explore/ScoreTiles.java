package topicworkbench.ui.explore;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import topicworkbench.run.Quality;
import topicworkbench.wording.Figures;

/** The model's mean scores, large enough to be read in passing. */
final class ScoreTiles extends HBox {

    ScoreTiles() {
        getStyleClass().add("score-tiles");
        setMinWidth(Region.USE_PREF_SIZE);
    }

    void show(Quality quality) {
        getChildren().setAll(
                tile("WETC", Figures.score(quality.wetc()), "Mean over topics, with " + quality.vectors() + "; "
                        + Figures.count(quality.vectorsFound()) + " words have a vector"),
                tile("TU", Figures.score(quality.tu()), "Mean topic uniqueness"),
                tile("NPMI", Figures.score(quality.npmi()), "Mean coherence by words that occur together"),
                tile("Perplexity", Figures.perplexity(quality.perplexity()), "Of words of held-out documents, given their "
                        + "other words; lower is better"));
    }

    private static VBox tile(String name, String value, String help) {
        Label figure = new Label(value);
        figure.getStyleClass().add("tile-figure");
        Label caption = new Label(name);
        caption.getStyleClass().add("caption");
        VBox tile = new VBox(caption, figure);
        tile.setAlignment(Pos.CENTER_RIGHT);
        Tooltip.install(tile, new Tooltip(help));
        return tile;
    }
}

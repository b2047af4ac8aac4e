package topicworkbench.ui.configure;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import topicworkbench.corpus.PrepareReport;
import topicworkbench.ui.configure.LivePreview.Sample;
import topicworkbench.ui.configure.LivePreview.Words;
import topicworkbench.wording.Figures;

/** The way from reviews to the model's input in five figures, and whether they are of all rows or of the first. */
final class FigureStrip extends VBox {
    private final LivePreview preview;
    private final Label read = new Label();
    private final Label kept = new Label();
    private final Label documents = new Label();
    private final Label terms = new Label();
    private final Label tokens = new Label();
    private final Label of = new Label();

    FigureStrip(LivePreview preview) {
        this.preview = preview;
        setSpacing(4);
        HBox strip = new HBox(24, tile(read, "read"), tile(kept, "kept"), tile(documents, "documents"),
                tile(terms, "terms"), tile(tokens, "tokens"));
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.setId("figures");
        of.getStyleClass().add("caption");
        of.setId("sampled");
        of.setWrapText(true);
        of.setMinHeight(Region.USE_PREF_SIZE);
        of.managedProperty().bind(of.textProperty().isNotEmpty());
        getChildren().addAll(strip, of);
        show();
        preview.sampleProperty().subscribe(this::show);
        preview.keptProperty().subscribe(this::show);
        preview.wordsProperty().subscribe(this::show);
    }

    private static VBox tile(Label figure, String word) {
        figure.getStyleClass().add("tile-figure");
        figure.setId("figure-" + word);
        figure.setMinWidth(Region.USE_PREF_SIZE);
        Label caption = new Label(word);
        caption.getStyleClass().add("caption");
        return new VBox(figure, caption);
    }

    private void show() {
        boolean sampled = false;
        read.setText(Figures.NONE);
        kept.setText(Figures.NONE);
        if (preview.sampleProperty().get() instanceof Look.Seen(Sample sample)) {
            read.setText(Figures.count(sample.report().read()));
            sampled = !sample.report().complete();
        }
        if (preview.keptProperty().get() instanceof Look.Seen(PrepareReport report)) {
            kept.setText(Figures.count(report.kept()));
        }
        boolean counted = preview.wordsProperty().get() instanceof Look.Seen;
        Words words = preview.wordsProperty().get() instanceof Look.Seen(Words seen) ? seen : null;
        documents.setText(counted ? Figures.count(words.counts().documents()) : Figures.NONE);
        terms.setText(counted ? Figures.count(words.counts().terms()) : Figures.NONE);
        tokens.setText(counted ? Figures.count(words.counts().tokens()) : Figures.NONE);
        of.setText(sampled ? "Of the first " + read.getText() + " rows; the run reads all, and a threshold given as a "
                + "number of documents then removes less." : "");
    }
}

package topicworkbench.ui.configure;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import topicworkbench.corpus.IngestReport.FileReport;
import topicworkbench.corpus.PrepareReport;
import topicworkbench.corpus.ReviewInspection;
import topicworkbench.corpus.ReviewInspection.FileInspection;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.ui.configure.LivePreview.Sample;
import topicworkbench.ui.configure.LivePreview.Words;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.wording.Figures;

/** What the settings make of the reviews: the files, what the filters keep, what becomes of the words. */
final class PreviewPane extends VBox {
    private final NewRunViewModel model;
    private final LivePreview preview;
    private final ReadOnlyBooleanProperty dark;
    private final BooleanProperty columnsShown = new SimpleBooleanProperty();

    PreviewPane(NewRunViewModel model, ReadOnlyBooleanProperty dark) {
        this.model = model;
        this.preview = model.preview();
        this.dark = dark;
        getStyleClass().add("preview");
        TabPane tabs = new TabPane(tab("reviews", "Reviews", reviews()), tab("filters", "Filters", filters()),
                tab("words", "Words", words()));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().addAll(heading(), new FigureStrip(preview), tabs);
    }

    private static Tab tab(String id, String title, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Tab tab = new Tab(title, scroll);
        tab.setId(id + "-tab");
        return tab;
    }

    private Node heading() {
        Label name = new Label();
        name.getStyleClass().add("panel-title");
        ProgressIndicator counting = new ProgressIndicator();
        counting.getStyleClass().add("counting");
        counting.setAccessibleText("Counting");
        counting.visibleProperty().bind(preview.busyProperty());
        HBox line = new HBox(8, name, counting);
        line.setAlignment(Pos.CENTER_LEFT);
        Label how = new Label();
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        preview.rowsProperty().subscribe(look -> {
            name.setText(model.reviews().paths().contains(SampleReviews.PATH) ? "Synthetic reviews" : "Preview");
            how.setText(look instanceof Look.Seen(ReviewInspection seen) ? how(seen) : "");
        });
        return new VBox(2, line, how);
    }

    private static String how(ReviewInspection inspection) {
        FileReport first = inspection.files().getFirst().reading();
        return Figures.count(inspection.files().size(), "file") + " · " + first.format() + " · " + first.encoding() + " · "
                + first.layout();
    }

    /** Columns and first rows come at once, what all rows are like a moment later. */
    private Node reviews() {
        VBox page = page(shown(preview.rowsProperty(), this::rows));
        StackPane glance = new StackPane();
        glance.setAlignment(Pos.TOP_LEFT);
        Runnable show = () -> glance.getChildren().setAll(switch (preview.sampleProperty().get()) {
            case Look.Seen(Sample sample) -> new GlancePane(sample.glance());
            case Look.Failed<Sample> _ when isTold() -> new VBox();
            case Look<Sample> other -> otherwise(other);
        });
        preview.rowsProperty().subscribe(show);
        preview.sampleProperty().subscribe(show);
        page.getChildren().add(glance);
        return page;
    }

    /** Whether the first rows have told already why there is no more to see. */
    private boolean isTold() {
        return switch (preview.rowsProperty().get()) {
            case Look.Failed<ReviewInspection> _ -> true;
            case Look.Seen(ReviewInspection inspection) -> !inspection.files().getFirst().usable();
            default -> false;
        };
    }

    private Node rows(ReviewInspection inspection) {
        FileInspection first = inspection.files().getFirst();
        VBox rows = new VBox(12, columns(inspection, first));
        rows.getChildren().addAll(warnings(inspection));
        if (!first.firstRows().isEmpty() && first.usable()) {
            rows.getChildren().add(new FirstRowsPane(first));
        }
        return rows;
    }

    /** Folded where they are recognized, so that the rows and the glance have room; once opened it stays so. */
    private Node columns(ReviewInspection inspection, FileInspection first) {
        Fold columns = new Fold("columns-shown", "Columns", "advanced-title", () -> new ColumnsPane(model, inspection));
        columns.summary().setText(FirstRowsPane.ORDER.stream().filter(first.reading().columns()::containsKey)
                .map(field -> SettingWords.title(field) + ": " + first.reading().columns().get(field))
                .collect(Collectors.joining(" · ")));
        columnsShown.set(columnsShown.get() || !first.usable());
        columns.openProperty().bindBidirectional(columnsShown);
        return columns;
    }

    private static List<Label> warnings(ReviewInspection inspection) {
        return inspection.files().stream().filter(file -> !file.usable() || file.reading().rejected() > 0)
                .map(file -> warning(file.usable()
                        ? Figures.count(file.reading().rejected(), "row") + " of " + file.reading().file()
                                + " cannot be read; the first: line " + file.badRows().getFirst().line() + ", "
                                + file.badRows().getFirst().reason()
                        : "No column of " + file.reading().file() + " looks like the text of a review. Choose one above."))
                .toList();
    }

    private static Label warning(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("warning");
        label.setWrapText(true);
        return label;
    }

    private Node filters() {
        StackPane place = new StackPane();
        place.setAlignment(Pos.TOP_LEFT);
        Runnable show = () -> place.getChildren().setAll(switch (preview.keptProperty().get()) {
            case Look.Seen(PrepareReport report) -> new FunnelPane(report, tooShort());
            case Look<PrepareReport> other -> otherwise(other);
        });
        show.run();
        preview.keptProperty().subscribe(show);
        preview.wordsProperty().subscribe(show);
        return page(place);
    }

    private long tooShort() {
        return preview.wordsProperty().get() instanceof Look.Seen(Words words)
                ? words.counts().reviews() - words.counts().documents() : -1;
    }

    private Node words() {
        VocabularyPane vocabulary = new VocabularyPane(model.form(), dark);
        VBox page = page(shown(preview.wordsProperty(), words -> vocabulary.show(words)));
        page.getChildren().add(shown(preview.tokensProperty(), tokens -> new TokensPane(tokens, preview::nextReview)));
        return page;
    }

    private static VBox page(Node first) {
        VBox page = new VBox(20, first);
        page.getStyleClass().add("preview-page");
        return page;
    }

    /** A place that shows what there is to see, and else says why there is nothing. */
    private static <T> Node shown(ObservableValue<Look<T>> looked, Function<T, Node> view) {
        StackPane place = new StackPane();
        place.setAlignment(Pos.TOP_LEFT);
        looked.subscribe(look -> place.getChildren().setAll(look instanceof Look.Seen<T>(T value) ? view.apply(value)
                : otherwise(look)));
        return place;
    }

    private static Node centered(Node notice) {
        HBox line = new HBox(notice);
        line.setAlignment(Pos.TOP_CENTER);
        return line;
    }

    private static Node otherwise(Look<?> look) {
        return switch (look) {
            case Look.Working<?> working -> new Skeleton(4);
            case Look.Failed<?> failed -> centered(Notice.failure(failed.why()));
            default -> new VBox();
        };
    }
}

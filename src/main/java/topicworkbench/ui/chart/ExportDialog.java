package topicworkbench.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import topicworkbench.chart.Figure;
import topicworkbench.chart.HouseStyle;
import topicworkbench.chart.PictureFile;
import topicworkbench.chart.PictureOptions;
import topicworkbench.chart.PictureOptions.Format;
import topicworkbench.chart.PictureOptions.Size;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;

/** How a chart is wanted outside the window, beside what it will look like. */
final class ExportDialog {
    private static final double PREVIEW_WIDTH = 440;
    private static final double PREVIEW_HEIGHT = 300;
    private static final ButtonType SAVE = new ButtonType("Save…", ButtonData.OK_DONE);
    private static final ButtonType COPY = new ButtonType("Copy", ButtonData.OTHER);

    private final Figure figure;
    private final LatestTask drawing;
    private final ComboBox<Format> format = choice("export-format", List.of(Format.values()), Format::name);
    private final ComboBox<Size> size = choice("export-size", List.of(Size.values()), Size::toString);
    private final ComboBox<Integer> scale = choice("export-scale", PictureOptions.SCALES, times -> times + "×");
    private final ComboBox<HouseStyle> style = choice("export-style", List.of(HouseStyle.values()),
            look -> look == HouseStyle.DARK ? "Dark" : "Light");
    private final CheckBox title = new CheckBox("Title");
    private final CheckBox legend = new CheckBox("Legend");
    private final CheckBox source = new CheckBox("Source");
    private final ImageView preview = new ImageView();

    /** What to do with the chart. */
    enum Way { SAVE, COPY }

    /** What the person decided. */
    record Choice(Way way, PictureOptions options) { }

    /** @param options chosen at first */
    ExportDialog(Figure figure, PictureOptions options, BackgroundTasks tasks) {
        this.figure = figure;
        this.drawing = new LatestTask(tasks);
        format.setValue(options.format());
        size.setValue(options.size());
        scale.setValue(options.scale());
        style.setValue(options.style());
        title.setSelected(options.title());
        legend.setSelected(options.legend());
        source.setSelected(options.source());
        scale.disableProperty().bind(format.valueProperty().isNotEqualTo(Format.PNG));
        size.valueProperty().subscribe(this::draw);
        style.valueProperty().subscribe(this::draw);
        title.selectedProperty().subscribe(this::draw);
        legend.selectedProperty().subscribe(this::draw);
        source.selectedProperty().subscribe(this::draw);
        draw();
    }

    /** Empty if the person turned away. */
    Optional<Choice> show(Window owner) {
        Dialog<Choice> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Export chart");
        preview.setPreserveRatio(true);
        preview.setFitWidth(PREVIEW_WIDTH);
        preview.setFitHeight(PREVIEW_HEIGHT);
        StackPane page = new StackPane(preview);
        page.getStyleClass().add("export-preview");
        page.setPrefSize(PREVIEW_WIDTH, PREVIEW_HEIGHT);
        VBox fields = new VBox(12, field("Format", format), field("Size", size), field("Pixels a point", scale),
                field("Look", style), new VBox(6, title, legend, source));
        dialog.getDialogPane().setContent(new HBox(24, page, fields));
        dialog.getDialogPane().getButtonTypes().setAll(SAVE, COPY, new ButtonType("Go back", ButtonData.CANCEL_CLOSE));
        dialog.setResultConverter(button -> button == SAVE ? new Choice(Way.SAVE, options())
                : button == COPY ? new Choice(Way.COPY, options()) : null);
        Optional<Choice> choice = dialog.showAndWait();
        drawing.forget();
        return choice;
    }

    private PictureOptions options() {
        return new PictureOptions(format.getValue(), size.getValue(), scale.getValue(), style.getValue(), title.isSelected(),
                legend.isSelected(), source.isSelected());
    }

    private void draw() {
        PictureOptions wanted = options().as(Format.PNG);
        drawing.run(() -> ChartExport.image(PictureFile.image(figure, wanted)), preview::setImage, failure -> preview.setImage(null));
    }

    private static VBox field(String name, Node control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        return new VBox(4, label, control);
    }

    private static <T> ComboBox<T> choice(String id, List<T> values, Function<T, String> words) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId(id);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getItems().setAll(values);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        return choice;
    }
}

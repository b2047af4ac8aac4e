package topicworkbench.ui.configure;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.ui.support.Buttons;
import topicworkbench.wording.Figures;

/** Where a study is set up: which settings are varied and over which values. */
final class StudyPane extends VBox {
    private final StudyForm form;
    private final VBox rows = new VBox(8);

    StudyPane(StudyForm form) {
        super(12);
        this.form = form;
        Label help = new Label("Try several values of a setting; every combination is a run of its own. "
                + "Values: 5,10,20 or 5..40:5. To see which topics hold still, raise Seeds above instead.");
        help.setWrapText(true);
        help.getStyleClass().add("field-help");
        Button add = Buttons.plain("Vary a setting", Feather.PLUS, form::add);
        add.setId("vary");
        TextField draws = new TextField();
        draws.setId("draws");
        draws.setPromptText("all");
        draws.setPrefWidth(72);
        draws.setAccessibleText("Combinations to draw at random");
        draws.textProperty().bindBidirectional(form.drawsProperty());
        Label before = new Label("Draw at random");
        before.setLabelFor(draws);
        HBox random = new HBox(8, before, draws, new Label("combinations"));
        random.setAlignment(Pos.CENTER_LEFT);
        Label error = new Label();
        error.setId("study-error");
        Fields.showError(error, form.errorProperty());
        Label count = new Label();
        count.setId("study-count");
        count.getStyleClass().add("field-changes");
        form.countProperty().subscribe(runs -> count.setText(runs.intValue() == 0 ? ""
                : Figures.count(runs.longValue(), "run") + ", as many at once as there are threads"));
        getChildren().setAll(help, rows, add, random, error, count);
        form.rows().addListener((Observable changed) -> show());
        random.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(form.rows()));
        random.managedProperty().bind(random.visibleProperty());
        show();
    }

    private void show() {
        rows.getChildren().setAll(form.rows().stream().map(this::line).toList());
    }

    private Node line(StudyForm.Row row) {
        ComboBox<String> setting = new ComboBox<>();
        setting.setAccessibleText("Setting to vary");
        setting.setPrefWidth(168);
        setting.setMinWidth(168);
        setting.valueProperty().bindBidirectional(row.settingProperty());
        setting.setOnShowing(event -> {
            List<String> names = new ArrayList<>(form.free());
            names.addFirst(row.settingProperty().get());
            setting.getItems().setAll(names);
        });
        TextField values = new TextField();
        values.getStyleClass().add("varied-values");
        values.setPromptText("5,10,20 or 5..40:5");
        values.setAccessibleText("Values to try");
        values.textProperty().bindBidirectional(row.valuesProperty());
        HBox.setHgrow(values, Priority.ALWAYS);
        Button out = new Button(null, new FontIcon(Feather.X));
        out.getStyleClass().addAll("flat", "chip-button");
        out.setAccessibleText("Do not vary this");
        out.setOnAction(event -> form.remove(row));
        HBox line = new HBox(8, setting, values, out);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}

package topicworkbench.ui.configure;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import topicworkbench.run.RunSpecs;
import topicworkbench.ui.support.Buttons;

/** The form's other parts: which stars, which model, which seed and name. */
final class SettingsPane extends VBox {
    private static final String ANY = "none";
    private static final double NUMBER_WIDTH = 120;

    private final RunForm form;

    SettingsPane(NewRunViewModel model) {
        this.form = model.form();
        getStyleClass().add("form");
        getChildren().addAll(section("Filter", stars()), section("Model", algorithm(), preset(), topics()),
                section("Run", nameAndSeed(model)));
    }

    private static VBox section(String title, Node... fields) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        VBox section = new VBox(heading);
        section.getChildren().addAll(fields);
        section.getStyleClass().add("form-section");
        return section;
    }

    private Node stars() {
        ComboBox<String> least = choice("min_stars", List.of(ANY, "1", "2", "3", "4", "5"), SettingsPane::stars);
        ComboBox<String> most = choice("max_stars", List.of(ANY, "1", "2", "3", "4", "5"), SettingsPane::stars);
        HBox range = new HBox(8, least, new Label("to"), most, Buttons.flat("Negative", null, () -> stars("1", "2")),
                Buttons.flat("All", null, () -> stars(ANY, ANY)));
        range.setAlignment(Pos.CENTER_LEFT);
        return Fields.block("Stars", range, "Complaints are mostly in reviews of 1 and 2 stars",
                form.field("min_stars"));
    }

    private void stars(String least, String most) {
        form.field("min_stars").textProperty().set(least);
        form.field("max_stars").textProperty().set(most);
    }

    private static String stars(String value) {
        return value.equals(ANY) ? "Any" : value + " ★";
    }

    private Node algorithm() {
        ComboBox<String> choice = choice(RunForm.ALGORITHM, RunSpecs.ALGORITHMS, value -> switch (value) {
            case RunSpecs.LDA -> "Latent Dirichlet allocation (LDA)";
            case RunSpecs.NMF -> "Non-negative matrix factorisation (NMF)";
            default -> "Neural topic model (NTM)";
        });
        return Fields.block("Algorithm", choice,
                "NTM is the model that also runs on SageMaker; LDA is the classic; NMF is the fastest",
                form.field(RunForm.ALGORITHM));
    }

    private Node preset() {
        ComboBox<String> choice = choice("preset", List.of("recommended", "sagemaker"),
                value -> value.equals("sagemaker") ? "SageMaker's defaults" : "Recommended");
        VBox block = Fields.block("Preset", choice, "Recommended gives the best topics; SageMaker's defaults match a "
                + "run in the cloud", form.field("preset"));
        form.field(RunForm.ALGORITHM).textProperty().subscribe(algorithm -> {
            block.setVisible(form.applies("preset"));
            block.setManaged(form.applies("preset"));
        });
        return block;
    }

    private Node topics() {
        FormField field = form.field("num_topics");
        return Fields.block("Topics", Fields.text(field, NUMBER_WIDTH),
                field.setting().range() + "; more topics are finer and take longer", field);
    }

    private Node seed() {
        FormField field = form.field("seed");
        return Fields.block("Seed", Fields.text(field, NUMBER_WIDTH), "Repeats the same topics",
                field);
    }

    private Node nameAndSeed(NewRunViewModel model) {
        Node name = name(model);
        HBox.setHgrow(name, Priority.ALWAYS);
        return new HBox(16, name, seed());
    }

    private static Node name(NewRunViewModel model) {
        TextField control = new TextField();
        control.setId("run-name");
        control.setPromptText("Made from the reviews");
        control.textProperty().bindBidirectional(model.nameProperty());
        Label title = new Label("Name");
        title.getStyleClass().add("field-name");
        title.setLabelFor(control);
        VBox block = new VBox(4, title, control);
        block.getStyleClass().add("field");
        return block;
    }

    private ComboBox<String> choice(String setting, List<String> values,
            java.util.function.UnaryOperator<String> words) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId(setting);
        choice.getItems().setAll(values);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        choice.valueProperty().bindBidirectional(form.field(setting).textProperty());
        return choice;
    }
}

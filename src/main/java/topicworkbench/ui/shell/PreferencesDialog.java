package topicworkbench.ui.shell;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Theme;

/** How the user wants the program: its look, its place, and how much of the computer it may use. */
final class PreferencesDialog {
    private static final double WIDTH = 520;
    private static final ButtonType SAVE = new ButtonType("Save", ButtonData.OK_DONE);

    private final PreferencesViewModel model;
    private final Theme theme;
    private final Dialogs dialogs;

    PreferencesDialog(PreferencesViewModel model, Theme theme, Dialogs dialogs) {
        this.model = model;
        this.theme = theme;
        this.dialogs = dialogs;
    }

    void show(Window owner) {
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Preferences");
        Label problem = new Label();
        problem.setId("preferences-problem");
        problem.getStyleClass().add("field-error");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        VBox fields = new VBox(16,
                field("Theme", look(), "Takes effect at once."),
                field("Workspace", chosen("workspace-folder", model.workspaceProperty(), "TopicWorkbench in your home folder",
                        () -> dialogs.chooseFolder("Choose a workspace").ifPresent(path -> model.workspaceProperty().set(path.toString()))),
                        "The folder with your runs. Opens at the next start."),
                field("Threads", text("threads", model.threadsProperty(), "All "
                        + Runtime.getRuntime().availableProcessors() + " cores"),
                        "How many a run computes on. More is faster; the result is the same. From the next start."),
                field("Memory", text("memory", model.memoryProperty(), "Java's choice, "
                        + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB now"),
                        "Megabytes the program may use at most. From the next start by its start script; started by java "
                                + "itself, give -Xmx instead."),
                field("Word vectors", chosen("word-vectors", model.wordVectorsProperty(), "Trained on the run's own reviews",
                        () -> dialogs.chooseFile("Choose word vectors", "Word vectors", List.of(".txt", ".vec", ".bin", ".gz"))
                                .ifPresent(path -> model.wordVectorsProperty().set(path.toString()))),
                        "New runs begin with this file for their WETC. From the next start."),
                aws(), problem);
        fields.getStyleClass().add("dialog-fields");
        fields.setPrefWidth(WIDTH);
        dialog.getDialogPane().setContent(fields);
        dialog.getDialogPane().getButtonTypes().setAll(SAVE, new ButtonType("Go back", ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().lookupButton(SAVE).addEventFilter(ActionEvent.ACTION, event -> {
            if (!model.save()) {
                event.consume();
            }
        });
        dialog.show();
    }

    /** Beside each other, so that the dialog has room in the least window. */
    private HBox aws() {
        VBox profile = field("AWS profile", text("aws-profile", model.awsProfileProperty(), "default"),
                "Whose rights runs on AWS use.");
        VBox region = field("AWS region", text("aws-region", model.awsRegionProperty(), "The profile's"),
                "Where they go: us-east-1.");
        VBox name = field("AWS name", text("aws-name", model.awsNameProperty(), CloudPlace.DEFAULT_NAME),
                "What its stacks begin with.");
        List<VBox> thirds = List.of(profile, region, name);
        for (VBox third : thirds) {
            HBox.setHgrow(third, Priority.ALWAYS);
            third.setPrefWidth(WIDTH / thirds.size());
        }
        return new HBox(16, profile, region, name);
    }

    private static VBox field(String name, Node control, String help) {
        Label label = new Label(name);
        label.setLabelFor(control);
        Label words = new Label(help);
        words.getStyleClass().add("field-help");
        words.setWrapText(true);
        return new VBox(4, label, control, words);
    }

    private ComboBox<Appearance> look() {
        ComboBox<Appearance> look = new ComboBox<>();
        look.setId("preferred-look");
        look.getItems().setAll(Appearance.values());
        look.setConverter(new StringConverter<>() {
            @Override
            public String toString(Appearance appearance) {
                return appearance == null ? "" : appearance.words();
            }

            @Override
            public Appearance fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        look.valueProperty().bindBidirectional(theme.appearanceProperty());
        return look;
    }

    private static TextField text(String id, StringProperty value, String whenEmpty) {
        TextField field = new TextField();
        field.setId("preferred-" + id);
        field.setPromptText(whenEmpty);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private static HBox chosen(String id, StringProperty value, String whenEmpty, Runnable choose) {
        TextField field = text(id, value, whenEmpty);
        HBox.setHgrow(field, Priority.ALWAYS);
        return new HBox(8, field, Buttons.plain("Choose…", null, choose));
    }
}

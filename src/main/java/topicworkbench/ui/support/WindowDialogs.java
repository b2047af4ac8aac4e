package topicworkbench.ui.support;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Dialogs of the system and of JavaFX, over one window. */
public final class WindowDialogs implements Dialogs {
    private static final double WORDS_WIDTH = 420;

    private final Supplier<Window> owner;
    /** Where a chooser begins: not among recent files, where some systems let nothing be typed. */
    private File lastFolder = new File(System.getProperty("user.home"));

    public WindowDialogs(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> chooseReviewFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Choose reviews");
        chooser.setInitialDirectory(lastFolder);
        chooser.getExtensionFilters().addAll(
                new ExtensionFilter("Review files", "*.csv", "*.tsv", "*.json", "*.jsonl", "*.parquet", "*.gz", "*.zst"),
                new ExtensionFilter("All files", "*"));
        List<File> files = chooser.showOpenMultipleDialog(owner.get());
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        lastFolder = files.getFirst().getParentFile();
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        File folder = chooser.showDialog(owner.get());
        if (folder != null) {
            lastFolder = folder;
        }
        return Optional.ofNullable(folder).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, List<String> endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        chooser.getExtensionFilters().addAll(new ExtensionFilter(kind, endings.stream().map(end -> "*" + end).toList()),
                new ExtensionFilter("All files", "*"));
        return chosen(chooser.showOpenDialog(owner.get()));
    }

    private Optional<Path> chosen(File file) {
        if (file != null) {
            lastFolder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public Optional<String> askText(String title, String label, String current, String verb) {
        return ask(title, label, new TextField(current), verb).filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<String> askWords(String title, String label, String current, int lines) {
        if (lines == 1) {
            return ask(title, label, new TextField(current), "Save");
        }
        TextArea area = new TextArea(current);
        area.setPrefRowCount(lines);
        area.setWrapText(true);
        return ask(title, label, area, "Save");
    }

    private Optional<String> ask(String title, String label, TextInputControl words, String verb) {
        ButtonType agree = new ButtonType(verb, ButtonData.OK_DONE);
        Dialog<String> dialog = new Dialog<>();
        dialog.initOwner(owner.get());
        dialog.setTitle(title);
        words.setPrefWidth(WORDS_WIDTH);
        Label name = new Label(label);
        name.setLabelFor(words);
        name.setWrapText(true);
        name.setMaxWidth(WORDS_WIDTH);
        VBox fields = new VBox(8, name, words);
        fields.getStyleClass().add("dialog-fields");
        dialog.getDialogPane().setContent(fields);
        dialog.getDialogPane().getButtonTypes().setAll(agree, new ButtonType("Go back", ButtonData.CANCEL_CLOSE));
        dialog.setResultConverter(button -> button == agree ? words.getText().strip() : null);
        dialog.setOnShown(event -> {
            whole(dialog.getDialogPane());
            words.requestFocus();
            words.selectAll();
        });
        return dialog.showAndWait();
    }

    @Override
    public Optional<Path> chooseNewFile(String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(lastFolder);
        chooser.setInitialFileName(name);
        File file = chooser.showSaveDialog(owner.get());
        if (file != null) {
            lastFolder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }

    @Override
    public OptionalInt choose(String question, String consequence, List<String> verbs) {
        List<ButtonType> ways = new ArrayList<>(verbs.stream().map(verb -> new ButtonType(verb, ButtonData.OTHER)).toList());
        ways.add(new ButtonType("Go back", ButtonData.CANCEL_CLOSE));
        Alert alert = new Alert(Alert.AlertType.NONE, consequence, ways.toArray(ButtonType[]::new));
        alert.initOwner(owner.get());
        alert.setTitle(question);
        alert.setHeaderText(question);
        alert.setOnShown(event -> whole(alert.getDialogPane()));
        int pressed = alert.showAndWait().map(ways::indexOf).orElse(verbs.size());
        return pressed < 0 || pressed >= verbs.size() ? OptionalInt.empty() : OptionalInt.of(pressed);
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        ButtonType agree = new ButtonType(verb, ButtonData.OK_DONE);
        ButtonType keep = new ButtonType("Go back", ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.NONE, consequence, agree, keep);
        alert.initOwner(owner.get());
        alert.setTitle(question);
        alert.setHeaderText(question);
        alert.setOnShown(event -> whole(alert.getDialogPane()));
        return alert.showAndWait().filter(agree::equals).isPresent();
    }

    /** Buttons say all of what they do: once they are shown, since their bar then gives them all a width that may cut the words. */
    private static void whole(DialogPane pane) {
        pane.getButtonTypes().stream().map(pane::lookupButton).map(Button.class::cast).forEach(button -> {
            ButtonBar.setButtonUniformSize(button, false);
            button.setPrefWidth(Region.USE_COMPUTED_SIZE);
            button.setMinWidth(Region.USE_PREF_SIZE);
        });
        pane.setMinWidth(Region.USE_PREF_SIZE);
        pane.getScene().getWindow().sizeToScene();
    }
}

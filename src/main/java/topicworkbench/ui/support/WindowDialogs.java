package topicworkbench.ui.support;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Dialogs of the system and of JavaFX, over one window. */
public final class WindowDialogs implements Dialogs {
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
    public Optional<Path> chooseReviewFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Choose a folder of reviews");
        chooser.setInitialDirectory(lastFolder);
        File folder = chooser.showDialog(owner.get());
        if (folder != null) {
            lastFolder = folder;
        }
        return Optional.ofNullable(folder).map(File::toPath);
    }

    @Override
    public Optional<String> askText(String title, String label, String current) {
        TextInputDialog dialog = new TextInputDialog(current);
        dialog.initOwner(owner.get());
        dialog.setTitle(title);
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText(label);
        return dialog.showAndWait().map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        ButtonType agree = new ButtonType(verb, ButtonData.OK_DONE);
        ButtonType keep = new ButtonType("Go back", ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.NONE, consequence, agree, keep);
        alert.initOwner(owner.get());
        alert.setTitle(question);
        alert.setHeaderText(question);
        return alert.showAndWait().filter(agree::equals).isPresent();
    }
}

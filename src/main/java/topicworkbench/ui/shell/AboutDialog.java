package topicworkbench.ui.shell;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.FactList;

/** Which program this is, on what it runs, and the libraries it is built with. */
final class AboutDialog {
    private static final double WIDTH = 560;
    private static final double TABLE_HEIGHT = 260;

    private AboutDialog() { }

    static void show(Window owner) {
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("About Topic Workbench");
        dialog.setHeaderText("Topic Workbench " + version());
        FactList facts = new FactList()
                .add("Purpose", "Finds out what customers complain about")
                .add("License", "Apache License 2.0")
                .add("Java", Runtime.version().toString())
                .add("JavaFX", System.getProperty("javafx.runtime.version", "unknown"))
                .add("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .add("Memory", Runtime.getRuntime().maxMemory() / (1 << 20) + " MB at most");
        TableView<Library> libraries = libraries();
        Label heading = new Label("Built with " + libraries.getItems().size() + " libraries");
        heading.getStyleClass().add("section-title");
        VBox content = new VBox(12, facts, heading, libraries);
        content.setPrefWidth(WIDTH);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
    }

    private static TableView<Library> libraries() {
        TableView<Library> table = new TableView<>(FXCollections.observableArrayList(Library.all()));
        table.setId("libraries");
        table.setAccessibleText("Libraries and their licenses");
        table.setPrefHeight(TABLE_HEIGHT);
        TableColumn<Library, String> name = Columns.text("library", "Library", 200, Library::name);
        TableColumn<Library, String> version = Columns.text("version", "Version", 80, Library::version);
        TableColumn<Library, String> license = Columns.text("license", "License", 250, Library::license);
        table.getColumns().setAll(List.of(name, version, license));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    /** From the jar's manifest; classes that are run from a build folder have none. */
    private static String version() {
        String version = AboutDialog.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}

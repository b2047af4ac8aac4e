package topicworkbench.ui.shell;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import topicworkbench.ui.support.FactList;

/** Which program this is, and on what it runs. */
final class AboutDialog {
    private static final double WIDTH = 380;

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
        facts.setPrefWidth(WIDTH);
        dialog.getDialogPane().setContent(facts);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
    }

    /** From the jar's manifest; classes that are run from a build folder have none. */
    private static String version() {
        String version = AboutDialog.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}

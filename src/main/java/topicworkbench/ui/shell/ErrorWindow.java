package topicworkbench.ui.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.ErrorCode;

/** Tells of a failure that nobody expected: what happened, what to do, and for those who help, where. */
final class ErrorWindow {
    private static final System.Logger LOG = System.getLogger(ErrorWindow.class.getName());
    private static final double WIDTH = 520;

    private final Window owner;
    private final BackgroundTasks tasks;
    /** While one is open others go to the log only: what is broken tends to break again and again. */
    private boolean open;

    ErrorWindow(Window owner, BackgroundTasks tasks) {
        this.owner = owner;
        this.tasks = tasks;
    }

    /** Shows whatever any thread of the program fails to catch. */
    void catchAll() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            LOG.log(Level.ERROR, "uncaught in " + thread.getName() + ", " + ErrorCode.of(failure), failure);
            tasks.onWindowThread(() -> show(failure));
        });
    }

    void show(Throwable failure) {
        if (open) {
            return;
        }
        open = true;
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Topic Workbench: unexpected failure");
        dialog.setResizable(true);
        fill(dialog.getDialogPane(), failure);
        dialog.setOnHidden(event -> open = false);
        dialog.show();
    }

    private static void fill(DialogPane pane, Throwable failure) {
        String code = ErrorCode.of(failure);
        pane.setHeaderText(happened(failure));
        Label remedy = new Label(remedy(failure));
        remedy.setWrapText(true);
        Label shown = new Label("Code " + code);
        shown.setId("error-code");
        shown.getStyleClass().add("tile-figure");
        Button copy = Buttons.plain("Copy code and trace", Feather.COPY, () -> copy(code, failure));
        copy.setId("copy-error");
        HBox line = new HBox(16, shown, copy);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Label use = new Label("The same failure always has this code; the log and reports of others can be searched for it.");
        use.getStyleClass().add("muted");
        use.setWrapText(true);
        VBox content = new VBox(12, remedy, line, use);
        content.setPrefWidth(WIDTH);
        pane.setContent(content);
        TextArea trace = new TextArea(trace(failure));
        trace.setId("error-trace");
        trace.setAccessibleText("Trace");
        trace.setEditable(false);
        trace.setPrefRowCount(14);
        pane.setExpandableContent(trace);
        pane.setExpanded(false);
        pane.getButtonTypes().setAll(ButtonType.CLOSE);
    }

    private static String happened(Throwable failure) {
        return failure instanceof OutOfMemoryError ? "There was not enough memory for that"
                : "Something went wrong that was not expected";
    }

    private static String remedy(Throwable failure) {
        return failure instanceof OutOfMemoryError
                ? "Close other programs or give this one more memory in the preferences, then start it again. Runs that "
                        + "were going can be resumed."
                : "What is running goes on, and nothing that was saved is lost. Try again what you did last; if it fails "
                        + "again, start the program anew.";
    }

    private static void copy(String code, Throwable failure) {
        ClipboardContent content = new ClipboardContent();
        content.putString("Topic Workbench, code " + code + "\n" + trace(failure));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}

package topicworkbench.ui.configure;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.cloud.SpendingInWords;
import topicworkbench.run.RunSpecFile;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.PageHeader;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.wording.Figures;

/** Where a run is set up and started: the form at the left, what it makes of the reviews at the right. */
public final class NewRunView extends BorderPane {
    /** Left of the fields, for the mark of those that were changed; the fields themselves stand in line with the title. */
    private static final double GUTTER = 12;
    private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");

    private static final Pattern PATH = Pattern.compile("/[^\\x00]+|[A-Za-z]:\\\\[^\\x00<>|?*\"]+");

    private final NewRunViewModel model;
    private final Dialogs dialogs;
    private final ReadOnlyBooleanProperty dark;
    private final StackPane right = new StackPane();
    private final EventHandler<KeyEvent> paste = this::paste;
    private PreviewPane preview;

    /** @param cloud to where AWS is looked at and deployed to */
    public NewRunView(NewRunViewModel model, Dialogs dialogs, ReadOnlyBooleanProperty dark, Runnable cloud) {
        this.model = model;
        this.dialogs = dialogs;
        this.dark = dark;
        getStyleClass().add("page");
        PageHeader header = new PageHeader("New run", specification());
        header.subtitle().setText("Choose reviews and start; every setting has a sensible value");
        setTop(header);
        FormView form = new FormView(model, dialogs, cloud);
        BorderPane.setMargin(form, new Insets(0, 0, 0, -GUTTER));
        BorderPane left = new BorderPane(form);
        left.getStyleClass().add("form-side");
        left.setBottom(foot());
        setLeft(left);
        right.getStyleClass().add("form-result");
        setCenter(right);
        model.reviews().paths().addListener((javafx.beans.Observable changed) -> showRight());
        showRight();
        setOnDragOver(this::allow);
        setOnDragDropped(this::drop);
        sceneProperty().subscribe((before, now) -> listen(before, now));
    }

    private Node specification() {
        Button like = Buttons.plain("Like run…", Feather.REPEAT, this::showEarlierRuns);
        like.setId("like-run");
        Button open = Buttons.plain("Open…", Feather.FOLDER, () -> dialogs
                .chooseFile("Open a specification", "Specifications", List.of(RunSpecFile.SUFFIX, ".json"))
                .ifPresent(model::open));
        open.setId("open-spec");
        Button save = Buttons.plain("Save…", Feather.SAVE, () -> dialogs
                .chooseNewFile("Save the specification", model.fileName()).ifPresent(model::save));
        save.setId("save-spec");
        Button copy = Buttons.plain("Copy command", Feather.TERMINAL, () -> model.command().ifPresent(NewRunView::copy));
        copy.setId("copy-command");
        return new HBox(8, like, open, save, copy);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void showRight() {
        right.getChildren().setAll(model.reviews().paths().isEmpty() ? nothing() : preview());
    }

    /** Made when it is first wanted, and then kept: it follows the model. */
    private Node preview() {
        if (preview == null) {
            preview = new PreviewPane(model, dark);
        }
        return preview;
    }

    private void showEarlierRuns() {
        EarlierRunsView runs = new EarlierRunsView(model.earlier(), spec -> {
            model.show(spec);
            showRight();
        }, this::showRight);
        right.getChildren().setAll(runs);
        runs.focusSearch();
    }

    private static Node nothing() {
        return Notice.empty(Feather.FILE_TEXT, "Choose reviews to see them here",
                "CSV, TSV, JSON lines or Parquet, also compressed; one file, several, or a folder. Or drop them here, or paste them.");
    }

    private Node foot() {
        Button start = Buttons.primary("Start run", Feather.PLAY, model::start);
        start.setId("start");
        start.setDefaultButton(true);
        model.study().countProperty().subscribe(count -> start.setText(count.intValue() == 0 ? "Start run"
                : "Start " + Figures.count(count.longValue(), "run")));
        Label message = new Label();
        message.setWrapText(true);
        message.setId("refusal");
        model.messageProperty().subscribe(told -> {
            message.setText(told == null ? "" : lines(told));
            message.getStyleClass().setAll("label", told != null && told.isFailure() ? "field-error" : "muted");
        });
        Label cost = new Label();
        cost.setId("start-cost");
        cost.getStyleClass().add("muted");
        cost.setMinWidth(Region.USE_PREF_SIZE);
        cost.managedProperty().bind(cost.textProperty().isNotEmpty());
        Runnable price = () -> cost.setText(price());
        model.launch().outlookProperty().subscribe(price);
        model.messageProperty().subscribe(price);
        HBox foot = new HBox(12, start, cost, message);
        foot.getStyleClass().add("form-foot");
        return foot;
    }

    /** Beside the button that spends it, unless something is wrong. */
    private String price() {
        UserMessage told = model.messageProperty().get();
        return (told == null || !told.isFailure()) && model.launch().outlookProperty().get() instanceof Look.Seen<LaunchOutlook>(
                LaunchOutlook seen) && seen.plan().expected().isKnown()
                ? "about " + SpendingInWords.money(seen.plan().expected().expected(), 2) + " on AWS" : "";
    }

    private static String lines(UserMessage message) {
        return message.remedy().isEmpty() ? message.text() : message.text() + "\n" + message.remedy();
    }

    private void allow(DragEvent event) {
        if (!paths(event.getDragboard()).isEmpty()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        event.setDropCompleted(takeFiles(event.getDragboard()));
        event.consume();
    }

    /** The whole window, as long as this is what it shows: the keyboard may be anywhere in it. */
    private void listen(Scene before, Scene now) {
        if (before != null) {
            before.removeEventHandler(KeyEvent.KEY_PRESSED, paste);
        }
        if (now != null) {
            now.addEventHandler(KeyEvent.KEY_PRESSED, paste);
        }
    }

    /** What dragging is to the mouse; a text field takes the key for itself. */
    private void paste(KeyEvent event) {
        if (PASTE.match(event) && takeFiles(Clipboard.getSystemClipboard())) {
            event.consume();
        }
    }

    private boolean takeFiles(Clipboard from) {
        List<Path> paths = paths(from);
        model.choose(paths);
        return !paths.isEmpty();
    }

    /** Files as a file manager gives them, or paths that were copied as text, one a line. */
    private static List<Path> paths(Clipboard from) {
        if (from.hasFiles()) {
            return from.getFiles().stream().map(File::toPath).toList();
        }
        List<String> lines = from.hasString() ? from.getString().lines().map(String::strip).filter(line -> !line.isEmpty())
                .toList() : List.of();
        return lines.stream().allMatch(line -> PATH.matcher(line).matches()) ? lines.stream().map(Path::of).toList() : List.of();
    }
}

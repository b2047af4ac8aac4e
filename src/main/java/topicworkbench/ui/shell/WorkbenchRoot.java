package topicworkbench.ui.shell;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import topicworkbench.ui.explore.CurationAction;
import topicworkbench.ui.explore.LabelRoom;
import topicworkbench.ui.shell.Command.Kind;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.StateLabel;
import topicworkbench.ui.support.Theme;
import topicworkbench.wording.Figures;

/** The workbench with its top bar, and over it what the keyboard brings: the command palette and the list of shortcuts. */
final class WorkbenchRoot extends StackPane {
    private static final KeyCombination CONTEXT_MENU = KeyCombination.valueOf("Shift+F10");

    private final WorkbenchView view;
    private final WorkbenchView.Surroundings with;
    private final Theme theme;
    private final Runnable about;
    private final Runnable preferences;
    private final Overlay overlay = new Overlay();
    private final PaletteView palette;
    private final RunSwitch runSwitch;

    WorkbenchRoot(WorkbenchView.Surroundings with, Runnable about, Runnable preferences) {
        this.with = with;
        this.theme = with.theme();
        this.about = about;
        this.preferences = preferences;
        view = new WorkbenchView(with, preferences);
        PaletteViewModel commands = new PaletteViewModel(this::everything);
        palette = new PaletteView(commands, this::run);
        view.helpPages().pages().addListener((ListChangeListener<Object>) change -> commands.renew());
        runSwitch = new RunSwitch(view.lookedAt(), view::lookAt);
        view.setTop(new TopBar(with.workspace().root(), runSwitch, preferences, this::openPalette));
        getStyleClass().add("workbench");
        getChildren().addAll(view, overlay);
    }

    /** Takes the window's keys. */
    void listenTo(Scene scene) {
        fixed().stream().filter(command -> !command.keys().isEmpty())
                .forEach(command -> scene.getAccelerators().put(KeyCombination.valueOf(command.keys()), () -> run(command)));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (CONTEXT_MENU.match(event) && scene.getFocusOwner() != null && !System.getProperty("os.name").startsWith("Windows")) {
                askForContextMenu(scene.getFocusOwner());
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?") && !(scene.getFocusOwner() instanceof TextInputControl)) {
                openShortcuts();
            }
        });
    }

    /** What the right button brings; JavaFX does this by itself on Windows, and elsewhere only for a key that few keyboards have. */
    private static void askForContextMenu(Node node) {
        Bounds local = node.getBoundsInLocal();
        Bounds screen = node.localToScreen(local);
        node.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, local.getCenterX(), local.getCenterY(),
                screen.getCenterX(), screen.getCenterY(), true, null));
    }

    void take(List<File> files) {
        view.take(files);
    }

    boolean mayClose() {
        return view.mayClose();
    }

    void windowClosed() {
        view.windowClosed();
    }

    private void run(Command command) {
        overlay.hide();
        command.action().run();
    }

    private void openPalette() {
        view.helpPages().load();
        palette.open();
        overlay.show(palette, palette.field());
    }

    private void openShortcuts() {
        ShortcutSheet sheet = new ShortcutSheet(fixed());
        overlay.show(sheet, sheet.lookup("#shortcuts"));
    }

    private List<Command> fixed() {
        List<Command> all = new ArrayList<>();
        for (Page page : Page.values()) {
            all.add(Command.of(Kind.GO, page.word(), "Shortcut+" + (page.ordinal() + 1), () -> view.go(page)));
        }
        all.add(Command.of(Kind.ACTION, "Set up a new run", "Shortcut+N", () -> view.go(Page.NEW_RUN)));
        all.add(Command.of(Kind.ACTION, "Look at another run", "Shortcut+R", this::chooseRun));
        all.add(Command.of(Kind.ACTION, "Search or do anything", "Shortcut+K", this::openPalette));
        all.add(new Command(Kind.SETTING, "Preferences", "theme, workspace, memory, threads, word vectors, AWS",
                "Shortcut+Comma", preferences));
        for (Appearance appearance : Appearance.values()) {
            all.add(Command.of(Kind.SETTING, "Theme: " + appearance.words().toLowerCase(Locale.ROOT), "",
                    () -> theme.appearanceProperty().set(appearance)));
        }
        all.add(Command.of(Kind.HELP, "Help on this screen", "F1", view::help));
        all.add(new Command(Kind.HELP, "Shortcuts", "every key the window listens to", "Shortcut+Slash",
                this::openShortcuts));
        all.add(new Command(Kind.HELP, "About", "versions and licenses", "", about));
        return all;
    }

    private void chooseRun() {
        runSwitch.requestFocus();
        runSwitch.show();
    }

    private List<Command> everything() {
        List<Command> all = fixed();
        all.add(new Command(Kind.ACTION, "Run the sample", "5,000 synthetic reviews, from the file to topics", "", view::runSample));
        all.addAll(RunCommands.of(view, with.liveRuns(), with.dialogs()));
        all.add(new Command(Kind.ACTION, "Five-minute check", "do people see in the topics what the model means", "",
                () -> view.labelRooms().open(LabelRoom.CHECK)));
        all.add(new Command(Kind.ACTION, "Labels from and to others", "replay, import, export", "",
                () -> view.labelRooms().open(LabelRoom.EXCHANGE)));
        all.add(new Command(Kind.ACTION, "Sign in to AWS", "and look at what is there and what it costs", "",
                () -> view.cloud().refresh()));
        all.add(new Command(Kind.ACTION, "Deploy to AWS", "shows first what would change", "", () -> view.cloud().deploy()));
        all.add(new Command(Kind.ACTION, "Delete from AWS", "shows first what would go", "", () -> view.cloud().remove()));
        for (CurationAction action : CurationAction.values()) {
            all.add(new Command(Kind.ACTION, action.title(), "the topic chosen in Explore", action.keys(), () -> view.act(action)));
        }
        view.lookedAt().runs().forEach(run -> all.add(new Command(Kind.RUN, run.name(),
                StateLabel.words(run.state()) + ", " + Figures.moment(run.created()), "", () -> view.lookAt(run.id()))));
        view.helpPages().pages().forEach(page -> all.add(Command.of(Kind.HELP, page.title(), "",
                () -> view.help(page.path()))));
        return all;
    }
}

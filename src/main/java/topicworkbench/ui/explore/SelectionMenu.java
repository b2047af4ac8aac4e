package topicworkbench.ui.explore;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.SavedSelections;
import topicworkbench.exploration.Selection;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.wording.Figures;

/** Keeps what is chosen under a name, with the run, and brings it back. */
final class SelectionMenu extends MenuButton {
    private final Exploration exploration;
    private final MapViewModel model;
    private final BackgroundTasks tasks;
    private final Dialogs dialogs;
    private final Messages messages;
    private final MenuItem save = new MenuItem("Save matching reviews…");

    SelectionMenu(Exploration exploration, MapViewModel model, BackgroundTasks tasks, Dialogs dialogs, Messages messages) {
        super(null, new FontIcon(Feather.BOOKMARK));
        this.exploration = exploration;
        this.model = model;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.messages = messages;
        setId("selections");
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        setAccessibleText("Saved selections");
        setTooltip(new Tooltip("Saved selections"));
        setMinWidth(USE_PREF_SIZE);
        save.setId("save-selection");
        save.setOnAction(event -> save());
        getItems().setAll(save);
        exploration.runProperty().subscribe(run -> refresh());
    }

    private void refresh() {
        ExploredRun run = exploration.runProperty().get();
        if (run == null) {
            getItems().setAll(save);
        } else {
            tasks.run(() -> new SavedSelections(run).names(), names -> show(run, names), messages::tell);
        }
    }

    private void show(ExploredRun run, List<String> names) {
        if (run != exploration.runProperty().get()) {
            return;
        }
        getItems().setAll(save);
        if (!names.isEmpty()) {
            Menu delete = new Menu("Delete");
            getItems().add(new SeparatorMenuItem());
            for (String name : names) {
                getItems().add(item(name, () -> tasks.run(() -> new SavedSelections(run).load(name),
                        saved -> model.choose(name, saved), messages::tell)));
                delete.getItems().add(item(name, () -> delete(run, name)));
            }
            getItems().addAll(new SeparatorMenuItem(), delete);
        }
    }

    private static MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void save() {
        ExploredRun run = exploration.runProperty().get();
        Selection documents = exploration.matchingProperty().get().all();
        dialogs.askText("Save selection", "Name of these " + Figures.count(documents.count(), "review"), "", "Save").ifPresent(name ->
                tasks.run(() -> {
                    new SavedSelections(run).save(name.strip(), documents);
                    return name.strip();
                }, saved -> {
                    messages.tell("Saved " + saved + ".");
                    refresh();
                }, messages::tell));
    }

    private void delete(ExploredRun run, String name) {
        if (dialogs.confirm("Delete " + name + "?", "The reviews stay; only the selection goes.", "Delete selection")) {
            tasks.run(() -> {
                new SavedSelections(run).delete(name);
                return name;
            }, deleted -> refresh(), messages::tell);
        }
    }
}

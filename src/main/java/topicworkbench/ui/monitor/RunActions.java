package topicworkbench.ui.monitor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.run.RunRemarks;
import topicworkbench.run.RunSpec;
import topicworkbench.ui.support.Dialogs;

/** What can be done with any run, behind one button; what cannot be undone is asked for by name. */
final class RunActions {
    private static final int NOTE_LINES = 8;

    private final RunsViewModel model;
    private final Dialogs dialogs;
    private final Consumer<RunSpec> repeat;

    /** @param repeat opens the form with a run's specification */
    RunActions(RunsViewModel model, Dialogs dialogs, Consumer<RunSpec> repeat) {
        this.model = model;
        this.dialogs = dialogs;
        this.repeat = repeat;
    }

    MenuButton menu(RunRow row) {
        MenuButton menu = new MenuButton("More");
        menu.setId("run-actions");
        RunRemarks remarks = row.summary().remarks();
        MenuItem again = item("Repeat with changes…", Feather.COPY, () -> repeat.accept(row.summary().spec()));
        again.setDisable(row.summary().spec() == null);
        MenuItem delete = item("Delete…", Feather.TRASH_2, () -> delete(row));
        delete.setDisable(!row.state().isTerminal());
        menu.getItems().setAll(again, new SeparatorMenuItem(),
                item("Rename…", Feather.EDIT_2, () -> rename(row)),
                item("Tags…", Feather.TAG, () -> tag(row, remarks)),
                item("Note…", Feather.FILE_TEXT, () -> note(row, remarks)),
                remarks.archived() ? item("Bring back from the archive", Feather.ARCHIVE,
                        () -> model.remark(row, remarks.withArchived(false), "Brought back " + row.name() + "."))
                        : item("Archive", Feather.ARCHIVE,
                                () -> model.remark(row, remarks.withArchived(true), "Archived " + row.name() + ".")),
                new SeparatorMenuItem(), delete);
        return menu;
    }

    private static MenuItem item(String words, Ikon icon, Runnable action) {
        MenuItem item = new MenuItem(words, new FontIcon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }

    void rename(RunRow row) {
        dialogs.askText("Rename run", "Name", row.name()).ifPresent(name -> model.rename(row, name));
    }

    private void tag(RunRow row, RunRemarks remarks) {
        dialogs.askWords("Tags of " + row.name(), "Tags, separated by commas", String.join(", ", remarks.tags()), 1)
                .ifPresent(words -> model.tag(row, split(words)));
    }

    private static List<String> split(String words) {
        return Stream.of(words.split(",")).map(String::strip).filter(tag -> !tag.isEmpty()).toList();
    }

    private void note(RunRow row, RunRemarks remarks) {
        dialogs.askWords("Note on " + row.name(), "Note", remarks.note(), NOTE_LINES)
                .ifPresent(words -> model.note(row, words));
    }

    private void delete(RunRow row) {
        if (dialogs.confirm("Delete " + row.name() + "?", "Its folder " + row.id() + " goes to the system's bin, with topics, "
                + "labels and notes.", "Delete run")) {
            model.delete(row, () -> deleteForGood(row));
        }
    }

    /** Where there is no bin, the name must be typed. */
    private void deleteForGood(RunRow row) {
        Optional<String> typed = dialogs.askText("Delete " + row.name() + " for good?",
                "This system has no bin. Type the run's name to delete it; there is no way back.", "");
        if (typed.isPresent()) {
            model.deleteForGood(row, typed.get());
        }
    }
}

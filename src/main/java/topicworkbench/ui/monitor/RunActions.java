package topicworkbench.ui.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.run.RunRemarks;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;

/** What can be done with any run, behind one button; what cannot be undone is asked for by name. */
final class RunActions {
    private static final int NOTE_LINES = 8;
    private static final int MOST_NAMED = 5;

    private final RunChanges changes;
    private final Dialogs dialogs;
    private final Consumer<RunSpec> repeat;

    /** @param repeat opens the form with a run's specification */
    RunActions(RunChanges changes, Dialogs dialogs, Consumer<RunSpec> repeat) {
        this.changes = changes;
        this.dialogs = dialogs;
        this.repeat = repeat;
    }

    /** The run's other algorithm on the same documents, by one click. */
    static Button other(RunSummary run, Consumer<RunSummary> start) {
        String other = RunSpecs.counterpart(run.spec()).model().algorithm().toUpperCase(Locale.ROOT);
        Button too = Buttons.plain("Run " + other + " too", Feather.COLUMNS, () -> start.accept(run));
        too.setId("run-other");
        too.setTooltip(new Tooltip("Trains " + other + " with everything else equal, and compares the two"));
        return too;
    }

    MenuButton menu(RunRow row) {
        MenuButton menu = new MenuButton("More");
        menu.setId("run-actions");
        menu.getItems().setAll(items(List.of(row)));
        return menu;
    }

    /** What can be done with one run, or with several at once. */
    List<MenuItem> items(List<RunRow> rows) {
        List<MenuItem> items = new ArrayList<>();
        if (rows.size() == 1) {
            RunRow row = rows.getFirst();
            MenuItem again = item("Repeat with changes…", Feather.COPY, () -> repeat.accept(row.summary().spec()));
            again.setDisable(row.summary().spec() == null);
            RunRemarks remarks = row.summary().remarks();
            items.addAll(List.of(again, new SeparatorMenuItem(), item("Rename…", Feather.EDIT_2, () -> rename(row)),
                    item("Tags…", Feather.TAG, () -> tag(row, remarks)),
                    item("Note…", Feather.FILE_TEXT, () -> note(row, remarks))));
        } else {
            items.add(item("Add tags…", Feather.TAG, () -> tagMore(rows)));
        }
        boolean archived = rows.stream().allMatch(row -> row.summary().remarks().archived());
        items.add(item(archived ? "Bring back from the archive" : "Archive", Feather.ARCHIVE,
                () -> changes.archive(rows, !archived)));
        MenuItem delete = item("Delete…", Feather.TRASH_2, () -> delete(rows));
        delete.setDisable(rows.stream().anyMatch(row -> !row.state().isTerminal()));
        items.addAll(List.of(new SeparatorMenuItem(), delete));
        return items;
    }

    static MenuItem item(String words, Ikon icon, Runnable action) {
        MenuItem item = new MenuItem(words, new FontIcon(icon));
        item.setOnAction(event -> action.run());
        return item;
    }

    void rename(RunRow row) {
        dialogs.askText("Rename run", "Name", row.name(), "Rename").ifPresent(name -> changes.rename(row, name));
    }

    private void tag(RunRow row, RunRemarks remarks) {
        dialogs.askWords("Tags of " + row.name(), "Tags, separated by commas", String.join(", ", remarks.tags()), 1)
                .ifPresent(words -> changes.tag(row, split(words)));
    }

    private static List<String> split(String words) {
        return Stream.of(words.split(",")).map(String::strip).filter(tag -> !tag.isEmpty()).toList();
    }

    private void note(RunRow row, RunRemarks remarks) {
        dialogs.askWords("Note on " + row.name(), "Note", remarks.note(), NOTE_LINES)
                .ifPresent(words -> changes.note(row, words));
    }

    private void tagMore(List<RunRow> rows) {
        dialogs.askWords("Tag " + RunChanges.inWords(rows), "Tags to add, separated by commas", "", 1).map(RunActions::split)
                .filter(tags -> !tags.isEmpty()).ifPresent(tags -> changes.tagMore(rows, tags));
    }

    private void delete(List<RunRow> rows) {
        String consequence = rows.size() == 1
                ? "Its folder " + rows.getFirst().id() + " goes to the system's bin, with topics, labels and notes."
                : "Their folders go to the system's bin, with topics, labels and notes: " + names(rows) + ".";
        if (dialogs.confirm("Delete " + RunChanges.inWords(rows) + "?", consequence,
                rows.size() == 1 ? "Delete run" : "Delete " + RunChanges.inWords(rows))) {
            changes.delete(rows, kept -> kept.forEach(this::deleteForGood));
        }
    }

    private static String names(List<RunRow> rows) {
        String first = rows.stream().limit(MOST_NAMED).map(RunRow::name).collect(Collectors.joining(", "));
        return rows.size() <= MOST_NAMED ? first : first + " and " + (rows.size() - MOST_NAMED) + " more";
    }

    /** Where there is no bin, the name must be typed. */
    private void deleteForGood(RunRow row) {
        Optional<String> typed = dialogs.askText("Delete " + row.name() + " for good?",
                "This system has no bin. Type the run's name to delete it; there is no way back.", "", "Delete for good");
        if (typed.isPresent()) {
            changes.deleteForGood(row, typed.get());
        }
    }
}

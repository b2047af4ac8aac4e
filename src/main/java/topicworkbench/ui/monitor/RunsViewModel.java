package topicworkbench.ui.monitor;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.run.RunSummary;
import topicworkbench.study.Studies;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.Workspace;

/** The runs of a workspace, and what can be done with one of them. */
public final class RunsViewModel {
    private static final Duration BETWEEN_LOOKS_AT_OTHERS = Duration.ofSeconds(3);

    /** Read and shown before the others. */
    private static final int FIRST_SHOWN = 200;

    private final Workspace workspace;
    private final LiveRuns liveRuns;
    private final LatestTask reading;
    private final LatestTask arranging;
    private final Messages messages;
    private final RunChanges changes;

    private final ObservableList<RunRow> runs = FXCollections.observableArrayList();
    private final ObservableList<RunLine> lines = FXCollections.observableArrayList();
    private final ObservableList<RunRow> selection = FXCollections.observableArrayList();
    private final ObjectProperty<RunRow> selected = new SimpleObjectProperty<>();
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.NONE);
    private final ObjectProperty<Comparator<RunRow>> order = new SimpleObjectProperty<>();
    private final Set<String> folded = new HashSet<>();
    private Reading last;
    private boolean rearranging;
    private boolean shownArchived;
    private final BooleanProperty showingArchived = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper archived = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper partial = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<UserMessage> failure = new ReadOnlyObjectWrapper<>();

    /** What the workspace holds, newest first. */
    private record Reading(List<RunRow> rows) { }

    public RunsViewModel(Workspace workspace, LiveRuns liveRuns, BackgroundTasks tasks, Messages messages) {
        this.workspace = workspace;
        this.liveRuns = liveRuns;
        this.reading = new LatestTask(tasks);
        this.arranging = new LatestTask(tasks);
        this.messages = messages;
        this.changes = new RunChanges(workspace, liveRuns, tasks, messages, this::refresh);
        tasks.repeat(BETWEEN_LOOKS_AT_OTHERS, this::refreshRunsOfOthers);
        showingArchived.subscribe(now -> {
            if (loaded.get()) {
                refresh();
            }
        });
        query.subscribe((before, now) -> arrange());
        grouping.subscribe((before, now) -> arrange());
        order.subscribe((before, now) -> arrange());
        liveRuns.whenStarted(run -> refresh());
        liveRuns.whenEnded(run -> refresh());
    }

    /** Newest first; all of them. */
    public ObservableList<RunRow> runs() {
        return runs;
    }

    /** Those that match the search, in the user's order, under their groups' heads. */
    public ObservableList<RunLine> lines() {
        return lines;
    }

    /** What is searched for, as {@link RunQuery} understands it. */
    public StringProperty queryProperty() {
        return query;
    }

    public ObjectProperty<Grouping> groupingProperty() {
        return grouping;
    }

    /** Null for newest first. */
    ObjectProperty<Comparator<RunRow>> orderProperty() {
        return order;
    }

    /** All that are selected; {@link #selectedProperty()} is the last of them. */
    public ObservableList<RunRow> selection() {
        return selection;
    }

    /** Whether the lines are changing, so that a selection that is lost meanwhile was not given up by the user. */
    boolean isRearranging() {
        return rearranging;
    }

    /** Hides or shows the runs of a group. */
    void fold(RunLine.Group group) {
        if (!folded.remove(group.name())) {
            folded.add(group.name());
        }
        arrange();
    }

    void select(List<RunRow> rows) {
        selection.setAll(rows);
        selected.set(rows.isEmpty() ? null : rows.getLast());
    }

    public ObjectProperty<RunRow> selectedProperty() {
        return selected;
    }

    /** Whether archived runs are in the list. */
    public BooleanProperty showingArchivedProperty() {
        return showingArchived;
    }

    /** How many runs are archived. */
    public ReadOnlyLongProperty archivedProperty() {
        return archived.getReadOnlyProperty();
    }

    /** Whether only the newest runs are shown yet, the others still being read. */
    public ReadOnlyBooleanProperty partialProperty() {
        return partial.getReadOnlyProperty();
    }

    /** Whether the list has been read at least once. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Why the workspace could not be read; null if it could. */
    public ReadOnlyObjectProperty<UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Reads the workspace again; the selected run stays selected. */
    public void refresh() {
        if (loaded.get()) {
            readAll();
        } else {
            reading.run(() -> read(workspace.newestRuns(FIRST_SHOWN), Map.of()), few -> {
                if (!few.rows().isEmpty()) {
                    partial.set(few.rows().size() == FIRST_SHOWN);
                    show(few);
                }
                readAll();
            }, this::fail);
        }
    }

    private void readAll() {
        Map<String, LiveRun> live = liveRuns.active().stream().filter(run -> run.id() != null)
                .collect(Collectors.toMap(LiveRun::id, run -> run, (one, same) -> one));
        reading.run(() -> read(workspace.runs(), live), all -> {
            partial.set(false);
            show(all);
        }, this::fail);
    }

    private void fail(Throwable problem) {
        failure.set(UserMessage.of(problem));
        loaded.set(true);
    }

    /** Away from the window's thread: what there may be ten thousand of is made here. */
    private Reading read(List<RunSummary> summaries, Map<String, LiveRun> live) {
        Map<String, String> studies = new Studies(workspace).ofRuns();
        return new Reading(summaries.stream().map(summary -> new RunRow(summary, live.get(summary.id()),
                studies.getOrDefault(summary.id(), ""))).toList());
    }

    private void refreshRunsOfOthers() {
        if (runs.stream().anyMatch(row -> row.live() == null && !row.state().isTerminal())) {
            refresh();
        }
    }

    /** A run with what this window knows of it. */
    RunRow row(RunSummary summary) {
        return new RunRow(summary, liveRuns.find(summary.id()).orElse(null), "");
    }

    private void show(Reading read) {
        failure.set(null);
        if (!loaded.get() || !read.equals(last) || showingArchived.get() != shownArchived) {
            last = read;
            shownArchived = showingArchived.get();
            archived.set(read.rows().stream().filter(RunRow::isArchived).count());
            runs.setAll(read.rows().stream().filter(row -> shownArchived || !row.isArchived()).toList());
            arrange();
        }
        loaded.set(true);
    }

    private void arrange() {
        RunArrangement arrangement = new RunArrangement(RunQuery.parse(query.get()), grouping.get(), order.get(),
                Set.copyOf(folded));
        List<RunRow> all = List.copyOf(runs);
        arranging.run(() -> arrangement.of(all), this::place, messages::tell);
    }

    private void place(List<RunLine> arranged) {
        Set<String> chosen = selection.stream().map(RunRow::id).collect(Collectors.toSet());
        String first = selected.get() == null ? null : selected.get().id();
        rearranging = true;
        lines.setAll(arranged);
        selection.setAll(runs.stream().filter(row -> chosen.contains(row.id())).toList());
        selected.set(runs.stream().filter(row -> row.id().equals(first)).findFirst().orElse(null));
        rearranging = false;
    }

    /** What people change about runs. */
    public RunChanges changes() {
        return changes;
    }
}

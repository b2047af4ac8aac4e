package topicworkbench.ui.monitor;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.Workspace;

/** The runs of a workspace, and what can be done with one of them. */
public final class RunsViewModel {
    private final Workspace workspace;
    private final LiveRuns liveRuns;
    private final BackgroundTasks tasks;
    private final LatestTask reading;
    private final Messages messages;

    private final ObservableList<RunRow> runs = FXCollections.observableArrayList();
    private final ObjectProperty<RunRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<UserMessage> failure = new ReadOnlyObjectWrapper<>();

    public RunsViewModel(Workspace workspace, LiveRuns liveRuns, BackgroundTasks tasks, Messages messages) {
        this.workspace = workspace;
        this.liveRuns = liveRuns;
        this.tasks = tasks;
        this.reading = new LatestTask(tasks);
        this.messages = messages;
        liveRuns.whenStarted(run -> refresh());
        liveRuns.whenEnded(run -> refresh());
    }

    /** Newest first, until the user sorts. */
    public ObservableList<RunRow> runs() {
        return runs;
    }

    public ObjectProperty<RunRow> selectedProperty() {
        return selected;
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
        reading.run(workspace::runs, this::show, problem -> {
            failure.set(UserMessage.of(problem));
            loaded.set(true);
        });
    }

    private void show(List<RunSummary> summaries) {
        String chosen = selected.get() == null ? null : selected.get().id();
        runs.setAll(summaries.stream()
                .map(summary -> new RunRow(summary, liveRuns.find(summary.id()).orElse(null))).toList());
        failure.set(null);
        loaded.set(true);
        selected.set(runs.stream().filter(row -> row.id().equals(chosen)).findFirst().orElse(null));
    }

    public void rename(RunRow row, String name) {
        tasks.run(() -> {
            workspace.find(row.id()).rename(name);
            return name;
        }, done -> {
            messages.tell("Renamed to " + done + ".");
            refresh();
        }, messages::tell);
    }

    public void resume(RunRow row) {
        liveRuns.resume(row.id(), row.name(), run -> messages.tell("Resumed " + row.name() + "."), messages::tell);
    }

    public void cancel(RunRow row) {
        LiveRun live = row.live();
        if (live == null) {
            messages.tell(new UserMessage(UserMessage.Kind.WARNING, "The run " + row.name()
                    + " was started outside this window.", "Cancel it where it was started."));
        } else {
            live.cancel();
            messages.tell("Cancelling " + row.name() + "…");
        }
    }
}

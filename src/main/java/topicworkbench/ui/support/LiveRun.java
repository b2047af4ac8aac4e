package topicworkbench.ui.support;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;

/** A run that this window started, as it can be watched: properties change on the window's thread only. */
public final class LiveRun {
    private final BackgroundTasks tasks;
    private final String name;
    private final boolean aside;
    private final ReadOnlyObjectWrapper<RunHandle> handle = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.QUEUED);
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.INGEST);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyObjectWrapper<RunEvent.MapShaped> map = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RunFailure> failure = new ReadOnlyObjectWrapper<>();
    private final Map<Stage, RunEvent.StageFinished> finished = new EnumMap<>(Stage.class);
    private final ObservableList<String> notes = FXCollections.observableArrayList();
    private final ObservableList<String> shownNotes = FXCollections.unmodifiableObservableList(notes);
    /** The newest that the window has not seen yet: they may come faster than it draws. */
    private final AtomicReference<RunEvent.StageProgress> unseen = new AtomicReference<>();
    private final AtomicReference<RunEvent.MapShaped> unseenMap = new AtomicReference<>();

    LiveRun(BackgroundTasks tasks, String name, boolean aside) {
        this.aside = aside;
        this.tasks = tasks;
        this.name = name;
    }

    /** Hears the runner, on any thread. */
    void hear(RunEvent event) {
        if (event instanceof RunEvent.StageProgress progress) {
            if (unseen.getAndSet(progress) == null) {
                tasks.onWindowThread(() -> show(unseen.getAndSet(null)));
            }
        } else if (event instanceof RunEvent.MapShaped shaped) {
            if (unseenMap.getAndSet(shaped) == null) {
                tasks.onWindowThread(() -> show(unseenMap.getAndSet(null)));
            }
        } else {
            tasks.onWindowThread(() -> show(event));
        }
    }

    void attach(RunHandle started) {
        handle.set(started);
    }

    private void show(RunEvent event) {
        switch (event) {
            case RunEvent.StageStarted(var _, Stage begun) -> {
                stage.set(begun);
                fraction.set(Double.NaN);
                state.set(RunState.RUNNING);
            }
            case RunEvent.StageProgress(var _, Stage current, double share) -> {
                if (current == stage.get()) {
                    fraction.set(share);
                }
            }
            case RunEvent.StageFinished done -> {
                finished.put(done.stage(), done);
                fraction.set(1);
            }
            case RunEvent.MapShaped shaped -> map.set(shaped);
            case RunEvent.EpochFinished _, RunEvent.TopicsFormed _ -> { }
            case RunEvent.Note note -> notes.add(note.text());
            case RunEvent.RunEnded(var _, RunState end, RunFailure why) -> {
                failure.set(why);
                state.set(end);
            }
        }
    }

    /** Whether it is executed on AWS. */
    public boolean isOnAws() {
        return handle.get() != null && handle.get().spec().cloud().onAws();
    }

    /** Whether it works on in the cloud just now, whatever becomes of this program. */
    public boolean goesOnInTheCloud() {
        return isOnAws() && state.get() == RunState.RUNNING && !stage.get().isHere();
    }

    /** Asks the run to stop; the state changes when it has. */
    public void cancel() {
        if (handle.get() != null) {
            handle.get().cancel();
        }
    }

    /** Ends training after the current epoch; the run goes on with the best model so far. */
    public void stopTraining() {
        if (handle.get() != null) {
            handle.get().stopTraining();
        }
    }

    /** Null until the runner has accepted the run. */
    public String id() {
        return handle.get() == null ? null : handle.get().id();
    }

    public String name() {
        return name;
    }

    /** Whether the window stays where it is while it goes: one of a study, or of a topic's reviews. */
    public boolean isAside() {
        return aside;
    }

    public ReadOnlyObjectProperty<RunState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** Of the current stage; NaN while not known. */
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /** The map of the documents as it forms; null before it has begun to. */
    public ReadOnlyObjectProperty<RunEvent.MapShaped> mapProperty() {
        return map.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<RunFailure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Those the run goes through, in order; none until the runner has accepted it. */
    public List<Stage> stages() {
        return handle.get() == null ? List.of() : handle.get().spec().stages();
    }

    /** What a finished stage reported, or null. */
    public RunEvent.StageFinished finished(Stage wanted) {
        return finished.get(wanted);
    }

    public ObservableList<String> notes() {
        return shownNotes;
    }
}

package topicworkbench.ui.compare;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.export.StudyExport;
import topicworkbench.failure.ExplainedException;
import topicworkbench.study.Studies;
import topicworkbench.study.Study;
import topicworkbench.study.StudyHandle;
import topicworkbench.study.StudyRunner;
import topicworkbench.study.StudyTable;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.Workspace;

/** One study: its trials side by side as they come in, which of them to take, and whether it goes on. */
public final class StudyViewModel {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private final Workspace workspace;
    private final StudyRunner runner;
    private final LiveRuns liveRuns;
    private final BackgroundTasks tasks;
    private final LatestTask reading;
    private final LatestTask listing;
    private final Messages messages;
    private final ObservableList<Study> studies = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<StudyTable> table = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<UserMessage> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper going = new ReadOnlyBooleanWrapper();
    private String opened;

    private record Reading(StudyTable table, boolean atWork) { }

    public StudyViewModel(Workspace workspace, StudyRunner runner, LiveRuns liveRuns, BackgroundTasks tasks,
            Messages messages) {
        this.workspace = workspace;
        this.runner = runner;
        this.tasks = tasks;
        this.reading = new LatestTask(tasks);
        this.listing = new LatestTask(tasks);
        this.messages = messages;
        this.liveRuns = liveRuns;
        liveRuns.whenEnded(run -> refresh());
        tasks.repeat(BETWEEN_LOOKS, this::refreshWhileGoing);
    }

    /** Newest first. */
    public ObservableList<Study> studies() {
        return studies;
    }

    /** Null until one has been opened and read. */
    public ReadOnlyObjectProperty<StudyTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** Why the study cannot be shown; null if it can. */
    public ReadOnlyObjectProperty<UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Whether this window or another process carries the study out. */
    public ReadOnlyBooleanProperty goingProperty() {
        return going.getReadOnlyProperty();
    }

    /** Reads which studies there are. */
    public void list() {
        listing.run(() -> new Studies(workspace).all(), studies::setAll, messages::tell);
    }

    /** @param idOrName of the study */
    public void open(String idOrName) {
        opened = idOrName;
        table.set(null);
        failure.set(null);
        refresh();
    }

    private void refreshWhileGoing() {
        if (table.get() != null && table.get().rows().stream()
                .anyMatch(row -> row.run() != null && !row.run().state().isTerminal())) {
            refresh();
        }
    }

    private void refresh() {
        if (opened == null) {
            return;
        }
        String wanted = opened;
        reading.run(() -> read(wanted), this::show, problem -> failure.set(UserMessage.of(problem)));
    }

    private Reading read(String idOrName) {
        Studies kept = new Studies(workspace);
        Study study = kept.find(idOrName).orElseThrow(() -> new ExplainedException(
                "There is no study \"" + idOrName + "\" any more.", "Choose another one."));
        return new Reading(StudyTable.of(study, workspace), kept.isAtWork(study));
    }

    private void show(Reading read) {
        failure.set(null);
        going.set(read.atWork());
        table.set(read.table());
    }

    /** Stops the runs at work and begins no other; what is done is kept and can be compared. */
    public void stop() {
        Study study = table.get().study();
        Optional<StudyHandle> here = runner.going(study.id());
        here.ifPresent(StudyHandle::cancel);
        tasks.run(() -> {
            if (here.isEmpty()) {
                new Studies(workspace).askToCancel(study);
            }
            return study.name();
        }, name -> messages.tell("Stopping " + name + "…"), messages::tell);
    }

    /** Writes the table as CSV, Parquet or JSON, as the file's name says. */
    public void export(Path file) {
        StudyTable shown = table.get();
        tasks.run(() -> {
            StudyExport.write(shown, file);
            return file;
        }, written -> messages.tell("Saved as " + written + "."), messages::tell);
    }

    /** What the file of the table is called where nobody says otherwise. */
    public String fileName() {
        return table.get().study().name().replaceAll("[^\\p{L}\\p{N} ._-]+", "-") + ".csv";
    }

    /** Goes on with what is left to do. */
    public void resume() {
        Study study = table.get().study();
        int left = (int) table.get().rows().stream().filter(row -> !row.isFinished()).count();
        liveRuns.ask(study.spec().base(), left, () -> tasks.run(() -> runner.resume(study, (number, trial, event) -> { }),
                handle -> refresh(), messages::tell), messages::tell);
    }

    /** Whether runs are left that could be carried out. */
    public boolean canResume() {
        return !going.get() && table.get() != null && table.get().rows().stream().anyMatch(row -> !row.isFinished()
                && (row.run() == null || row.run().state().isResumable()));
    }
}

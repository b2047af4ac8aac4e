package topicworkbench.ui.compare;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.comparison.AlignedTopics;
import topicworkbench.comparison.ComparedRun;
import topicworkbench.comparison.Comparison;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunName;
import topicworkbench.workspace.Workspace;

/** Runs side by side: which, what they are scored on, and how the topics of the first and of one other go together. */
public final class CompareViewModel {
    /** More lines in a chart cannot be told apart. */
    public static final int MOST_RUNS = 6;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final double LEAST_STEP = 0.01;

    private final Workspace workspace;
    private final LiveRuns liveRuns;
    private final BackgroundTasks tasks;
    private final LatestTask reading;
    private final LatestTask aligning;
    private final Messages messages;

    private final ObservableList<Chosen> chosen = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(new Content.Nothing());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyObjectWrapper<AlignedTopics> aligned = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty sameFrom = new SimpleIntegerProperty(AlignedTopics.SAME);

    /** A run that is to be compared; its name outlives its folder. */
    public record Chosen(String id, String name) { }

    /** What there is to see. */
    public sealed interface Content {
        /** No run has been chosen. */
        record Nothing() implements Content { }

        /** Only one was. */
        record Alone(RunSummary run) implements Content { }

        /** Some still go on. */
        record Waiting(List<RunSummary> going) implements Content { }

        record Loading() implements Content { }

        record Shown(Comparison comparison) implements Content { }

        record Failed(UserMessage why) implements Content { }
    }

    public CompareViewModel(Workspace workspace, LiveRuns liveRuns, BackgroundTasks tasks, Messages messages) {
        this.workspace = workspace;
        this.liveRuns = liveRuns;
        this.tasks = tasks;
        this.reading = new LatestTask(tasks);
        this.aligning = new LatestTask(tasks);
        this.messages = messages;
        liveRuns.whenEnded(run -> lookAgain());
        tasks.repeat(BETWEEN_LOOKS, this::lookAgain);
    }

    /** Those to compare; the others are held against the first. */
    public ObservableList<Chosen> chosen() {
        return chosen;
    }

    public ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Of the scoring, 0 to 1; NaN while not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The topics of the first run and of one other; null until they have been put side by side. */
    public ReadOnlyObjectProperty<AlignedTopics> alignedProperty() {
        return aligned.getReadOnlyProperty();
    }

    /** Common words from which on two topics count as the same. */
    public IntegerProperty sameFromProperty() {
        return sameFrom;
    }

    /** Compares these runs, of which the first is the reference; of more than {@link #MOST_RUNS} the first few. */
    public void open(List<Chosen> runs) {
        if (runs.size() > MOST_RUNS) {
            messages.tell(new UserMessage(UserMessage.Kind.WARNING, "Only the first " + MOST_RUNS + " of " + runs.size()
                    + " runs are compared.", "Choose fewer to see the others."));
        }
        chosen.setAll(runs.stream().limit(MOST_RUNS).toList());
        read();
    }

    /** Takes a run out of the comparison; the run itself stays. */
    public void leaveOut(String id) {
        chosen.removeIf(run -> run.id().equals(id));
        read();
    }

    /** Scores all on the documents of this run from now on, and holds them against it. */
    public void makeReference(String id) {
        List<Chosen> order = new ArrayList<>(chosen);
        order.sort((a, b) -> Boolean.compare(b.id().equals(id), a.id().equals(id)));
        chosen.setAll(order);
        read();
    }

    /** Puts the topics of this run beside those of the first. */
    public void align(ComparedRun other) {
        if (content.get() instanceof Content.Shown(Comparison comparison)) {
            aligning.run(() -> {
                try (Threads threads = new Threads(Threads.available())) {
                    return AlignedTopics.of(comparison.runs().getFirst(), other, threads);
                }
            }, aligned::set, messages::tell);
        }
    }

    /**
     * Starts the same run with the other algorithm, and compares the two once it is done.
     *
     * @param whenStarted hears that it was accepted
     */
    public void runCounterpart(RunSummary run, Runnable whenStarted) {
        RunSpec spec = RunSpecs.counterpart(run.spec());
        String name = run.name() + ", " + spec.model().algorithm().toUpperCase(Locale.ROOT);
        liveRuns.start(spec, RunName.shortened(name), started -> {
            open(List.of(new Chosen(run.id(), run.name()), new Chosen(started.id(), started.name())));
            whenStarted.run();
        }, messages::tell);
    }

    /** The algorithm that {@link #runCounterpart} would use. */
    public static String counterpart(RunSummary run) {
        return RunSpecs.counterpart(run.spec()).model().algorithm().toUpperCase(Locale.ROOT);
    }

    /** Reads the runs again. */
    public void read() {
        List<Chosen> wanted = List.copyOf(chosen);
        aligning.forget();
        aligned.set(null);
        progress.set(Double.NaN);
        content.set(wanted.isEmpty() ? new Content.Nothing() : new Content.Loading());
        if (!wanted.isEmpty()) {
            reading.run(listener -> look(wanted, listener), this::show,
                    problem -> content.set(new Content.Failed(UserMessage.of(problem))));
        } else {
            reading.forget();
        }
    }

    private void lookAgain() {
        if (content.get() instanceof Content.Waiting(List<RunSummary> before)) {
            List<Chosen> wanted = List.copyOf(chosen);
            reading.run(() -> going(folders(wanted)), now -> {
                if (!now.stream().map(RunSummary::id).toList().equals(before.stream().map(RunSummary::id).toList())) {
                    read();
                }
            }, problem -> content.set(new Content.Failed(UserMessage.of(problem))));
        }
    }

    private Content look(List<Chosen> wanted, ProgressListener newer) {
        List<RunFolder> folders = folders(wanted);
        List<RunSummary> going = going(folders);
        if (!going.isEmpty()) {
            return new Content.Waiting(going);
        }
        if (folders.size() == 1) {
            return new Content.Alone(folders.getFirst().summary());
        }
        try (Threads threads = new Threads(Threads.available())) {
            return new Content.Shown(Comparison.of(folders, threads, telling(newer)));
        }
    }

    private List<RunFolder> folders(List<Chosen> wanted) {
        return wanted.stream().map(run -> workspace.folder(run.id()).orElseThrow(() -> new ExplainedException(
                "The run \"" + run.name() + "\" is gone from the workspace.",
                "Leave it out of the comparison, or bring its folder " + run.id() + " back from the bin."))).toList();
    }

    private static List<RunSummary> going(List<RunFolder> folders) {
        return folders.stream().map(RunFolder::summary).filter(run -> !run.state().isTerminal()).toList();
    }

    private ProgressListener telling(ProgressListener newer) {
        double[] last = {-1};
        return (done, total) -> {
            newer.progress(done, total);
            double share = total > 0 ? (double) done / total : Double.NaN;
            if (Math.abs(share - last[0]) >= LEAST_STEP) {
                last[0] = share;
                tasks.onWindowThread(() -> progress.set(share));
            }
        };
    }

    private void show(Content read) {
        content.set(read);
        if (read instanceof Content.Shown(Comparison comparison)) {
            align(comparison.runs().get(1));
        }
    }
}

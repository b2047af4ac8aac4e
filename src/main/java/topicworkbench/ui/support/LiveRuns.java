package topicworkbench.ui.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;

/** The runs this window has started and that still go on; the one place from which the window starts any. */
public final class LiveRuns {
    private final PipelineRunner runner;
    private final BackgroundTasks tasks;
    private final ObservableList<LiveRun> active = FXCollections.observableArrayList();
    /** Kept, because a wrapper that nobody holds loses its listeners. */
    private final ObservableList<LiveRun> shownActive = FXCollections.unmodifiableObservableList(active);
    private final List<Consumer<LiveRun>> onStart = new ArrayList<>();
    private final List<Consumer<LiveRun>> onEnd = new ArrayList<>();
    private Consent consent = Consent.REFUSED;

    public LiveRuns(PipelineRunner runner, BackgroundTasks tasks) {
        this.runner = runner;
        this.tasks = tasks;
    }

    /** Changes on the window's thread. */
    public ObservableList<LiveRun> active() {
        return shownActive;
    }

    public Optional<LiveRun> find(String id) {
        return active.stream().filter(run -> id.equals(run.id())).findFirst();
    }

    public void whenStarted(Consumer<LiveRun> listener) {
        onStart.add(listener);
    }

    public void whenEnded(Consumer<LiveRun> listener) {
        onEnd.add(listener);
    }

    /** Says who is asked before something begins that is billed. */
    public void askFirst(Consent newConsent) {
        consent = newConsent;
    }

    /**
     * Asks first where something would be billed.
     *
     * @param runs   how many there would be
     * @param begin  what is asked about
     * @param onRefused hears why not, also where the user turned away
     */
    public void ask(RunSpec spec, int runs, Runnable begin, Consumer<Throwable> onRefused) {
        if (spec.cloud().onAws()) {
            consent.ask(spec, runs, begin, onRefused);
        } else {
            begin.run();
        }
    }

    /**
     * Asks first where the run would be billed.
     *
     * @param name      shown to people
     * @param onAccepted hears of the run once it exists
     * @param onRefused  hears why it could not start
     */
    public void start(RunSpec spec, String name, Consumer<LiveRun> onAccepted, Consumer<Throwable> onRefused) {
        start(spec, new LiveRun(tasks, name, false), onAccepted, onRefused);
    }

    /** The same without the window going there to watch it. */
    public void startAside(RunSpec spec, String name, Consumer<LiveRun> onAccepted, Consumer<Throwable> onRefused) {
        start(spec, new LiveRun(tasks, name, true), onAccepted, onRefused);
    }

    private void start(RunSpec spec, LiveRun run, Consumer<LiveRun> onAccepted, Consumer<Throwable> onRefused) {
        ask(spec, 1, () -> begin(run, listener -> () -> runner.start(spec, run.name(), listener), onAccepted, onRefused), onRefused);
    }

    /** Goes on with a run that is not at its end. Whoever calls has asked, where that is billed. */
    public void resume(String id, String name, Consumer<LiveRun> onAccepted, Consumer<Throwable> onRefused) {
        begin(new LiveRun(tasks, name, false), listener -> () -> runner.resume(id, listener), onAccepted, onRefused);
    }

    /** Watches a run that goes on in the cloud; nothing begins by it. */
    public void follow(String id, String name, Consumer<LiveRun> onAccepted, Consumer<Throwable> onRefused) {
        begin(new LiveRun(tasks, name, false), listener -> () -> runner.follow(id, listener), onAccepted, onRefused);
    }

    /** The same without the window going there to watch it. */
    public void followAside(String id, String name, Consumer<LiveRun> onAccepted, Consumer<Throwable> onRefused) {
        begin(new LiveRun(tasks, name, true), listener -> () -> runner.follow(id, listener), onAccepted, onRefused);
    }

    /**
     * The same runner for studies, which start many runs from threads of their own; they are watched like any other. Whoever
     * starts a study has asked.
     */
    public PipelineRunner forStudies() {
        return new PipelineRunner() {
            @Override
            public RunHandle start(RunSpec spec, String name, Consumer<RunEvent> listener) {
                return watched(name, listener, both -> runner.start(spec, name, both));
            }

            @Override
            public RunHandle resume(String runId, Consumer<RunEvent> listener) {
                return watched(runId, listener, both -> runner.resume(runId, both));
            }
        };
    }

    private RunHandle watched(String name, Consumer<RunEvent> listener, Function<Consumer<RunEvent>, RunHandle> launch) {
        LiveRun run = new LiveRun(tasks, name, true);
        RunHandle handle = launch.apply(event -> {
            run.hear(event);
            listener.accept(event);
        });
        tasks.onWindowThread(() -> take(run, handle));
        return handle;
    }

    private void begin(LiveRun run, Function<Consumer<RunEvent>, Callable<RunHandle>> launch,
            Consumer<LiveRun> onAccepted, Consumer<Throwable> onRefused) {
        tasks.run(launch.apply(run::hear), handle -> {
            take(run, handle);
            onAccepted.accept(run);
        }, onRefused);
    }

    private void take(LiveRun run, RunHandle handle) {
        run.attach(handle);
        active.add(run);
        onStart.forEach(listener -> listener.accept(run));
        run.stateProperty().subscribe(state -> {
            if (state.isTerminal() && active.remove(run)) {
                onEnd.forEach(listener -> listener.accept(run));
            }
        });
    }
}

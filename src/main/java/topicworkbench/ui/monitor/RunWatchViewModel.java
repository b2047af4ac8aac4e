package topicworkbench.ui.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import topicworkbench.run.RunRequest;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Stage;
import topicworkbench.run.TimeLeft;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/**
 * One run as it goes, or as it went. It looks at the run's files twice a second, so that a run of this window, of another
 * process and of last week are seen the same way.
 */
public final class RunWatchViewModel {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Workspace workspace;
    private final LiveRuns liveRuns;
    private final BackgroundTasks tasks;
    private final LatestTask opening;
    private final Messages messages;
    private final InstantSource clock;

    private final ReadOnlyObjectWrapper<RunSummary> summary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<StageStanding>> stages = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<TimeLeft>> timeLeft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Map<Stage, List<RunLook.OutputFile>>> outputs = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<CloudStanding> cloud = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<UserMessage> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final LogViewModel log = new LogViewModel();
    private final FormingMapViewModel formingMap;
    private RunCurves curves = new RunCurves();

    private RunLook following;
    private boolean busy;
    private Subscription looking = Subscription.EMPTY;
    private Subscription progress = Subscription.EMPTY;

    public RunWatchViewModel(Workspace workspace, LiveRuns liveRuns, BackgroundTasks tasks, Messages messages,
            InstantSource clock) {
        this.workspace = workspace;
        this.liveRuns = liveRuns;
        this.tasks = tasks;
        this.opening = new LatestTask(tasks);
        this.messages = messages;
        this.clock = clock;
        this.formingMap = new FormingMapViewModel(tasks, messages);
    }

    /** Looks at a run from its beginning, and goes on until it ends or {@link #close} is called. */
    public void open(String runId) {
        close();
        curves = new RunCurves();
        log.clear();
        summary.set(null);
        failure.set(null);
        stages.set(List.of());
        outputs.set(Map.of());
        timeLeft.set(Optional.empty());
        cloud.set(null);
        paused.set(false);
        opening.run(() -> workspace.find(runId), folder -> {
            following = new RunLook(workspace, folder, clock);
            busy = false;
            looking = tasks.repeat(BETWEEN_LOOKS, this::look);
            liveRuns.find(runId).ifPresent(run -> {
                followProgress(run);
                formingMap.follow(run, folder);
            });
            look();
        }, this::fail);
    }

    /** Looks no more. */
    public void close() {
        opening.forget();
        looking.unsubscribe();
        progress.unsubscribe();
        looking = Subscription.EMPTY;
        progress = Subscription.EMPTY;
        following = null;
        formingMap.close();
    }

    /** A run of this window tells its progress more often than its files do. */
    private void followProgress(LiveRun run) {
        progress = run.fractionProperty().subscribe(fraction -> {
            if (following != null) {
                following.progress(run.stageProperty().get(), fraction.doubleValue());
                showStages();
            }
        });
    }

    /** Looks for news, unless it is still at it. */
    public void look() {
        RunLook mine = following;
        if (mine == null || busy) {
            return;
        }
        busy = true;
        tasks.run(mine::look, seen -> {
            if (mine == following) {
                busy = false;
                show(seen);
            }
        }, why -> {
            if (mine == following) {
                busy = false;
                fail(why);
            }
        });
    }

    private void show(RunLook.Seen seen) {
        seen.news().events().forEach(curves::hear);
        seen.news().samples().forEach(curves::add);
        log.add(seen.news().log());
        outputs.set(seen.outputs());
        timeLeft.set(seen.timeLeft());
        cloud.set(seen.cloud());
        summary.set(seen.news().summary());
        failure.set(null);
        showStages();
        looks.set(looks.get() + 1);
        if (seen.news().summary().state().isTerminal()) {
            looking.unsubscribe();
        }
    }

    private void showStages() {
        RunSummary run = summary.get();
        if (run != null) {
            stages.set(following.stages(run));
        }
    }

    private void fail(Throwable why) {
        looking.unsubscribe();
        failure.set(UserMessage.of(why));
    }

    /** Ends training after the current epoch; the best model so far is scored and kept. */
    public void stopTraining() {
        String news = "Training ends after this epoch.";
        RunFolder folder = following.folder();
        Optional<LiveRun> live = liveRuns.find(folder.id());
        if (live.isPresent()) {
            live.get().stopTraining();
            messages.tell(news);
        } else {
            tasks.run(() -> {
                folder.ask(RunRequest.STOP_TRAINING);
                return news;
            }, messages::tell, messages::tell);
        }
    }

    /** What the finished stages took together. */
    public double secondsTaken() {
        return following == null ? 0 : following.secondsTaken();
    }

    /** Whether another process than this works on the run. */
    public boolean isElsewhere() {
        RunSummary run = summary.get();
        return run != null && !run.state().isTerminal() && liveRuns.find(run.id()).isEmpty();
    }

    public RunCurves curves() {
        return curves;
    }

    /** Of a run of this window. */
    public FormingMapViewModel formingMap() {
        return formingMap;
    }

    public LogViewModel log() {
        return log;
    }

    /** Null until the first look. */
    public ReadOnlyObjectProperty<RunSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** The stages that the run goes through, in order. */
    public ReadOnlyObjectProperty<List<StageStanding>> stagesProperty() {
        return stages.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<TimeLeft>> timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** Where in the cloud the run is, and what it has cost there; null for a run on this computer. */
    public ReadOnlyObjectProperty<CloudStanding> cloudProperty() {
        return cloud.getReadOnlyProperty();
    }

    /** The files that each stage has left so far. */
    ReadOnlyObjectProperty<Map<Stage, List<RunLook.OutputFile>>> outputsProperty() {
        return outputs.getReadOnlyProperty();
    }

    /** Why the run cannot be looked at; null if it can. */
    public ReadOnlyObjectProperty<UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Rises with each look that brought something to draw. */
    public ReadOnlyLongProperty looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /** Whether charts stand still; what is measured meanwhile is drawn afterwards. */
    public BooleanProperty pausedProperty() {
        return paused;
    }
}

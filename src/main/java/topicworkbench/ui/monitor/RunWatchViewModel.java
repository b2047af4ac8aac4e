package topicworkbench.ui.monitor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
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
import topicworkbench.run.JobNote;
import topicworkbench.run.Provenance;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunRequest;
import topicworkbench.run.RunSample;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Stage;
import topicworkbench.run.TimeLeft;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunTail;
import topicworkbench.workspace.StageSpeeds;
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
    private final ReadOnlyObjectWrapper<Map<Stage, List<OutputFile>>> outputs = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<CloudStanding> cloud = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<UserMessage> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper looks = new ReadOnlyLongWrapper();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final LogViewModel log = new LogViewModel();
    private final FormingMapViewModel formingMap;
    private RunCurves curves = new RunCurves();

    private Following following;
    private Subscription looking = Subscription.EMPTY;
    private Subscription progress = Subscription.EMPTY;

    /** A file that a stage left. */
    public record OutputFile(String name, long bytes) { }

    /** What a look at the run's files brought. */
    private record Seen(RunTail.News news, Map<Stage, List<OutputFile>> outputs, Optional<TimeLeft> timeLeft, CloudStanding cloud) { }

    /** The run that is looked at, and what is remembered of it between two looks. */
    private static final class Following {
        final RunFolder folder;
        final RunTail tail;
        boolean busy;
        StageSpeeds speeds;
        Instant stageBegun;
        /** Written away from the window's thread, shown on it. */
        volatile List<FinishedStage> finished = List.of();
        volatile Stage stage;
        volatile double fraction = Double.NaN;
        volatile JobNote job;

        Following(RunFolder folder) {
            this.folder = folder;
            this.tail = folder.tail();
        }
    }

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
            following = new Following(folder);
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
            if (following != null && run.stageProperty().get() == following.stage) {
                following.fraction = fraction.doubleValue();
                showStages();
            }
        });
    }

    /** Looks for news, unless it is still at it. */
    public void look() {
        Following mine = following;
        if (mine == null || mine.busy) {
            return;
        }
        mine.busy = true;
        tasks.run(() -> seen(mine), seen -> {
            mine.busy = false;
            if (mine == following) {
                show(seen);
            }
        }, why -> {
            mine.busy = false;
            if (mine == following) {
                fail(why);
            }
        });
    }

    private Seen seen(Following run) {
        RunTail.News news = run.tail.news();
        for (RunEvent event : news.events()) {
            if (event instanceof RunEvent.StageStarted(Instant time, Stage stage)) {
                run.stage = stage;
                run.stageBegun = time;
                run.fraction = Double.NaN;
                run.job = null;
            } else if (event instanceof RunEvent.Note note && note.stage() == run.stage) {
                run.job = JobNote.parse(note.text()).orElse(run.job);
            }
        }
        for (RunSample sample : news.samples()) {
            if (sample.stage() == run.stage) {
                run.fraction = sample.fraction();
            }
        }
        run.finished = news.finished();
        Map<Stage, List<OutputFile>> files = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            files.put(stage, run.folder.files().outputs(stage).stream().filter(Files::exists)
                    .map(RunWatchViewModel::output).toList());
        }
        return new Seen(news, files, timeLeft(run, news.summary()), CloudStanding.of(run.folder));
    }

    private static OutputFile output(Path file) {
        try {
            return new OutputFile(file.getFileName().toString(), Files.size(file));
        } catch (IOException e) {
            return new OutputFile(file.getFileName().toString(), 0); // gone since it was listed
        }
    }

    private Optional<TimeLeft> timeLeft(Following run, RunSummary now) {
        if (now.state() != RunState.RUNNING || run.stage == null || now.spec() == null) {
            return Optional.empty();
        }
        if (run.speeds == null) {
            Provenance provenance = run.folder.provenance();
            run.speeds = provenance == null ? null : StageSpeeds.of(workspace, provenance.machine());
        }
        StageSpeeds speeds = run.speeds == null ? StageSpeeds.NONE : run.speeds;
        double seconds = Duration.between(run.stageBegun, clock.instant()).toMillis() / 1000.0;
        return speeds.timeLeft(new StageSpeeds.Standing(now.spec(), run.finished, run.stage, run.fraction, seconds));
    }

    private void show(Seen seen) {
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
            stages.set(StageStanding.of(run.spec() == null ? new ArrayList<>(following.finished.stream()
                    .map(FinishedStage::stage).toList()) : run.spec().stages(), following.finished, run.state(),
                    following.stage, following.fraction, run.failure(), following.job));
        }
    }

    private void fail(Throwable why) {
        looking.unsubscribe();
        failure.set(UserMessage.of(why));
    }

    /** Ends training after the current epoch; the best model so far is scored and kept. */
    public void stopTraining() {
        String news = "Training ends after this epoch.";
        RunFolder folder = following.folder;
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
        return following == null ? 0 : following.finished.stream().mapToDouble(FinishedStage::seconds).sum();
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
    public ReadOnlyObjectProperty<Map<Stage, List<OutputFile>>> outputsProperty() {
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

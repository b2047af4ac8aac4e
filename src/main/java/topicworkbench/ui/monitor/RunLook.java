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
import topicworkbench.run.JobNote;
import topicworkbench.run.Provenance;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSample;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Stage;
import topicworkbench.run.TimeLeft;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunTail;
import topicworkbench.workspace.StageSpeeds;
import topicworkbench.workspace.Workspace;

/** Looks at the files of one run again and again, and remembers between two looks where it stands. */
final class RunLook {
    private final Workspace workspace;
    private final RunFolder folder;
    private final InstantSource clock;
    private final RunTail tail;
    private StageSpeeds speeds;
    private Instant stageBegun;
    /** Written away from the window's thread, shown on it. */
    private volatile List<FinishedStage> finished = List.of();
    private volatile Stage stage;
    private volatile double fraction = Double.NaN;
    private volatile JobNote job;

    RunLook(Workspace workspace, RunFolder folder, InstantSource clock) {
        this.workspace = workspace;
        this.folder = folder;
        this.clock = clock;
        this.tail = folder.tail();
    }

    /** A file that a stage left. */
    record OutputFile(String name, long bytes) { }

    /** What a look brought. */
    record Seen(RunTail.News news, Map<Stage, List<OutputFile>> outputs, Optional<TimeLeft> timeLeft, CloudStanding cloud) { }

    RunFolder folder() {
        return folder;
    }

    /** What the finished stages took together. */
    double secondsTaken() {
        return finished.stream().mapToDouble(FinishedStage::seconds).sum();
    }

    /** Progress that was told otherwise than by the files; of another stage it is old news. */
    void progress(Stage of, double done) {
        if (of == stage) {
            fraction = done;
        }
    }

    List<StageStanding> stages(RunSummary run) {
        return StageStanding.of(run.spec() == null ? new ArrayList<>(finished.stream().map(FinishedStage::stage).toList())
                : run.spec().stages(), finished, run.state(), stage, fraction, run.failure(), job);
    }

    /** Reads what is new. Never called by two threads at once. */
    Seen look() {
        RunTail.News news = tail.news();
        for (RunEvent event : news.events()) {
            if (event instanceof RunEvent.StageStarted(Instant time, Stage begun)) {
                stage = begun;
                stageBegun = time;
                fraction = Double.NaN;
                job = null;
            } else if (event instanceof RunEvent.Note note && note.stage() == stage) {
                job = JobNote.parse(note.text()).orElse(job);
            }
        }
        for (RunSample sample : news.samples()) {
            progress(sample.stage(), sample.fraction());
        }
        finished = news.finished();
        Map<Stage, List<OutputFile>> files = new EnumMap<>(Stage.class);
        for (Stage each : Stage.values()) {
            files.put(each, folder.files().outputs(each).stream().filter(Files::exists).map(RunLook::output).toList());
        }
        return new Seen(news, files, timeLeft(news.summary()), CloudStanding.of(folder));
    }

    private static OutputFile output(Path file) {
        try {
            return new OutputFile(file.getFileName().toString(), Files.size(file));
        } catch (IOException e) {
            return new OutputFile(file.getFileName().toString(), 0); // gone since it was listed
        }
    }

    private Optional<TimeLeft> timeLeft(RunSummary now) {
        if (now.state() != RunState.RUNNING || stage == null || now.spec() == null) {
            return Optional.empty();
        }
        if (speeds == null) {
            Provenance provenance = folder.provenance();
            speeds = provenance == null ? null : StageSpeeds.of(workspace, provenance.machine());
        }
        StageSpeeds known = speeds == null ? StageSpeeds.NONE : speeds;
        double seconds = Duration.between(stageBegun, clock.instant()).toMillis() / 1000.0;
        return known.timeLeft(new StageSpeeds.Standing(now.spec(), finished, stage, fraction, seconds));
    }
}

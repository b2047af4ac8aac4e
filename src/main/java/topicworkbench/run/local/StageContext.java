package topicworkbench.run.local;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.evaluation.ScoredCorpus;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.quality.TopicScores;
import topicworkbench.run.Counts;
import topicworkbench.run.Quality;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;
import topicworkbench.topic.DocumentMap;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunClock;
import topicworkbench.workspace.RunFiles;
import topicworkbench.workspace.RunWriter;

/** What a stage works with: the run's specification and files, and ways to tell how it goes. */
final class StageContext {
    private final RunWriter run;
    private final RunSpec spec;
    private final Consumer<RunEvent> events;
    private final BooleanSupplier cancelled;
    private final BooleanSupplier trainingStopped;
    private StageProgress progress;
    private Threads threads;
    private ScoredCorpus corpus;

    StageContext(RunWriter run, RunSpec spec, Consumer<RunEvent> events, BooleanSupplier cancelled,
            BooleanSupplier trainingStopped) {
        this.run = run;
        this.spec = spec;
        this.events = events;
        this.cancelled = cancelled;
        this.trainingStopped = trainingStopped;
    }

    /** @param stageThreads for this stage only */
    void begin(Stage stage, Threads stageThreads) {
        threads = stageThreads;
        progress = new StageProgress(stage, events, cancelled);
    }

    RunSpec spec() {
        return spec;
    }

    RunFiles files() {
        return run.files();
    }

    Threads threads() {
        return threads;
    }

    /** Tells the stage's progress, and cancels the stage when the run is cancelled. */
    ProgressListener progress() {
        return progress;
    }

    /** For a part of the stage that takes it from one fraction to another. */
    ProgressListener progress(double from, double to) {
        return progress.part(from, to);
    }

    /** A figure of a stage that is done. */
    long figure(Stage stage, String name) {
        return run.finished(stage).map(FinishedStage::figures).map(figures -> figures.get(name)).orElse(0L);
    }

    /** Null before vectorise is done. */
    Counts counts() {
        return run.counts();
    }

    /** What evaluate measured. */
    Quality quality() {
        return run.quality();
    }

    void note(String text) {
        events.accept(new RunEvent.Note(RunClock.now(), progress.stage(), text));
    }

    void epochFinished(EpochMetrics metrics, TopicScores scores, List<List<String>> words) {
        events.accept(new RunEvent.EpochFinished(RunClock.now(), metrics, scores.meanWetc(), scores.meanTu(),
                scores.meanNpmi()));
        events.accept(new RunEvent.TopicsFormed(RunClock.now(), metrics.epoch(), words));
    }

    void mapShaped(int step, int steps, double divergence, DocumentMap map) {
        events.accept(new RunEvent.MapShaped(RunClock.now(), step, steps, divergence, map));
    }

    boolean isTrainingStopped() {
        return trainingStopped.getAsBoolean();
    }

    /** Lets go of the counts and what belongs to them, for a stage that needs the memory. */
    void forgetCorpus() {
        corpus = null;
    }

    /** The counts with the means to score topics on them; read and made once, as several stages want them. */
    ScoredCorpus corpus(ProgressListener listener) {
        if (corpus == null) {
            corpus = ScoredCorpus.of(CorpusFile.read(files().corpus()), spec, threads, listener);
        }
        return corpus;
    }
}

package topicworkbench.run.local;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import topicworkbench.evaluation.ScoredCorpus;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.fit.TrainedModel;
import topicworkbench.fit.TrainingListener;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFiles;

/**
 * Trains a run's model from each of its seeds, as many at a time as cores and memory allow: two trainings of one thread
 * each are done sooner than one of two threads after the other. The topics of each seed are kept as soon as they are
 * found, so that a resumed run trains only the rest.
 */
final class SeedTrainings {
    private static final int WHOLE = 1000;

    private final StageContext context;
    private final ScoredCorpus scored;
    private final TrainingListener first;
    private final ProgressListener progress;
    private final List<Long> seeds;
    /** Of each seed, in thousandths. */
    private final AtomicIntegerArray done;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * @param first    hears the epochs of the first seed, which stand for all: their curves are alike
     * @param progress hears how far all are
     */
    SeedTrainings(StageContext context, ScoredCorpus scored, TrainingListener first, ProgressListener progress) {
        this.context = context;
        this.scored = scored;
        this.first = first;
        this.progress = progress;
        this.seeds = context.spec().trainingSeeds();
        this.done = new AtomicIntegerArray(seeds.size());
    }

    /** @return topics x terms of each seed */
    List<FloatMatrix> topicTerms() {
        RunFiles files = context.files();
        List<Integer> missing = IntStream.range(0, seeds.size())
                .filter(i -> !Files.exists(files.topicTermOf(seeds.get(i)))).boxed().toList();
        IntStream.range(0, seeds.size()).filter(i -> !missing.contains(i)).forEach(i -> done.set(i, WHOLE));
        int atOnce = Math.min(context.threads().count(), TrainingMemory.trainingsAtOnce(context.spec(), context.counts()));
        for (int from = 0; from < missing.size(); from += atOnce) {
            train(missing.subList(from, Math.min(missing.size(), from + atOnce)));
        }
        return seeds.stream().map(seed -> ModelTables.readTopicTerm(files.topicTermOf(seed),
                context.spec().model().topics(), scored.counts().vocabulary().size())).toList();
    }

    private void train(List<Integer> together) {
        int threadsOfEach = context.threads().count() / together.size();
        try (Threads lanes = new Threads(together.size())) {
            lanes.run(together.size(), (lane, _) -> train(together.get(lane), threadsOfEach));
        } catch (RuntimeException e) { // that of any lane; the others were only called off
            throw failure.get() instanceof RuntimeException cause ? cause : new IllegalStateException(failure.get());
        }
    }

    private void train(int index, int threadCount) {
        long seed = seeds.get(index);
        try (Threads threads = new Threads(threadCount)) {
            TrainedModel trained = TrainStage.trainer(context.spec().model(), seed, threads)
                    .train(scored.counts(), new SeedListener(index));
            ModelTables.writeTopicTerm(context.files().topicTermOf(seed), trained.model());
            context.note("Seed " + seed + " is trained, " + trained.epochsRun() + " epochs.");
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    private final class SeedListener implements TrainingListener {
        private final int index;

        SeedListener(int index) {
            this.index = index;
        }

        @Override
        public void progress(long part, long whole) {
            if (failure.get() != null) {
                throw new CancellationException("another seed has failed");
            }
            done.set(index, whole > 0 ? (int) (WHOLE * part / whole) : 0);
            progress.progress(IntStream.range(0, seeds.size()).mapToLong(done::get).sum(), (long) WHOLE * seeds.size());
        }

        @Override
        public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
            return index == 0 ? first.epochFinished(metrics, topicTerm) : !context.isTrainingStopped();
        }
    }
}

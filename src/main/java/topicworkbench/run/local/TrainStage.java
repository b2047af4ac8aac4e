package topicworkbench.run.local;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.evaluation.EnoughDocuments;
import topicworkbench.evaluation.ModelFiles;
import topicworkbench.evaluation.ScoredCorpus;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.LdaTrainer;
import topicworkbench.fit.MixtureInference;
import topicworkbench.fit.ModelOptions;
import topicworkbench.fit.NmfOptions;
import topicworkbench.fit.NmfTrainer;
import topicworkbench.fit.NtmOptions;
import topicworkbench.fit.NtmTrainer;
import topicworkbench.fit.TopicTrainer;
import topicworkbench.fit.TrainedModel;
import topicworkbench.fit.TrainingListener;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.quality.Consensus;
import topicworkbench.quality.Stability;
import topicworkbench.run.Stage;
import topicworkbench.topic.TopicModel;
import topicworkbench.workspace.AlignmentTable;

/** Learns the topics, and tells after every epoch how good they are. */
final class TrainStage implements PipelineStage {
    /** Of each topic after every epoch: enough to recognize it, and with 20 topics 2 KB an epoch. */
    private static final int WORDS_KEPT = 10;
    /** Share of the stage's time that reading the counts and making the word vectors takes, roughly. */
    private static final double PREPARATION = 0.1;
    /** The seed whose topics the others share most; the consensus has them in its order. */
    static final String MEDOID = "medoid";
    /** Of a document's weight of each topic: light, so that a review is about few. */
    private static final float CONSENSUS_PRIOR = 0.1f;

    @Override
    public Stage stage() {
        return Stage.TRAIN;
    }

    @Override
    public Result run(StageContext context) {
        ScoredCorpus scored = context.corpus(context.progress(0, PREPARATION));
        EnoughDocuments.require(scored.counts().documentsOf(Split.TRAIN).length, context.spec().model().topics());
        EpochScores listener = new EpochScores(context, scored);
        return context.spec().seeds() == 1 ? one(context, scored, listener) : consensus(context, scored, listener);
    }

    private static Result one(StageContext context, ScoredCorpus scored, EpochScores listener) {
        TrainedModel trained = trainer(context.spec().model(), context.spec().seed(), context.threads())
                .train(scored.counts(), listener);
        ModelFiles.write(context.files(), trained.model(), trained.parameters(), scored.counts());
        return Result.of(Map.of("epochs", (long) trained.epochsRun()));
    }

    /** What the models of several seeds agree on. */
    private static Result consensus(StageContext context, ScoredCorpus scored, EpochScores listener) {
        Corpus corpus = scored.counts();
        List<Long> seeds = context.spec().trainingSeeds();
        List<FloatMatrix> models = new SeedTrainings(context, scored, listener, listener).topicTerms();
        Stability stability = Stability.of(models, models.stream().map(scored::topWords).toList(), context.threads());
        AlignmentTable.write(context.files().alignment(), seeds, stability);
        FloatMatrix topicTerm = Consensus.topicTerm(models, stability);
        FloatMatrix prior = FloatMatrix.zeros(1, topicTerm.rows());
        Arrays.fill(prior.values(), CONSENSUS_PRIOR);
        FloatMatrix documentTopic = new MixtureInference(topicTerm, prior, context.threads())
                .documentTopic(corpus.counts(), context.progress(1, 1));
        ModelFiles.write(context.files(), new TopicModel(corpus.vocabulary(), topicTerm, documentTopic), Map.of("alpha", prior), corpus);
        return Result.of(Map.of("seeds", (long) seeds.size(), MEDOID, seeds.get(stability.medoid())));
    }

    static TopicTrainer trainer(ModelOptions model, long seed, Threads threads) {
        return switch (model) {
            case NtmOptions options -> new NtmTrainer(options, seed, threads);
            case LdaOptions options -> new LdaTrainer(options, seed, threads);
            case NmfOptions options -> new NmfTrainer(options, seed, threads);
        };
    }

    /** Scores the topics of each epoch, and ends the training when the user wants no more. */
    private static final class EpochScores implements TrainingListener {
        private final StageContext context;
        private final ScoredCorpus corpus;
        private final ProgressListener progress;

        EpochScores(StageContext context, ScoredCorpus corpus) {
            this.context = context;
            this.corpus = corpus;
            this.progress = context.progress(PREPARATION, 1);
        }

        @Override
        public void progress(long done, long total) {
            progress.progress(done, total);
        }

        @Override
        public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
            int[][] topWords = corpus.topWords(topicTerm.get());
            context.epochFinished(metrics, corpus.score(topWords), corpus.words(topWords, WORDS_KEPT));
            if (context.isTrainingStopped()) {
                context.note("Training was stopped by the user after epoch " + metrics.epoch() + ".");
                return false;
            }
            return true;
        }
    }
}

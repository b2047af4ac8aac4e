package topicworkbench.run.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.LdaTrainer;
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
import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;
import topicworkbench.workspace.DocumentTables;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFiles;

/** Learns the topics, and tells after every epoch how good they are. */
final class TrainStage implements PipelineStage {
    /** Of each topic after every epoch: enough to recognize it, and with 20 topics 2 KB an epoch. */
    private static final int WORDS_KEPT = 10;
    /** Share of the stage's time that reading the counts and making the word vectors takes, roughly. */
    private static final double PREPARATION = 0.1;

    @Override
    public Stage stage() {
        return Stage.TRAIN;
    }

    @Override
    public Result run(StageContext context) {
        ScoredCorpus scored = context.corpus(context.progress(0, PREPARATION));
        Corpus corpus = scored.counts();
        EnoughDocuments.require(corpus.documentsOf(Split.TRAIN).length, context.spec().model().topics());
        TrainedModel trained = trainer(context.spec(), context.threads())
                .train(corpus, new EpochScores(context, scored));
        RunFiles files = context.files();
        ParameterFile.write(files.parameters(), trained.parameters());
        ModelTables.writeTopicTerm(files.topicTerm(), trained.model());
        DocumentTables.writeDocumentTopic(files.documentTopic(), trained.model().documentTopic(), corpus);
        return Result.of(Map.of("epochs", (long) trained.epochsRun()));
    }

    private static TopicTrainer trainer(RunSpec spec, Threads threads) {
        return switch (spec.model()) {
            case NtmOptions options -> new NtmTrainer(options, spec.seed(), threads);
            case LdaOptions options -> new LdaTrainer(options, spec.seed(), threads);
            case NmfOptions options -> new NmfTrainer(options, spec.seed(), threads);
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

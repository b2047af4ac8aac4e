package topicworkbench.run.local;

import java.util.List;
import java.util.Map;
import topicworkbench.evaluation.Evaluation;
import topicworkbench.evaluation.ParameterFile;
import topicworkbench.evaluation.ScoredCorpus;
import topicworkbench.evaluation.SeedStability;
import topicworkbench.fit.TopicInference;
import topicworkbench.math.FloatMatrix;
import topicworkbench.quality.WordVectors;
import topicworkbench.run.Quality;
import topicworkbench.run.Stage;
import topicworkbench.workspace.DocumentTables;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFiles;

/** Scores the finished topics and lists their leading words. */
final class EvaluateStage implements PipelineStage {

    /** Share of the stage's time that reading the counts and making the word vectors takes where they are not at hand. */
    private static final double PREPARATION = 0.5;

    @Override
    public Stage stage() {
        return Stage.EVALUATE;
    }

    @Override
    public Result run(StageContext context) {
        RunFiles files = context.files();
        ScoredCorpus scored = context.corpus(context.progress(0, PREPARATION));
        int topics = context.spec().model().topics();
        FloatMatrix topicTerm = ModelTables.readTopicTerm(files.topicTerm(), topics, scored.counts().vocabulary().size());
        FloatMatrix documentTopic = DocumentTables.readDocumentTopic(files.documentTopic(), scored.counts().documents(),
                topics);
        TopicInference inference = TopicInference.of(context.spec().model(), topicTerm,
                ParameterFile.read(files.parameters()), context.threads());
        noteMissing(context, scored.vectors());
        Quality quality = new Evaluation(scored, stability(context)).write(topicTerm, documentTopic, inference,
                files.quality(), context.progress(PREPARATION, 1));
        return new Result(Map.of("topics", (long) topics, "vectors_found", quality.vectorsFound()), null, quality);
    }

    private static SeedStability stability(StageContext context) {
        List<Long> seeds = context.spec().trainingSeeds();
        return seeds.size() == 1 ? SeedStability.NONE : SeedStability.read(context.files().alignment(), seeds,
                context.figure(Stage.TRAIN, TrainStage.MEDOID));
    }

    private static void noteMissing(StageContext context, WordVectors vectors) {
        int missing = vectors.vocabulary().size() - vectors.foundCount();
        if (missing > 0) {
            context.note(missing + " of " + vectors.vocabulary().size() + " terms have no vector in " + vectors.name()
                    + " and do not count in WETC.");
        }
    }
}

package topicworkbench.run.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import topicworkbench.corpus.Corpus;
import topicworkbench.fit.HeldOutPerplexity;
import topicworkbench.fit.TopicInference;
import topicworkbench.math.FloatMatrix;
import topicworkbench.quality.TopicScores;
import topicworkbench.quality.WordVectors;
import topicworkbench.run.Quality;
import topicworkbench.run.Stage;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.DocumentTables;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFiles;
import topicworkbench.workspace.TopicTable;

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
        int[][] topWords = scored.topWords(topicTerm);
        TopicScores scores = scored.score(topWords);
        double[] prevalence = prevalence(documentTopic, scored.counts());
        SeedStability stability = SeedStability.of(context);
        List<Topic> found = new ArrayList<>();
        for (int topic = 0; topic < topics; topic++) {
            int row = topic;
            List<Topic.Word> words = Arrays.stream(topWords[topic]).mapToObj(term -> new Topic.Word(
                    scored.counts().vocabulary().term(term), topicTerm.get(row, term))).toList();
            found.add(new Topic(topic, null, prevalence[topic], scores.wetc()[topic], scores.tu()[topic],
                    scores.npmi()[topic], stability.of(topic), words));
        }
        TopicTable.write(files.quality(), found);
        WordVectors vectors = scored.vectors();
        noteMissing(context, vectors);
        TopicInference inference = TopicInference.of(context.spec().model(), topicTerm,
                ParameterFile.read(files.parameters()), context.threads());
        double perplexity = HeldOutPerplexity.of(inference, scored.counts(), context.progress(PREPARATION, 1));
        return new Result(Map.of("topics", (long) topics, "vectors_found", (long) vectors.foundCount()), null,
                new Quality(scores.meanWetc(), scores.meanTu(), scores.meanNpmi(), perplexity, stability.mean(),
                        vectors.name(), vectors.foundCount()));
    }

    private static void noteMissing(StageContext context, WordVectors vectors) {
        int missing = vectors.vocabulary().size() - vectors.foundCount();
        if (missing > 0) {
            context.note(missing + " of " + vectors.vocabulary().size() + " terms have no vector in " + vectors.name()
                    + " and do not count in WETC.");
        }
    }

    /** Share of all tokens that the documents give to each topic. */
    private static double[] prevalence(FloatMatrix documentTopic, Corpus corpus) {
        double[] share = new double[documentTopic.columns()];
        double total = corpus.counts().total();
        for (int document = 0; document < documentTopic.rows(); document++) {
            double weight = corpus.counts().rowTotal(document) / total;
            for (int topic = 0; topic < share.length; topic++) {
                share[topic] += weight * documentTopic.get(document, topic);
            }
        }
        return share;
    }
}

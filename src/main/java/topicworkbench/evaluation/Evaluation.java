package topicworkbench.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import topicworkbench.corpus.Corpus;
import topicworkbench.fit.HeldOutPerplexity;
import topicworkbench.fit.TopicInference;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.quality.TopicScores;
import topicworkbench.run.Quality;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.TopicTable;

/**
 * Scores finished topics and lists their leading words, the same way for a run on this computer and for a model that
 * SageMaker trained.
 *
 * @param corpus    that the model was trained on
 * @param stability of the topics over seeds
 */
public record Evaluation(ScoredCorpus corpus, SeedStability stability) {

    /**
     * Writes quality.parquet.
     *
     * @param topicTerm     topics x terms
     * @param documentTopic documents x topics
     * @param inference     by the same model, for the perplexity of held-out documents
     * @param quality       the file to write
     */
    public Quality write(FloatMatrix topicTerm, FloatMatrix documentTopic, TopicInference inference, Path quality,
            ProgressListener listener) {
        Corpus counts = corpus.counts();
        int[][] topWords = corpus.topWords(topicTerm);
        TopicScores scores = corpus.score(topWords);
        double[] prevalence = prevalence(documentTopic, counts);
        List<Topic> topics = new ArrayList<>();
        for (int topic = 0; topic < topicTerm.rows(); topic++) {
            int row = topic;
            List<Topic.Word> words = Arrays.stream(topWords[topic]).mapToObj(term ->
                    new Topic.Word(counts.vocabulary().term(term), topicTerm.get(row, term))).toList();
            topics.add(new Topic(topic, null, prevalence[topic], scores.wetc()[topic], scores.tu()[topic],
                    scores.npmi()[topic], stability.of(topic), words));
        }
        TopicTable.write(quality, topics);
        return new Quality(scores.meanWetc(), scores.meanTu(), scores.meanNpmi(),
                HeldOutPerplexity.of(inference, counts, listener), stability.mean(), corpus.vectors().name(),
                corpus.vectors().foundCount());
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

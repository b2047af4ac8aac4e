package topicworkbench.run;

import java.util.Arrays;
import java.util.List;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.TextOptions;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.ModelOptions;
import topicworkbench.topic.Relevance;

/**
 * Everything that decides a run's result: the form, the command line and the cloud read and write the same one.
 *
 * @param source          which reviews
 * @param filter          which of them are kept
 * @param text            how text becomes terms
 * @param model           algorithm and hyperparameters
 * @param embeddings      file of word vectors for WETC, or null to train vectors on the run's own reviews
 * @param relevanceLambda how words are ranked for scores and lists, 0 to 1
 * @param gate            what the model must reach
 * @param map             how the documents are laid out in the plane
 * @param seed            of every random choice
 */
public record RunSpec(ReviewSource source, ReviewFilter filter, TextOptions text, ModelOptions model,
        String embeddings, double relevanceLambda, QualityGate gate, MapOptions map, long seed) {

    public RunSpec {
        InvalidOptionException.unless(relevanceLambda >= 0 && relevanceLambda <= 1, "relevance_lambda",
                relevanceLambda, "Give a number from 0 to 1; " + Relevance.DEFAULT_LAMBDA + " is usual.");
    }

    /** Those that a run of this specification goes through, in order. */
    public List<Stage> stages() {
        return Arrays.stream(Stage.values()).filter(stage -> stage != Stage.MAP || map.wanted()).toList();
    }

    public RunSpec withSource(ReviewSource newSource) {
        return new RunSpec(newSource, filter, text, model, embeddings, relevanceLambda, gate, map, seed);
    }

    public RunSpec withModel(ModelOptions newModel) {
        return new RunSpec(source, filter, text, newModel, embeddings, relevanceLambda, gate, map, seed);
    }

    public RunSpec withEmbeddings(String newEmbeddings) {
        return new RunSpec(source, filter, text, model, newEmbeddings, relevanceLambda, gate, map, seed);
    }

    RunSpec withRelevanceLambda(double newLambda) {
        return new RunSpec(source, filter, text, model, embeddings, newLambda, gate, map, seed);
    }
}

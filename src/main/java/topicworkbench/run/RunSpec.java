package topicworkbench.run;

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
 * @param seed            of every random choice
 */
public record RunSpec(ReviewSource source, ReviewFilter filter, TextOptions text, ModelOptions model,
        String embeddings, double relevanceLambda, QualityGate gate, long seed) {

    public RunSpec {
        InvalidOptionException.unless(relevanceLambda >= 0 && relevanceLambda <= 1, "relevance_lambda",
                relevanceLambda, "Give a number from 0 to 1; " + Relevance.DEFAULT_LAMBDA + " is usual.");
    }

    public RunSpec withSource(ReviewSource newSource) {
        return new RunSpec(newSource, filter, text, model, embeddings, relevanceLambda, gate, seed);
    }

    public RunSpec withModel(ModelOptions newModel) {
        return new RunSpec(source, filter, text, newModel, embeddings, relevanceLambda, gate, seed);
    }

    public RunSpec withEmbeddings(String newEmbeddings) {
        return new RunSpec(source, filter, text, model, newEmbeddings, relevanceLambda, gate, seed);
    }

    RunSpec withRelevanceLambda(double newLambda) {
        return new RunSpec(source, filter, text, model, embeddings, newLambda, gate, seed);
    }
}

package topicworkbench.fit;

import java.util.Map;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Finds the topics of documents by a trained model, also of documents that it has never seen. Same model and documents
 * give the same bits on any number of threads and in any company; beside the result memory is that of a batch. One
 * instance serves one caller at a time.
 */
public interface TopicInference {

    /**
     * @param topicTerm  topics x terms, as in {@link topicworkbench.topic.TopicModel}
     * @param parameters of the model, as in {@link TrainedModel}
     * @throws IllegalArgumentException if an array is missing or does not fit the options
     */
    static TopicInference of(ModelOptions options, FloatMatrix topicTerm, Map<String, FloatMatrix> parameters,
            Threads threads) {
        boolean mixture = parameters.containsKey("alpha"); // as the consensus of several models is, whatever trained them
        return switch (options) {
            case NtmOptions ntm when !mixture -> new NtmInference(ntm, parameters, threads);
            case NmfOptions nmf when !mixture -> new NmfInference(nmf, parameters, threads);
            default -> new MixtureInference(topicTerm, parameters.get("alpha"), threads);
        };
    }

    /**
     * @param counts   documents x terms of the model's vocabulary
     * @param listener hears documents done, may cancel
     * @return documents x topics, each row a probability distribution
     */
    FloatMatrix documentTopic(CsrCounts counts, ProgressListener listener);

    /**
     * Predicts words of documents from other words of the same documents.
     *
     * @param observed documents x terms: what the topics of each document are inferred from
     * @param scored   documents x terms: the words to predict, in the same order of documents
     * @param listener hears documents done, may cancel
     * @return for each document the log of the probability of its scored words, nats
     */
    double[] logLikelihood(CsrCounts observed, CsrCounts scored, ProgressListener listener);
}

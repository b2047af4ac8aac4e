package topicworkbench.sagemaker;

import java.util.List;

/**
 * What one host's log has told so far. Each host ends with a model of its own; nobody merges them.
 *
 * @param host            as in {@code algo-1}
 * @param epochs          that are over, in order
 * @param bestEpoch       whose weights were kept, or -1 if not told
 * @param bestLoss        of that epoch; NaN if not told
 * @param stoppedEarly    whether training ended before the planned epochs
 * @param finalValidation loss of the validation documents by the final model; NaN if not told
 * @param wetc            word embedding topic coherence of the final topics; NaN without a vocabulary
 * @param tu              topic uniqueness of the final topics; NaN if not told
 * @param topics          the final topics; empty if not told
 * @param unknownWords    words of the vocabulary without an embedding, or -1 if not told
 * @param completed       share of the work, 0 to 1; NaN if not told
 */
public record HostTraining(String host, List<TrainingEpoch> epochs, int bestEpoch, double bestLoss,
        boolean stoppedEarly, double finalValidation, double wetc, double tu, List<LoggedTopic> topics,
        int unknownWords, double completed) {

    public HostTraining {
        epochs = List.copyOf(epochs);
        topics = List.copyOf(topics);
    }

    /**
     * A topic as the log lists it.
     *
     * @param wetc  NaN without a vocabulary
     * @param tu    NaN without a vocabulary
     * @param words leading words, or without a vocabulary their columns
     */
    public record LoggedTopic(double wetc, double tu, List<String> words) {
        public LoggedTopic {
            words = List.copyOf(words);
        }
    }

    /** By what hosts are compared: the loss of the final model on the validation documents, else that of the best epoch. */
    public double loss() {
        return Double.isNaN(finalValidation) ? bestLoss : finalValidation;
    }
}

package topicworkbench.sagemaker;

/**
 * One epoch of one host as its log tells it; numbers that it does not tell are NaN.
 *
 * @param host                as in {@code algo-1}
 * @param epoch               from 1
 * @param examples            documents trained on, by this host; -1 if not told
 * @param total               training loss, nats per token: reconstruction and divergence
 * @param reconstruction      its first part
 * @param divergence          its second part, Kullback-Leibler
 * @param validationTotal     loss of the validation documents
 * @param badCount            how many epochs in a row, this one included, did not improve enough; 0 after a good one
 * @param documentsPerSecond  of this host
 * @param completed           share of the planned epochs, 0 to 1
 */
public record TrainingEpoch(String host, int epoch, int examples, double total, double reconstruction,
        double divergence, double validationTotal, int badCount, double documentsPerSecond, double completed) { }

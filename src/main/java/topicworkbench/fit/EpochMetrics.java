package topicworkbench.fit;

/**
 * What one epoch (NTM), one block of sweeps (LDA) or one pass (NMF) reports; losses in nats per token, NaN where there
 * is none. Losses carry the names that SageMaker's container logs.
 *
 * @param epoch              1, 2, …
 * @param epochs             how many were asked for
 * @param total              train total_loss: recons + kld; of NMF the share of the squared weights left unexplained
 * @param recons             reconstruction
 * @param kld                Kullback-Leibler divergence
 * @param validationTotal    validation total_loss, NaN without validation documents
 * @param documentsPerSecond training throughput
 * @param seconds            wall-clock time of the epoch
 * @param bad                whether early stopping counted this epoch as not better
 */
public record EpochMetrics(int epoch, int epochs, double total, double recons, double kld, double validationTotal,
        double documentsPerSecond, double seconds, boolean bad) { }

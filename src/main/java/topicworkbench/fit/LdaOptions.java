package topicworkbench.fit;

import topicworkbench.failure.InvalidOptionException;

/**
 * Options of latent Dirichlet allocation by Gibbs sampling (MALLET).
 *
 * @param topics           num_topics, 2 to 1000
 * @param iterations       sweeps over all tokens, 1 or more
 * @param alpha            sum over topics of the document-topic prior, above 0
 * @param beta             topic-word prior of each term, above 0
 * @param optimizeInterval sweeps between re-estimations of the priors; 0 keeps them
 * @param burnIn           sweeps before the first re-estimation
 * @param service          what the service wants to know in place of all but topics and alpha
 */
public record LdaOptions(int topics, int iterations, double alpha, double beta, int optimizeInterval, int burnIn,
        ServiceLdaOptions service)
        implements ModelOptions {

    public LdaOptions {
        InvalidOptionException.unless(topics >= 2 && topics <= 1000, "num_topics", topics, "Give 2 to 1000.");
        InvalidOptionException.unless(iterations >= 1, "iterations", iterations, "Give 1 or more.");
        InvalidOptionException.unless(alpha > 0 && alpha < 1e6, "alpha", alpha, "Give a number above 0.");
        InvalidOptionException.unless(beta > 0 && beta < 1e6, "beta", beta, "Give a number above 0.");
        InvalidOptionException.unless(optimizeInterval >= 0, "optimize_interval", optimizeInterval, "Give 0 or more.");
        InvalidOptionException.unless(burnIn >= 0, "burn_in", burnIn, "Give 0 or more.");
    }

    public static LdaOptions recommended(int topics) {
        return new LdaOptions(topics, 1000, 5.0, 0.01, 10, 200, ServiceLdaOptions.DEFAULTS);
    }

    @Override
    public String algorithm() {
        return "lda";
    }
}

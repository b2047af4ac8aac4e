package topicworkbench.fit;

import topicworkbench.failure.InvalidOptionException;

/**
 * Options of SageMaker's latent Dirichlet allocation, a tensor decomposition, which a sampler has no use for.
 *
 * @param maxRestarts   max_restarts of the decomposition, 1 or more
 * @param maxIterations max_iterations of each, 1 or more
 * @param tolerance     tol, error at which one ends, above 0
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/lda_hyperparameters.html">LDA hyperparameters</a>
 */
public record ServiceLdaOptions(int maxRestarts, int maxIterations, double tolerance) {
    public static final ServiceLdaOptions DEFAULTS = new ServiceLdaOptions(10, 1000, 1e-8);

    public ServiceLdaOptions {
        InvalidOptionException.unless(maxRestarts >= 1, "max_restarts", maxRestarts, "Give 1 or more.");
        InvalidOptionException.unless(maxIterations >= 1, "max_iterations", maxIterations, "Give 1 or more.");
        InvalidOptionException.unless(tolerance > 0 && tolerance < 1e6, "tol", tolerance, "Give a number above 0.");
    }
}

package topicworkbench.run.aws.spending;

/** What an instance of SageMaker is used for; each use has its own price and quota. */
public enum Use {
    TRAINING("Training", "training job usage"),
    SPOT_TRAINING("Training", "spot training job usage"),
    PROCESSING("Processing", "processing job usage"),
    HOSTING("Hosting", "endpoint usage"),
    TRANSFORM("Batch Transform", "transform job usage");

    private final String component;
    private final String quota;

    Use(String component, String quota) {
        this.component = component;
        this.quota = quota;
    }

    /** As the price list calls it. */
    String component() {
        return component;
    }

    /** As Service Quotas calls it, for example {@code ml.g4dn.xlarge for training job usage}. */
    String quota(String instanceType) {
        return instanceType + " for " + quota;
    }
}

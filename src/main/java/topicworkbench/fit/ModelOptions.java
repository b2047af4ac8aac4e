package topicworkbench.fit;

/** Everything that decides how a model is trained, whichever algorithm it is. */
public sealed interface ModelOptions permits NtmOptions, LdaOptions, NmfOptions {
    /** {@code ntm}, {@code lda} or {@code nmf}. */
    String algorithm();

    int topics();
}

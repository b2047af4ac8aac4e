package topicworkbench.fit;

/** Everything that decides how a model is trained, whichever algorithm it is. */
public sealed interface ModelOptions permits NtmOptions, LdaOptions {
    /** {@code ntm} or {@code lda}. */
    String algorithm();

    int topics();
}

package topicworkbench.corpus;

/**
 * Which terms the vocabulary settings left out.
 *
 * @param distinct   different terms in all reviews, before anything was left out
 * @param rare       in fewer documents than {@code min_df} asks for
 * @param common     in more documents than {@code max_df} allows
 * @param overflowed frequent enough, but beyond {@code max_features}
 */
public record PrunedTerms(int distinct, int rare, int common, int overflowed) { }

package topicworkbench.exploration;

/** By what documents are told apart; at any time each has at most one filter. */
public enum Dimension {
    TOPIC, SHARE, STARS, DATE, PRODUCT, CATEGORY, SOURCE, HELPFUL_VOTES, VERIFIED, FLAGGED, SEARCH, REGION
}

package topicworkbench.templates;

/** A permission that something cannot do without. @param resource an ARN, or {@code *} where there can be none */
record IamNeed(String action, String resource) { }

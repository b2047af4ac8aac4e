package topicworkbench.corpus;

/** What a document is used for. */
public enum Split { TRAIN, VALIDATION, TEST }

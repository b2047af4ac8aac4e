package topicworkbench.run;

/**
 * What became of the reviews, from the files to the tokens.
 *
 * @param read       rows understood
 * @param rejected   rows that could not be read; rejected.parquet lists them
 * @param filtered   dropped by the filter
 * @param duplicates dropped as exact or near duplicates
 * @param tooShort   left with too few tokens
 * @param documents  what the model sees
 * @param terms      size of the vocabulary
 * @param tokens     counted tokens
 */
public record Counts(long read, long rejected, long filtered, long duplicates, long tooShort, long documents,
        long terms, long tokens) { }

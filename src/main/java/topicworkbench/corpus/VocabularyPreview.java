package topicworkbench.corpus;

import java.util.List;
import java.util.Map;

/**
 * What vocabulary settings make of a sample of reviews.
 *
 * @param reviews   prepared reviews
 * @param documents those with enough tokens, which the model would see
 * @param terms     size of the vocabulary
 * @param tokens    counted in the documents
 * @param allTokens of every term in every review, before anything is left out
 * @param pruned    terms that are not in the vocabulary
 * @param removals  for each threshold what it removes at several values, rising, the chosen one among them
 */
public record VocabularyPreview(int reviews, int documents, int terms, long tokens, long allTokens,
        PrunedTerms pruned, Map<Threshold, List<Removal>> removals) {

    public VocabularyPreview {
        removals = Map.copyOf(removals);
    }

    /** The settings that decide which terms are kept, in the order in which they are applied. */
    public enum Threshold {
        MIN_DF("min_df") {
            @Override
            public double of(TextOptions options) {
                return options.minDf();
            }

            @Override
            TextOptions in(TextOptions options, double value) {
                return options.withThresholds(value, options.maxDf(), options.maxFeatures());
            }
        },
        MAX_DF("max_df") {
            @Override
            public double of(TextOptions options) {
                return options.maxDf();
            }

            @Override
            TextOptions in(TextOptions options, double value) {
                return options.withThresholds(options.minDf(), value, options.maxFeatures());
            }
        },
        MAX_FEATURES("max_features") {
            @Override
            public double of(TextOptions options) {
                return options.maxFeatures();
            }

            @Override
            TextOptions in(TextOptions options, double value) {
                return options.withThresholds(options.minDf(), options.maxDf(), (int) value);
            }
        };

        private final String setting;

        Threshold(String setting) {
            this.setting = setting;
        }

        /** As a specification spells it. */
        public String setting() {
            return setting;
        }

        public abstract double of(TextOptions options);

        abstract TextOptions in(TextOptions options, double value);
    }

    /**
     * What one threshold removes of what the thresholds before it leave.
     *
     * @param value     of the threshold
     * @param terms     that are not in the vocabulary because of it
     * @param tokens    of these terms
     * @param documents that have too few tokens because of it
     */
    public record Removal(double value, int terms, long tokens, int documents) { }
}

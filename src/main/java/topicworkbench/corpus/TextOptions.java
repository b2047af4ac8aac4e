package topicworkbench.corpus;

import java.util.List;
import topicworkbench.failure.InvalidOptionException;

/**
 * How text becomes terms; names and meanings follow scikit-learn's {@code CountVectorizer} where it has them.
 *
 * @param maxNgram        longest word sequence that becomes one term, 1 to 3
 * @param stopWords       {@code english} or {@code none}
 * @param extraStopWords  the user's own words to drop, in any inflection that {@code normalization} brings together
 * @param normalization   how inflected forms are brought together
 * @param minWordLength   least number of letters of a word as it is written, 1 or more
 * @param minDf           documents that must hold a term: a count if 1 or more, a share of the documents if below 1
 * @param maxDf           documents that may hold a term: a share if 1.0 or below, a count above
 * @param maxFeatures     vocabulary size: the most frequent terms are kept, 2 or more
 * @param minTokens       shortest document, in counted tokens; shorter ones are left out and listed
 * @param validationShare share of documents held back to measure the loss while training, 0 to 0.5
 * @param testShare       share held back for the final figure, 0 to 0.5
 */
public record TextOptions(int maxNgram, String stopWords, List<String> extraStopWords, Normalization normalization,
        int minWordLength, double minDf, double maxDf, int maxFeatures, int minTokens, double validationShare,
        double testShare) {

    /** How inflected forms of a word are brought together. */
    public enum Normalization { NONE, STEM, LEMMA }

    /** Words of a term. */
    static final int LONGEST_NGRAM = 3;

    public static final TextOptions DEFAULTS = new TextOptions(1, "english", List.of(), Normalization.NONE, 3, 5, 0.5,
            5000, 5, 0.1, 0.0);

    public TextOptions {
        extraStopWords = List.copyOf(extraStopWords);
        InvalidOptionException.unless(maxNgram >= 1 && maxNgram <= LONGEST_NGRAM, "max_ngram", maxNgram, "Give 1, 2 or 3.");
        InvalidOptionException.unless(stopWords.equals("english") || stopWords.equals("none"), "stop_words", stopWords,
                "Give english or none; your own words go into extra_stop_words.");
        for (String word : extraStopWords) {
            InvalidOptionException.unless(!word.isBlank() && word.strip().chars().noneMatch(Character::isWhitespace),
                    "extra_stop_words", '"' + word + '"', "Give single words, without spaces inside.");
        }
        InvalidOptionException.unless(minWordLength >= 1, "min_word_length", minWordLength, "Give 1 or more.");
        InvalidOptionException.unless(minDf >= 0, "min_df", minDf, "Give a number of documents, or a share between 0 and 1.");
        InvalidOptionException.unless(maxDf > 0, "max_df", maxDf, "Give a share between 0 and 1, or a number of documents.");
        InvalidOptionException.unless(maxFeatures >= 2, "max_features", maxFeatures, "Give 2 or more.");
        InvalidOptionException.unless(minTokens >= 1, "min_tokens", minTokens, "Give 1 or more.");
        InvalidOptionException.unless(validationShare >= 0 && validationShare <= 0.5, "validation_share", validationShare,
                "Give a share between 0 and 0.5.");
        InvalidOptionException.unless(testShare >= 0 && testShare <= 0.5, "test_share", testShare,
                "Give a share between 0 and 0.5.");
        InvalidOptionException.unless(validationShare + testShare < 1, "test_share", testShare,
                "Leave documents to learn from: validation_share and test_share together must be below 1.");
    }

    TextOptions withThresholds(double newMinDf, double newMaxDf, int newMaxFeatures) {
        return new TextOptions(maxNgram, stopWords, extraStopWords, normalization, minWordLength, newMinDf, newMaxDf,
                newMaxFeatures, minTokens, validationShare, testShare);
    }

    TextOptions withoutOwnStopWords() {
        return new TextOptions(maxNgram, stopWords, List.of(), normalization, minWordLength, minDf, maxDf, maxFeatures,
                minTokens, validationShare, testShare);
    }
}

package topicworkbench.run;

import static topicworkbench.run.SettingKind.NAMES;
import static topicworkbench.run.SettingKind.NUMBER;

import java.util.List;
import topicworkbench.corpus.TextOptions;
import topicworkbench.run.Setting.Section;

/** How text becomes terms, setting by setting. */
final class TextSettings {
    static final List<Setting> ROWS = new SettingTable<>(Section.TEXT, null, RunSpec::text)
            .addCount("max_ngram", "1, 2 or 3", "Longest word sequence that becomes one term", TextOptions::maxNgram)
            .addChoice("stop_words", List.of("english", "none"), "Common words to leave out", TextOptions::stopWords)
            .add("extra_stop_words", NAMES, "words separated by commas", "Your own words to leave out",
                    TextOptions::extraStopWords)
            .addChoice("normalization", TextOptions.Normalization.class, "How forms of a word are brought together",
                    TextOptions::normalization)
            .addCount("min_word_length", "1 or more", "Shortest word, in letters", TextOptions::minWordLength)
            .add("min_df", NUMBER, "a number of documents, or a share below 1",
                    "Fewest documents that must hold a term", TextOptions::minDf)
            .add("max_df", NUMBER, "a share up to 1, or a number of documents above",
                    "Most documents that may hold a term", TextOptions::maxDf)
            .addCount("max_features", "2 or more", "Vocabulary size: the most frequent terms are kept",
                    TextOptions::maxFeatures)
            .addCount("min_tokens", "1 or more", "Shortest document, in counted tokens", TextOptions::minTokens)
            .add("validation_share", NUMBER, "0 to 0.5", "Share of documents held back to watch the loss",
                    TextOptions::validationShare)
            .add("test_share", NUMBER, "0 to 0.5", "Share of documents held back for the final figure",
                    TextOptions::testShare)
            .rows();

    private TextSettings() { }

    static TextOptions build(SettingValues values) {
        return new TextOptions(values.count("max_ngram"), values.text("stop_words"), values.names("extra_stop_words"),
                values.choice("normalization", TextOptions.Normalization.class), values.count("min_word_length"),
                values.number("min_df"), values.number("max_df"), values.count("max_features"),
                values.count("min_tokens"), values.number("validation_share"), values.number("test_share"));
    }
}

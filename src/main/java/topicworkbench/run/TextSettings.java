package topicworkbench.run;

import static topicworkbench.run.SettingKind.NAMES;
import static topicworkbench.run.SettingKind.NUMBER;

import java.util.List;
import topicworkbench.corpus.TextOptions;
import topicworkbench.run.Setting.Section;

/** How text becomes terms, setting by setting. */
final class TextSettings {
    static final List<Setting> ROWS = new SettingTable<>(Section.TEXT, null, RunSpec::text)
            .addCount("max_ngram", "1, 2 or 3",
                    "Most words in a term; 2 adds pairs like \"waste money\", a larger vocabulary and slower training",
                    TextOptions::maxNgram)
            .addChoice("stop_words", List.of("english", "none"),
                    "Common words to leave out, such as \"the\" and \"was\"", TextOptions::stopWords)
            .add("extra_stop_words", NAMES, "words separated by commas",
                    "Your own words to leave out, such as a brand that stands in every review",
                    TextOptions::extraStopWords)
            .addChoice("normalization", TextOptions.Normalization.class,
                    "Whether \"refunded\" and \"refunds\" count as one term; stem cuts endings, lemma looks words up",
                    TextOptions::normalization)
            .addCount("min_word_length", "1 or more", "Letters a word must have; a higher value drops more short words",
                    TextOptions::minWordLength)
            .add("min_df", NUMBER, "a number of documents, or a share below 1",
                    "Documents that must hold a term; a higher value drops more rare words and typing errors",
                    TextOptions::minDf)
            .add("max_df", NUMBER, "a share up to 1, or a number of documents above",
                    "Documents that may hold a term; a lower value drops more of the words everybody uses",
                    TextOptions::maxDf)
            .addCount("max_features", "2 or more",
                    "Most terms in the vocabulary, the most frequent ones; more catch rarer themes and train slower",
                    TextOptions::maxFeatures)
            .addCount("min_tokens", "1 or more",
                    "Counted tokens a document must have; a higher value leaves out more short reviews",
                    TextOptions::minTokens)
            .add("validation_share", NUMBER, "0 to 0.5",
                    "Share of documents held back to watch the loss; a higher value measures better and learns from "
                    + "less",
                    TextOptions::validationShare)
            .add("test_share", NUMBER, "0 to 0.5",
                    "Share of documents held back for the final figure; a higher value learns from less",
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

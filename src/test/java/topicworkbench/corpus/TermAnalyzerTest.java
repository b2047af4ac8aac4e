package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.corpus.TextOptions.Normalization;
import topicworkbench.failure.InvalidOptionException;

class TermAnalyzerTest {

    private static List<String> terms(TextOptions options, String title, String text) {
        try (TermAnalyzer analyzer = new TermAnalyzer(options)) {
            return analyzer.terms(title, text);
        }
    }

    private static TextOptions options(int maxNgram, String stopWords, List<String> extra, Normalization normalization,
            int minWordLength) {
        return new TextOptions(maxNgram, stopWords, extra, normalization, minWordLength, 1, 1.0, 10, 1, 0, 0);
    }

    private static TextOptions plain(int minWordLength) {
        return options(1, "none", List.of(), Normalization.NONE, minWordLength);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It's 5 o'clock, DON'T panic     | it s o clock don t panic
            mp3 player, 100% 4.5 2020       | mp player
            http://www.example.com/a_b?c=1  | http www example com a b c
            Café ÉTÉ naïve Straße           | café été naïve straße
            cafe\u0301                      | café
            great👍👍🏽 product❤️ 1️⃣ done   | great product done
            ΑΓΟΡΑ Возврат 返金               | αγορα возврат 返金
            𐐀𐐁 (two Deseret letters)         | 𐐨𐐩 two deseret letters
            don’t…stop—now                  | don t stop now
            """)
    void wordsAreRunsOfLettersInLowerCase(String text, String words) {
        assertThat(terms(plain(1), "", text.translateEscapes())).containsExactly(words.split(" "));
    }

    @Test
    void titleAndTextBothCount() {
        assertThat(terms(plain(1), "Total waste", "of money")).containsExactly("total", "waste", "of", "money");
    }

    @Test
    void shortWordsAndEndlessOnesAreNoTerms() {
        String endless = "a".repeat(WordScanner.MAX_LENGTH + 1);
        String longest = "b".repeat(WordScanner.MAX_LENGTH);

        assertThat(terms(plain(3), "", "is it bad " + endless + " " + longest + " " + "é".repeat(70)))
                .containsExactly("bad", longest);
    }

    @Test
    void textOfAnyLengthIsReadWhole() {
        String text = "refund ".repeat(5000);

        assertThat(terms(plain(1), "", text)).hasSize(5000).containsOnly("refund");
    }

    @Test
    void englishStopWordsTakeTheLeftoversOfContractionsAlong() {
        TextOptions options = options(1, "english", List.of(), Normalization.NONE, 1);

        assertThat(terms(options, "", "I don't think it doesn't work, didn't you've they'll isn't dont")).containsExactly("work");
    }

    @Test
    void ngramsReachAcrossRemovedStopWordsAsCountVectorizersDo() {
        TextOptions options = options(3, "english", List.of(), Normalization.NONE, 3);

        assertThat(terms(options, "", "A waste of money. Refund!")).containsExactly("waste", "money", "waste money",
                "refund", "money refund", "waste money refund");
    }

    @Test
    void usersStopWordsAreDroppedInEveryInflectionAndSpelling() {
        List<String> extra = List.of("Product", "can't", "BUY");

        assertThat(terms(options(1, "none", extra, Normalization.LEMMA, 1), "", "Products product bought buying can t cheap"))
                .containsExactly("cheap");
        assertThat(terms(options(1, "none", extra, Normalization.STEM, 1), "", "products buying cheap"))
                .containsExactly("cheap");
        assertThat(terms(options(1, "none", extra, Normalization.NONE, 1), "", "products PRODUCT")).containsExactly("products");
        assertThatThrownBy(() -> options(1, "none", List.of("customer service"), Normalization.NONE, 1))
                .isInstanceOf(InvalidOptionException.class).hasMessageContaining("customer service");
    }

    /** Stems as the Snowball project's own English vocabulary lists them. */
    @Test
    void stemsBringInflectionsTogether() {
        TextOptions options = options(1, "none", List.of(), Normalization.STEM, 1);

        assertThat(terms(options, "", "refunded refunds refunding battery batteries installation generously"))
                .containsExactly("refund", "refund", "refund", "batteri", "batteri", "instal", "generous");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            batteries taxes crashes dies cookies women mice knives  | battery tax crash die cookie woman mouse knife
            bought found paid broken cancelled lost                 | buy find pay break cancel lose
            refunded refunding downloading installed coded          | refund refund download install code
            easier disappointed disappointing installing building   | easy disappoint disappoint install building
            pass boss gas bus virus data thought installation bit   | pass boss gas bus virus data thought installation bit
            turbotax earbuds überall                                | turbotax earbuds überall
            """)
    void lemmasAreWordsOfTheDictionary(String words, String lemmas) {
        TextOptions options = options(1, "none", List.of(), Normalization.LEMMA, 1);

        assertThat(terms(options, "", words)).containsExactly(lemmas.split(" "));
    }

    @Test
    void formsOfStopWordsAreStopWordsToo() {
        assertThat(terms(options(1, "english", List.of(), Normalization.LEMMA, 3), "", "likes liked uses refunds"))
                .containsExactly("refund");
    }
}

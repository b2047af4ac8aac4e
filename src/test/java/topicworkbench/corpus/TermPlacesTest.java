package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import topicworkbench.corpus.TextOptions.Normalization;

/** Where terms stand, for every way in which text becomes terms. */
class TermPlacesTest {
    private static final List<String> PIECES = List.of("Batteries", "the", "refunded", " ", ", ", "—", "cafe\u0301", "ÉTÉ", "waste of",
            "money", "👍🏽", "x", "was", "o'clock", "\n", "2013", "installing", "İstanbul", "𐐀𐐁", "WORSE", " … ");

    private static TextOptions options(int maxNgram, Normalization normalization) {
        return new TextOptions(maxNgram, "english", List.of("product"), normalization, 2, 1, 1.0, 10, 1, 0, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STEM  | 1 | Refunds refunded       | refund=Refunds refund=refunded
            LEMMA | 1 | Bad batteries bought   | bad=Bad battery=batteries buy=bought
            NONE  | 2 | waste of money         | waste=waste money=money waste_money=waste_of_money
            STEM  | 3 | the product installs, fails badly | instal=installs fail=fails instal_fail=installs,_fails \
            bad=badly fail_bad=fails_badly instal_fail_bad=installs,_fails_badly
            """)
    void leadBackToTheText(Normalization normalization, int maxNgram, String text, String places) {
        try (TermAnalyzer analyzer = new TermAnalyzer(options(maxNgram, normalization))) {
            String whole = "Title\n" + text;
            List<String> found = analyzer.places("Title", text).stream().filter(place -> place.from() > 5).map(place -> place.term()
                    .replace(' ', '_') + "=" + whole.substring(place.from(), place.to()).replace(' ', '_')).toList();
            assertThat(found.stream().filter(place -> !place.startsWith("titl")).toList()).contains(places.split(" "));
        }
    }

    @ParameterizedTest
    @EnumSource
    void areOfTheTermsThatAreCounted(Normalization normalization) {
        Random random = new Random(3);
        try (TermAnalyzer analyzer = new TermAnalyzer(options(3, normalization))) {
            for (int i = 0; i < 300; i++) {
                String title = text(random, 4);
                String text = text(random, 20);
                String whole = title + "\n" + text;
                List<TermPlace> places = analyzer.places(title, text);
                assertThat(places.stream().map(TermPlace::term).toList()).as(whole).isEqualTo(analyzer.terms(title, text));
                for (TermPlace place : places) {
                    assertThat(place.from()).isBetween(0, place.to() - 1);
                    assertThat(place.to()).isLessThanOrEqualTo(whole.length());
                    // alone, the stretch becomes the same words
                    assertThat(analyzer.terms("", whole.substring(place.from(), place.to()))).contains(place.term());
                }
            }
        }
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(pieces); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }
}

package topicworkbench.exploration.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.failure.InvalidOptionException;

class SearchQueryTest {

    private static List<String> hits(String search, String text) {
        return SearchQuery.parse(search).hits(text).stream().map(hit -> text.substring(hit.from(), hit.to())).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            late refund          ; Refund came LATE, refunds too        ; Refund/LATE
            "waste of money"     ; A waste of money and waste, of—money ; waste of money/waste, of—money
            refund*              ; refund Refunded "refunding"          ; refund/Refunded/refunding
            "refund* my"         ; he refunded my card                  ; refunded my
            /charg(e|ing)/       ; charge charging recharge charges     ; charge/charging
            /re.* money/         ; receive money, return my money       ; receive money
            -late refund         ; late refund                          ; refund
            cafe                 ; Café café CAFE                       ; Café/café/CAFE
            don't                ; I don’t and don't                    ; don’t/don't
            wi-fi                ; Wi-Fi wifi wi fi                     ; Wi-Fi/wi fi
            windows 10 OR vista  ; Windows 10, Vista                    ; Windows/10/Vista
            /É.é/                ; été                                  ; été
            a "a b"              ; a b a                                ; a b/a
            ﬁle                  ; the file                             ; file
            """)
    void hitsStandWhereTheTextHasThem(String search, String text, String found) {
        assertThat(hits(search, text)).containsExactly(found.split("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!!!", "\"waste of", "/charge", "/ch(arge/", "//", "/[z-a]/", "re*nd", "*", "\"a * b\"",
        "late OR -refund", "/a{1000}{1000}/", "/a{99999}/", "/(.*a){20}.{500}/", "/\\/"})
    void whatCannotBeUnderstoodIsSaidInWords(String search) {
        assertThatThrownBy(() -> SearchQuery.parse(search)).isInstanceOfSatisfying(InvalidOptionException.class, mistake -> {
            assertThat(mistake.option()).isEqualTo("search");
            assertThat(mistake.getMessage()).endsWith(".");
            assertThat(mistake.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/(a+)+b/", "/(a|aa)+b/", "/(.*)*x/", "/(x+x+)+y/", "/((((a?){50}){5}))a*/", "/((((a?){50}){20}))a*/",
        "/.*a.{8}/"})
    void noExpressionTakesForever(String search) {
        String text = "a".repeat(250) + " " + "x".repeat(250);
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(3), () -> { // a hang, not a slow machine
            try {
                SearchQuery.parse(search).hits(text);
            } catch (InvalidOptionException tooLarge) {
                assertThat(tooLarge).hasMessageContaining("too large");
            }
        });
    }

    @Test
    void marksThatCannotBeSeenHideNoWord() {
        assertThat(hits("drains", "it \u2066drains\u2069 fast")).containsExactly("drains\u2069");
        assertThat(hits("\u202Erefund", "no re\u00ADfund")).containsExactly("re\u00ADfund");
    }

    @Test
    void ordinaryPunctuationIsNoMistake() {
        assertThat(hits("refund - late", "late refund")).containsExactly("late", "refund");
        assertThat(hits("and/or", "and/or")).containsExactly("and/or");
        assertThat(hits("C++ (2013)", "c 2013")).containsExactly("c", "2013");
        assertThat(hits("“waste of” money", "waste of money")).containsExactly("waste of", "money");
    }
}

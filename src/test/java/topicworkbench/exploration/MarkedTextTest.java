package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.corpus.TermPlace;
import topicworkbench.exploration.MarkedText.Piece;

class MarkedTextTest {

    private static WordEvidence.Word word(int from, int to, double weight) {
        return new WordEvidence.Word(new TermPlace("", from, to), weight);
    }

    @Test
    void marksOverlapWithoutLosingText() {
        MarkedText marked = MarkedText.of("a waste of money", 10, List.of(word(12, 17, 0.6), word(12, 26, 0.9), word(3, 9, 1)),
                List.of(new TextSpan(8, 16)));
        assertThat(marked.pieces()).containsExactly(new Piece("a ", false, 0), new Piece("waste", false, 0.9),
                new Piece(" ", false, 0.9), new Piece("of money", true, 0.9));
    }

    @Test
    void aWordThatReachesBeyondTheStretchIsNotMarked() {
        assertThat(MarkedText.of("half a wo", 0, List.of(word(7, 11, 1)), List.of()).pieces())
                .containsExactly(new Piece("half a wo", false, 0));
    }

    @Test
    void anEmptyTextHasNoPieces() {
        assertThat(MarkedText.of("", 4, List.of(), List.of()).pieces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gpj.exe\\u202E   | gpj.exe[U+202E]
            a\\u0000b\\u001b[2J | a[U+0000]b[U+001B][2J
            \\u2066x\\u2069  | [U+2066]x[U+2069]
            zero\\u200bwidth\\ufeff | zero[U+200B]width[U+FEFF]
            \\ud83d alone   | [U+D83D] alone
            \\udb40\\udc41tag | [U+E0041]tag
            line\\u2028end  | line[U+2028]end
            """)
    void whatIsHiddenIsMadeVisible(String text, String visible) {
        assertThat(VisibleText.of(unescaped(text))).isEqualTo(visible);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "👩‍👩‍👧 👍🏽 ❤️", "می‌خواهم", "שלום עולם", "two\nlines\tand", "café 返金"})
    void ordinaryTextOfAnyScriptStaysAsItIs(String text) {
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\u", i)) {
                plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }
}

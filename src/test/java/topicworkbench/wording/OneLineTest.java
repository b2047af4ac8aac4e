package topicworkbench.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void nothingInItBeginsALineOrMovesACursor() {
        assertThat(OneLine.of("  failed\r\n2026-01-01 ERROR\tforged\u001b[2J\u2028more\u202eevil\u0085 ", 100))
                .isEqualTo("failed 2026-01-01 ERROR forged [2J more evil");
        assertThat(OneLine.of("\n\u0000", 10)).isEmpty();
    }

    @Test
    void aLongOneIsCutBetweenCharacters() {
        assertThat(OneLine.of("12345", 5)).isEqualTo("12345");
        assertThat(OneLine.of("123456", 5)).isEqualTo("12345…");
        assertThat(OneLine.of("😀😀😀", 2)).isEqualTo("😀😀…");
    }

    @Test
    void halfACharacterIsNone() {
        assertThat(OneLine.of("a\ud83db", 10)).isEqualTo("a b");
    }
}

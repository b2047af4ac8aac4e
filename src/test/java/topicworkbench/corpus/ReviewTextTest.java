package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"good.<br /><br />Bad|good. Bad", "un<b>believ</b>able|unbelievable",
            "<p>one</p><p>two</p>|one two", "it&rsquo;s 4&#34; wide|it\u2019s 4\" wide", "AT&amp;amp;T|AT&T",
            "I <3 it, price < 50 & > 20|I <3 it, price < 50 & > 20", "&lt;br&gt;next|next",
            "a<script>alert(1)</script>b|a b", "R&D stays|R&D stays", "a <a href=\"x\">link</a>|a link"})
    void takesHtmlOut(String raw, String plain) {
        assertThat(ReviewText.clean(raw)).isEqualTo(plain);
    }

    @Test
    void makesOneLineOfAnyWhiteSpace() {
        assertThat(ReviewText.clean("  a\r\n\tb\u00A0\u3000c\u0007d\u200Be\uFEFF ")).isEqualTo("a b c de");
        assertThat(ReviewText.clean("\n ")).isEmpty();
        assertThat(ReviewText.clean(null)).isNull();
    }

    @Test
    void keepsDamageVisible() {
        assertThat(ReviewText.clean("my gums were \uFFFDack")).isEqualTo("my gums were \uFFFDack");
    }
}

package topicworkbench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FittedTextTest {
    private static final FontMetrics METRICS = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics()
            .getFontMetrics(HouseFont.of(Font.PLAIN, 12));

    @Test
    void whatIsCutEndsWithAWholeWord() {
        assertThat(FittedText.shortened("verify your education version", 15)).isEqualTo("verify your…");
        assertThat(FittedText.shortened("verify your education version", 12)).isEqualTo("verify your…");
        assertThat(FittedText.shortened("a " + "x".repeat(40), 20)).as("rather part of a word than almost nothing")
                .isEqualTo("a " + "x".repeat(17) + "…");
        assertThat(FittedText.shortened("short", 20)).isEqualTo("short");
    }

    @Test
    void theLastLineEndsWithAWholeWordAndNoLineIsTooWide() {
        String text = "As of today when going to the website to verify your education version eligibility for the product";
        for (int width = 60; width < 300; width += 7) {
            List<String> lines = FittedText.lines(text, METRICS, width, 2);
            assertThat(lines.size()).isLessThanOrEqualTo(2);
            String last = lines.getLast();
            for (String line : lines) {
                assertThat(METRICS.stringWidth(line)).isLessThanOrEqualTo(width);
            }
            String lastWord = last.replace("…", "").replaceFirst(".* ", "");
            assertThat(List.of(text.split(" "))).as("at width " + width).contains(lastWord);
        }
    }
}

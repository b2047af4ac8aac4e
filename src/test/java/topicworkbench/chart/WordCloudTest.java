package topicworkbench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.chart.MarkedDrawing.Mark;
import topicworkbench.chart.WordCloud.Word;

class WordCloudTest {
    private static final Color BLUE = new Color(0x4a75d1);

    @ParameterizedTest
    @CsvSource({"900, 500", "300, 500", "500, 120"})
    void wordsStayInsideAndDoNotTouch(int width, int height) {
        Rectangle2D area = new Rectangle2D.Double(10, 20, width, height);
        List<Mark> marks = cloud(60).marks(area);
        assertThat(marks).hasSize(60);
        for (Mark mark : marks) {
            assertThat(area.contains(mark.shape().getBounds2D())).as(mark.words()).isTrue();
            assertThat(marks).filteredOn(other -> other != mark)
                    .noneMatch(other -> other.shape().intersects(mark.shape().getBounds2D()));
        }
        assertThat(marks.getFirst().shape().contains(area.getCenterX(), area.getCenterY())).as("heaviest in the middle").isTrue();
    }

    @Test
    void theSameWordsLieTheSame() {
        Rectangle2D area = new Rectangle2D.Double(0, 0, 640, 360);
        assertThat(cloud(40).marks(area).stream().map(mark -> mark.shape().getBounds2D()).toList())
                .isEqualTo(cloud(40).marks(area).stream().map(mark -> mark.shape().getBounds2D()).toList());
    }

    @Test
    void whereThereIsNoRoomForAllTheLightestGo() {
        List<Mark> marks = cloud(100).marks(new Rectangle2D.Double(0, 0, 120, 60));
        assertThat(marks).hasSizeBetween(1, 40);
        assertThat(marks.getFirst().key()).isEqualTo("word0x");
        assertThat(cloud(100).marks(new Rectangle2D.Double(0, 0, 4, 4))).isEmpty();
        assertThat(new WordCloud(List.of(), BLUE).marks(new Rectangle2D.Double(0, 0, 100, 100))).isEmpty();
    }

    @Test
    void isTextInSvg() throws IOException {
        ByteArrayOutputStream svg = new ByteArrayOutputStream();
        PictureFile.write(new Figure("Words", style -> List.of(), "", cloud(30)), PictureOptions.of(PictureOptions.Format.SVG), svg);
        String text = svg.toString(StandardCharsets.UTF_8);
        assertThat(IntStream.range(0, 30)).allMatch(i -> text.contains(">" + word(i) + "</text"));
    }

    private static WordCloud cloud(int count) {
        return new WordCloud(IntStream.range(0, count).mapToObj(i -> new Word(word(i), 1.0 / (i + 1), word(i))).toList(), BLUE);
    }

    private static String word(int i) {
        return "word" + i + "x".repeat(1 + i % 7);
    }
}

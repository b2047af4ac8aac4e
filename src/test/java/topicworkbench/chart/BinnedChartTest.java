package topicworkbench.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.chart.BinnedChart.Cell;

class BinnedChartTest {
    private static final int COLOR = 0x4a75d1;
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 400, 3 * BinnedLayout.ROW_HEIGHT);

    private static BinnedChart rows(int rest, double... values) {
        return new BinnedChart("Reviews", "Reviews", List.of("most", "less", "100 others"), List.of(new Cell(0, "", "", COLOR,
                values, new double[0], new double[0], false)), BinnedChart.Mark.ROWS, false, false, new BitSet(), rest);
    }

    /** How many pixels of a row's middle have the bars' color. */
    private static long length(BinnedChart chart, int row) {
        BufferedImage image = new BufferedImage(400, (int) AREA.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        chart.drawing().draw(graphics, AREA, HouseStyle.LIGHT);
        graphics.dispose();
        int y = (int) ((row + 0.5) * BinnedLayout.ROW_HEIGHT);
        return IntStream.range(0, 400).filter(x -> (image.getRGB(x, y) & 0xffffff) == COLOR).count();
    }

    @Test
    void allOthersTogetherDoNotPressTheNamedOnesFlat() {
        double room = new BinnedLayout(AREA, rows(2, 100, 50, 5000)).plot(0).getWidth();
        assertThat((double) length(rows(2, 100, 50, 5000), 0)).isBetween(room - 2, room + 2);
        assertThat((double) length(rows(2, 100, 50, 5000), 1)).isBetween(room / 2 - 2, room / 2 + 2);
        assertThat(length(rows(-1, 100, 50, 5000), 0)).as("were they a name as well").isLessThan((long) room / 10);
        assertThat(isBroken(rows(2, 100, 50, 5000))).isTrue();
        assertThat(isBroken(rows(2, 100, 50, 70))).as("a bar that fits").isFalse();
    }

    private static boolean isBroken(BinnedChart chart) {
        BinnedChart.Cell cell = chart.cells().getFirst();
        return chart.isBroken(cell, 2, chart.most(cell));
    }
}

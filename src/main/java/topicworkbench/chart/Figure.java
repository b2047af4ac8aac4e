package topicworkbench.chart;

import java.awt.Color;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;

/**
 * A chart with the words around it, to be drawn outside the window.
 *
 * @param title  what it shows
 * @param legend what its colors mean; none where names stand beside what they name
 * @param source where its numbers come from
 * @param body   the chart itself
 */
public record Figure(String title, Function<HouseStyle, List<Key>> legend, String source, Drawing body) {

    /** A color and what it stands for. */
    public record Key(String name, Color color) { }

    /** A chart whose own title and legend, if it has any, give way to those of the figure. */
    public static Figure of(String title, Function<HouseStyle, List<Key>> legend, String source,
            Function<HouseStyle, JFreeChart> chart) {
        return new Figure(title, legend, source, (graphics, area, style) -> {
            JFreeChart drawn = chart.apply(style);
            drawn.setTitle((TextTitle) null);
            drawn.clearSubtitles();
            style.bare(drawn);
            drawn.draw(graphics, area);
        });
    }

    /** Without a legend. */
    public static Figure of(String title, String source, Function<HouseStyle, JFreeChart> chart) {
        return of(title, style -> List.of(), source, chart);
    }
}

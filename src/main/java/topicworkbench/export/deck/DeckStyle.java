package topicworkbench.export.deck;

import java.awt.Color;
import java.util.List;
import topicworkbench.chart.FittedText;

/** Measures of every slide, in points: 16:9, one margin, one typeface that every office program has, four sizes of it. */
final class DeckStyle {
    static final int WIDTH = 960;
    static final int HEIGHT = 540;
    static final double MARGIN = 48;
    /** Between things that stand side by side. */
    static final double GAP = 28;
    static final double RIGHT = WIDTH - MARGIN;
    /** Where a slide's own content begins and ends. */
    static final double TOP = 112;
    static final double BOTTOM = 496;

    static final String TYPEFACE = "Arial";
    static final double TITLE = 26;
    static final double BODY = 14;
    static final double SMALL = 11;
    static final double CAPTION = 9;

    static final Color TEXT = new Color(0x24292f);
    static final Color MUTED = new Color(0x57606a);
    static final Color LINE = new Color(0xd0d7de);
    static final Color GROUND = new Color(0xf6f8fa);
    static final Color ACCENT = new Color(0x0969da);

    /** Height of a line of text, of its size. */
    static final double LINE_HEIGHT = 1.2;
    private DeckStyle() { }

    /** The text cut to one line. */
    static String line(String text, double size, boolean bold, double width) {
        return FittedText.oneLine(text, new ArialMetrics(size, bold), width);
    }

    /** The text cut to some lines. */
    static List<String> lines(String text, double size, boolean bold, double width, int most) {
        return FittedText.lines(text, new ArialMetrics(size, bold), width, most);
    }
}

package topicworkbench.chart;

import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;

/** Strangers' text made to fit: cut by an ellipsis where it is too wide, broken into lines where there is room. */
public final class FittedText {
    private static final String ELLIPSIS = "…";

    private FittedText() { }

    /** Takes out what cannot be seen: control characters and marks that turn the direction of text around. */
    public static String visible(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    /** At most {@code length} characters, the last an ellipsis where some were left out. */
    public static String shortened(String text, int length) {
        String visible = visible(text);
        int[] points = visible.codePoints().toArray();
        return points.length <= length ? visible : cut(new String(points, 0, length - 1), visible);
    }

    /** Ends with a whole word, unless that would take too much away. */
    private static String cut(String beginning, String whole) {
        String kept = beginning;
        int space = beginning.lastIndexOf(' ');
        if (space > beginning.length() / 2 && beginning.length() < whole.length() && whole.charAt(beginning.length()) != ' ') {
            kept = beginning.substring(0, space);
        }
        return kept.replaceFirst("[\\s,.;:]+$", "") + ELLIPSIS;
    }

    /** At most {@code width} wide. */
    public static String oneLine(String text, FontMetrics metrics, double width) {
        String visible = visible(text);
        if (metrics.stringWidth(visible) <= width) {
            return visible;
        }
        int[] points = visible.codePoints().toArray();
        int low = 0;
        int high = points.length;
        while (low < high) { // the most characters that fit
            int middle = (low + high + 1) >>> 1;
            if (metrics.stringWidth(new String(points, 0, middle) + ELLIPSIS) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new String(points, 0, low).replaceFirst("[\\s,.;:]+$", "") + ELLIPSIS;
    }

    /** As many of its words as leave room for it. */
    private static String withEllipsis(String line, FontMetrics metrics, double width) {
        String kept = line;
        while (kept.contains(" ") && metrics.stringWidth(kept + ELLIPSIS) > width) {
            kept = kept.substring(0, kept.lastIndexOf(' '));
        }
        return kept.replaceFirst("[\\s,.;:]+$", "") + ELLIPSIS;
    }

    /** Lines at most {@code width} wide, broken at spaces, or within a word that is wider; the last may be cut. */
    public static List<String> lines(String text, FontMetrics metrics, double width, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        String[] words = visible(text).split("\\s+");
        for (int i = 0; i < words.length; i++) {
            String longer = line.isEmpty() ? words[i] : line + " " + words[i];
            if (line.isEmpty() || metrics.stringWidth(longer) <= width) {
                line = longer;
            } else if (lines.size() + 1 == most) {
                lines.add(oneLine(withEllipsis(line, metrics, width), metrics, width));
                return lines;
            } else {
                lines.add(oneLine(line, metrics, width));
                line = words[i];
            }
        }
        lines.add(oneLine(line, metrics, width));
        return lines;
    }
}

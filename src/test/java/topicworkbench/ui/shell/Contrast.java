package topicworkbench.ui.shell;

import javafx.scene.paint.Color;

/** How well two colors are told apart, as the Web Content Accessibility Guidelines define it: 1 to 21. */
final class Contrast {

    private Contrast() { }

    static double of(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** What is seen of a color that lets some of the one below through. */
    static Color over(Color color, Color below) {
        return below.interpolate(Color.color(color.getRed(), color.getGreen(), color.getBlue()), color.getOpacity());
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}

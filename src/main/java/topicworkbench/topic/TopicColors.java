package topicworkbench.topic;

import java.util.Locale;

/**
 * A color for each topic, the same in every view, chart and report. The first 20 were chosen as far apart as the eye
 * can tell them, also the eye that does not see red and green apart (simulated after Machado et al. 2009), and with
 * enough contrast on both themes; later topics get darker and lighter shades of them.
 */
public final class TopicColors {
    private static final int[] BASE = {0x4a75d1, 0xdb9110, 0x1a6807, 0xb54464, 0x07b496, 0xd185de, 0x8e7428, 0x79429b,
        0x0f7d80, 0xf57c85, 0x9c71aa, 0x0dacef, 0xbb7566, 0x95a25e, 0xa03a06, 0x035eab, 0x3d9254, 0x8b83e8, 0x864362,
        0x489fb2};
    private static final double[] SHADES = {1, 0.75, 1.25, 0.6, 1.4};

    private TopicColors() { }

    /** Red, green and blue in one number. */
    public static int rgb(int topic) {
        int base = BASE[topic % BASE.length];
        double shade = SHADES[topic / BASE.length % SHADES.length];
        return channel(base >> 16, shade) << 16 | channel(base >> 8, shade) << 8 | channel(base, shade);
    }

    /** As style sheets write it: {@code #4a75d1}. */
    public static String web(int topic) {
        return String.format(Locale.ROOT, "#%06x", rgb(topic));
    }

    private static int channel(int value, double shade) {
        return (int) Math.min(255, Math.round((value & 0xff) * shade));
    }
}

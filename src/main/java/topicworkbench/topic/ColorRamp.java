package topicworkbench.topic;

/**
 * Colors for what has an order, made in Ottosson's OKLab so that steps look even. Lightness alone tells the order, so
 * that it is seen also by eyes that do not tell all hues apart, and in print without color; the strongest value has the
 * most contrast to the page, light or dark.
 *
 * @see <a href="https://bottosson.github.io/posts/oklab/">Ottosson 2020</a>
 */
public enum ColorRamp {
    /** From little to much. */
    SEQUENTIAL {
        @Override
        double[] at(double value, boolean dark) {
            double lightness = dark ? 0.45 + 0.45 * value : 0.84 - 0.5 * value;
            double hue = dark ? 285 - 175 * value : 110 + 165 * value;
            return polar(lightness, 0.07 + 0.09 * Math.sin(Math.PI * (0.15 + 0.7 * value)), hue);
        }
    },
    /** From one end over a neutral middle to the other: orange, grey, blue. */
    DIVERGING {
        @Override
        double[] at(double value, boolean dark) {
            double far = Math.abs(2 * value - 1);
            double lightness = dark ? 0.48 + 0.24 * far : 0.80 - 0.28 * far;
            return polar(lightness, 0.15 * far, value < 0.5 ? 52 : 256);
        }
    };

    /** Lightness 0 to 1 and the two axes of color. */
    abstract double[] at(double value, boolean dark);

    /**
     * Red, green and blue in one number.
     *
     * @param value 0 to 1
     */
    public int rgb(double value, boolean dark) {
        double[] lab = at(Math.clamp(value, 0, 1), dark);
        double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
        double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
        double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
        return channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) << 16
                | channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) << 8
                | channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    /** The color of one of several steps, evenly from end to end. */
    public int rgb(int step, int steps, boolean dark) {
        return rgb(steps == 1 ? 1 : step / (steps - 1.0), dark);
    }

    private static double[] polar(double lightness, double chroma, double degrees) {
        double angle = Math.toRadians(degrees);
        return new double[] {lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)};
    }

    private static double cube(double value) {
        return value * value * value;
    }

    /** From linear light to the 8 bits of sRGB. */
    private static int channel(double linear) {
        double inside = Math.clamp(linear, 0, 1);
        double encoded = inside <= 0.0031308 ? 12.92 * inside : 1.055 * Math.pow(inside, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * encoded);
    }
}

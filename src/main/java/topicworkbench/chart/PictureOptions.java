package topicworkbench.chart;

import java.util.List;
import java.util.Locale;

/**
 * As what a figure is written.
 *
 * @param format of the file
 * @param size   of the page
 * @param scale  pixels a point has in a PNG, one of {@link #SCALES}
 * @param style  light or dark
 * @param title  whether its title stands above it
 * @param legend whether its legend does
 * @param source whether its source stands below it
 */
public record PictureOptions(Format format, Size size, int scale, HouseStyle style, boolean title, boolean legend,
        boolean source) {
    public static final List<Integer> SCALES = List.of(1, 2, 4);

    /** PNG is pixels; SVG and PDF are lines and real text. */
    public enum Format {
        PNG, SVG, PDF;

        /** As file names end, without the dot. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Width and height in points, 72 an inch. */
    public enum Size {
        /** A slide of 13⅓ x 7½ inches. */
        SLIDE("Slide, 16:9", 960, 540),
        /** The width of text on a page, 180 x 120 mm. */
        PRINT("Print, 180 × 120 mm", 510, 340);

        private final String words;
        private final int width;
        private final int height;

        Size(String words, int width, int height) {
            this.words = words;
            this.width = width;
            this.height = height;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    public PictureOptions {
        if (!SCALES.contains(scale)) {
            throw new IllegalArgumentException("scale " + scale);
        }
    }

    /** For a slide, light, with all its words; PNG at double size. */
    public static PictureOptions of(Format format) {
        return new PictureOptions(format, Size.SLIDE, 2, HouseStyle.LIGHT, true, true, true);
    }

    public PictureOptions as(Format other) {
        return new PictureOptions(other, size, scale, style, title, legend, source);
    }

    public PictureOptions in(HouseStyle other) {
        return new PictureOptions(format, size, scale, other, title, legend, source);
    }
}

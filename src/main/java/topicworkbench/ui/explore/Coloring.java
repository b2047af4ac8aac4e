package topicworkbench.ui.explore;

import java.util.List;

/**
 * A color for each document.
 *
 * @param by     what it says
 * @param codes  of each document the code of its shade; not copied, not to be changed
 * @param shades as the legend lists them; every code has one
 */
public record Coloring(ColorBy by, int[] codes, List<Shade> shades) {

    /**
     * A color and what it stands for.
     *
     * @param code  of the documents that have it
     * @param rgb   red, green and blue in one number
     * @param count how many documents have it
     */
    public record Shade(int code, String name, int rgb, int count) { }

    public Coloring {
        shades = List.copyOf(shades);
    }

    /** The color of each code. */
    int[] palette() {
        int[] palette = new int[1 + shades.stream().mapToInt(Shade::code).max().orElse(0)];
        shades.forEach(shade -> palette[shade.code()] = shade.rgb());
        return palette;
    }
}

package topicworkbench.exploration;

/**
 * Documents by their stars, rounded to whole ones.
 *
 * @param stars of each document, NaN where missing
 */
public record StarBins(float[] stars) implements Bins {
    private static final int MOST = 5;

    @Override
    public Dimension dimension() {
        return Dimension.STARS;
    }

    @Override
    public int count() {
        return MOST;
    }

    @Override
    public int of(int document) {
        float value = stars[document];
        return Float.isNaN(value) ? NONE : Math.clamp(Math.round(value), 1, MOST) - 1;
    }

    @Override
    public String name(int bin) {
        return bin == 0 ? "1 star" : bin + 1 + " stars";
    }

    @Override
    public Filter filter(int first, int last) {
        return new Filter.Stars(first + 1, last + 1);
    }
}

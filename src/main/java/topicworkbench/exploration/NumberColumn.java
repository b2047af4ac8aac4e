package topicworkbench.exploration;

/**
 * A column of numbers.
 *
 * @param values of each document, NaN where missing; not copied, not to be changed
 */
public record NumberColumn(double[] values) implements ColumnValues {

    @Override
    public Bins bins(Dimension dimension, Selection among, int most) {
        return NumberBins.of(dimension, values);
    }
}

package topicworkbench.fit;

/**
 * Decides when training has stopped getting better, as SageMaker's logs show it (its documentation says the tolerance
 * is relative; 230 logged epochs say it is absolute): an epoch is bad unless its loss is lower than the least of the
 * last {@code patience} epochs by more than {@code tolerance}; comparing begins once there are that many; a good epoch
 * resets the count of bad ones; training stops when that exceeds {@code patience}.
 */
final class EarlyStopping {
    private final int patience;
    private final double tolerance;
    private final double[] window;
    private int epochs;
    private int badCount;

    EarlyStopping(int patience, double tolerance) {
        this.patience = patience;
        this.tolerance = tolerance;
        this.window = new double[patience];
    }

    /** Takes the next epoch's loss; returns whether the epoch counts as bad. */
    boolean isBad(double loss) {
        boolean bad = epochs >= patience && !(least() - loss > tolerance);
        badCount = bad ? badCount + 1 : 0;
        window[epochs % patience] = loss;
        epochs++;
        return bad;
    }

    private double least() {
        double least = Double.POSITIVE_INFINITY;
        for (double loss : window) {
            least = Math.min(least, loss);
        }
        return least;
    }

    /** Bad epochs since the last good one. */
    int badCount() {
        return badCount;
    }

    boolean shouldStop() {
        return badCount > patience;
    }
}

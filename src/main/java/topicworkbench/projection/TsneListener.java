package topicworkbench.projection;

import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;

/**
 * Watches a map take shape, on the thread that asked for it. {@link #progress} is heard all the time and may cancel by
 * throwing; its unit is a step, and the search for neighbours counts as {@link #SEARCH_UNITS} of them.
 */
@FunctionalInterface
public interface TsneListener extends ProgressListener {
    int SEARCH_UNITS = 100;
    TsneListener NONE = (done, total) -> { };

    /**
     * Shows the map so far.
     *
     * @param step       steps done, from 1
     * @param divergence Kullback-Leibler divergence in nats of the map before this step, without exaggeration
     * @param positions  n x 2 after this step, rows in the order of the points; a copy
     * @return whether to go on; if not, this map is the result
     */
    default boolean shape(int step, double divergence, FloatMatrix positions) {
        return true;
    }
}

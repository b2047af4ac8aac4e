package topicworkbench.projection;

import topicworkbench.math.Threads;

/** How the repulsive half of the gradient is computed. */
public enum RepulsionMethod {
    /** The fastest for the number of points. */
    AUTOMATIC,
    /** Every pair: O(n²). */
    EXACT,
    /** A quadtree: O(n log n). */
    BARNES_HUT,
    /** Splines and a fast Fourier transform: O(n), and the extent of the map squared. */
    INTERPOLATION;

    /** By measurement, with vectors of 16 lanes. */
    private static final int EXACT_UP_TO = 5_000;
    private static final int BARNES_HUT_UP_TO = 10_000;

    Repulsion repulsion(int points, Threads threads) {
        return switch (this) {
            case EXACT -> new ExactRepulsion(points, threads);
            case BARNES_HUT -> new BarnesHutRepulsion(points, threads);
            case INTERPOLATION -> new InterpolatedRepulsion(points, threads);
            case AUTOMATIC -> fastest(points).repulsion(points, threads);
        };
    }

    private static RepulsionMethod fastest(int points) {
        if (points <= EXACT_UP_TO) {
            return EXACT;
        }
        return points <= BARNES_HUT_UP_TO ? BARNES_HUT : INTERPOLATION;
    }
}

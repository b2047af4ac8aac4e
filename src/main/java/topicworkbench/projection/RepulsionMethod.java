package topicworkbench.projection;

import topicworkbench.math.Threads;

/** How the repulsive half of the gradient is computed. */
public enum RepulsionMethod {
    /** The fastest for the number of points. */
    AUTOMATIC,
    /** Every pair: O(n²). */
    EXACT,
    /** A quadtree: O(n log n), whatever the extent of the map. */
    BARNES_HUT,
    /** Splines and a fast Fourier transform: O(n), and the extent of the map squared. */
    INTERPOLATION;

    /** By measurement, with vectors of 16 lanes; from there on interpolation is faster, and more accurate than a tree. */
    private static final int EXACT_UP_TO = 5_000;

    Repulsion repulsion(int points, Threads threads) {
        return switch (this) {
            case EXACT -> new ExactRepulsion(points, threads);
            case BARNES_HUT -> new BarnesHutRepulsion(points, threads);
            case INTERPOLATION -> new InterpolatedRepulsion(points, threads);
            case AUTOMATIC -> (points <= EXACT_UP_TO ? EXACT : INTERPOLATION).repulsion(points, threads);
        };
    }
}

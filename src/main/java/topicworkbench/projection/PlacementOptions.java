package topicworkbench.projection;

import topicworkbench.failure.InvalidOptionException;

/**
 * How new points are placed on an existing map. {@link #DEFAULTS} are openTSNE's.
 *
 * @param perplexity         effective number of neighbours among the map's points, at least 1
 * @param exaggeration       factor of the attraction, at least 1
 * @param steps              0 leaves each point at the median of its neighbours
 * @param exactNeighborsUpTo number of the map's points above which neighbours are searched approximately
 */
public record PlacementOptions(double perplexity, double exaggeration, int steps, int exactNeighborsUpTo) {
    public static final PlacementOptions DEFAULTS = new PlacementOptions(5, 1.5, 250, 80_000);

    public PlacementOptions {
        InvalidOptionException.unless(perplexity >= 1 && perplexity < 1e6, "perplexity", perplexity,
                "Choose a number of at least 1, for example 5.");
        InvalidOptionException.unless(exaggeration >= 1 && exaggeration <= 100, "exaggeration", exaggeration,
                "Choose a number from 1 to 100.");
        InvalidOptionException.unless(steps >= 0, "steps", steps, "Choose 0 or more, usually 250.");
        InvalidOptionException.unless(exactNeighborsUpTo >= 0, "exact_neighbors_up_to", exactNeighborsUpTo,
                "Choose 0 or more.");
    }

    public PlacementOptions withSteps(int value) {
        return new PlacementOptions(perplexity, exaggeration, value, exactNeighborsUpTo);
    }
}

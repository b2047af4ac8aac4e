package topicworkbench.run;

import java.util.List;
import topicworkbench.failure.InvalidOptionException;

/**
 * How the documents are laid out in the plane, by t-SNE on the Hellinger distances of their topic mixtures.
 *
 * @param wanted            whether there is to be a map
 * @param perplexities      effective numbers of neighbors; several give multi-scale affinities
 * @param steps             after the early ones
 * @param exaggeration      factor of the attraction in these, 1 to 100; {@link #AUTO} has it chosen by the number of documents
 * @param earlySteps        in which clusters form
 * @param earlyExaggeration factor of the attraction in these, 1 to 100
 * @param learningRate      length of a step; {@link #AUTO} for documents / exaggeration
 * @param initialization    where documents start
 */
public record MapOptions(boolean wanted, List<Double> perplexities, int steps, double exaggeration, int earlySteps,
        double earlyExaggeration, double learningRate, Initialization initialization) {

    /** Where documents start. */
    public enum Initialization {
        /** On the two principal axes of their topic mixtures. */
        PCA,
        /** Each at the mean of its topics, which lie as far apart as their words differ. */
        TOPICS
    }

    public static final double AUTO = 0;
    public static final MapOptions DEFAULTS = new MapOptions(true, List.of(30.0), 500, AUTO, 250, 12, AUTO,
            Initialization.PCA);

    private static final double PLAIN_UP_TO = 1e5;
    private static final double FULL_FROM = 1e6;
    private static final double FULL_EXAGGERATION = 4;

    public MapOptions {
        perplexities = List.copyOf(perplexities);
        InvalidOptionException.unless(!perplexities.isEmpty() && perplexities.stream().allMatch(p -> p >= 1 && p <= 1000),
                "map_perplexity", perplexities, "Give one or more numbers from 1 to 1000, for example 30.");
        InvalidOptionException.unless(steps >= 0, "map_steps", steps, "Give 0 or more; 500 is usual.");
        InvalidOptionException.unless(exaggeration == AUTO || exaggeration >= 1 && exaggeration <= 100,
                "map_exaggeration", exaggeration, "Give auto, or a number from 1 to 100.");
        InvalidOptionException.unless(earlySteps >= 0, "map_early_steps", earlySteps, "Give 0 or more; 250 is usual.");
        InvalidOptionException.unless(earlyExaggeration >= 1 && earlyExaggeration <= 100, "map_early_exaggeration",
                earlyExaggeration, "Give a number from 1 to 100; 12 is usual.");
        InvalidOptionException.unless(learningRate >= 0, "map_learning_rate", learningRate,
                "Give auto, or a number above 0.");
    }

    /**
     * The exaggeration for so many documents. Without one, a map of a million falls apart into scraps of its clusters;
     * 4 holds it together (Kobak and Berens 2019). Up to 100,000 documents none is needed; between these it rises
     * evenly with the logarithm.
     *
     * @see <a href="https://doi.org/10.1038/s41467-019-13056-x">Kobak and Berens 2019</a>
     */
    public double exaggerationFor(long documents) {
        if (exaggeration != AUTO) {
            return exaggeration;
        }
        double way = Math.log(documents / PLAIN_UP_TO) / Math.log(FULL_FROM / PLAIN_UP_TO);
        return Math.pow(FULL_EXAGGERATION, Math.clamp(way, 0, 1));
    }
}

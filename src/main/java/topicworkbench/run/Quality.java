package topicworkbench.run;

/**
 * A run's quality in short; NaN where not measured.
 *
 * @param wetc         mean over topics
 * @param tu           mean over topics
 * @param npmi         mean over topics
 * @param perplexity   of words of held-out documents, given the others; lower is better, 1 is certainty
 * @param stability    mean overlap of aligned topics over pairs of seeds, 0 to 1; NaN for one seed
 * @param vectors      name of the word vectors behind wetc
 * @param vectorsFound terms of the vocabulary that have a vector
 */
public record Quality(double wetc, double tu, double npmi, double perplexity, double stability, String vectors,
        long vectorsFound) {
    /** Nothing has been measured. */
    public static final Quality NONE = new Quality(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, null, 0);

    public Quality {
        // runs of earlier versions have neither, which reads as 0
        perplexity = perplexity >= 1 ? perplexity : Double.NaN;
        stability = stability > 0 ? stability : Double.NaN;
    }
}

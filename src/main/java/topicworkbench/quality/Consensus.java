package topicworkbench.quality;

import java.util.List;
import topicworkbench.math.FloatMatrix;

/**
 * One model made of several: each topic of the medoid, the model that agrees most with the others, becomes the geometric
 * mean of its aligned word distributions over the models in which it was found, itself among them. A word stays likely
 * where all agree on it, and what only one seed saw in the topic fades.
 *
 * @see <a href="https://doi.org/10.1214/ss/1177013825">Genest and Zidek 1986, logarithmic opinion pool</a>
 */
public final class Consensus {
    /** Takes the place of a word that a model has made impossible. */
    private static final double LEAST_PROBABILITY = 1e-12;

    private Consensus() { }

    /**
     * @param topicTerms topics x terms of each model, as given to {@link Stability}
     * @return topics x terms in the order of the medoid's topics, rows are distributions
     */
    public static FloatMatrix topicTerm(List<FloatMatrix> topicTerms, Stability stability) {
        int medoid = stability.medoid();
        FloatMatrix own = topicTerms.get(medoid);
        double[][] logarithms = new double[own.rows()][own.columns()];
        int[] found = stability.foundOf(medoid);
        for (int topic = 0; topic < own.rows(); topic++) {
            add(own, topic, logarithms[topic]);
        }
        for (Stability.Match match : stability.matches()) {
            if (match.model() == medoid && match.overlap() >= Stability.FOUND) {
                add(topicTerms.get(match.otherModel()), match.otherTopic(), logarithms[match.topic()]);
            }
        }
        FloatMatrix result = FloatMatrix.zeros(own.rows(), own.columns());
        for (int topic = 0; topic < own.rows(); topic++) {
            double sum = 0;
            for (int term = 0; term < own.columns(); term++) {
                logarithms[topic][term] = StrictMath.exp(logarithms[topic][term] / found[topic]);
                sum += logarithms[topic][term];
            }
            for (int term = 0; term < own.columns(); term++) {
                result.set(topic, term, (float) (logarithms[topic][term] / sum));
            }
        }
        return result;
    }

    private static void add(FloatMatrix topicTerm, int topic, double[] logarithms) {
        for (int term = 0; term < logarithms.length; term++) {
            logarithms[term] += StrictMath.log(Math.max(topicTerm.get(topic, term), LEAST_PROBABILITY));
        }
    }
}

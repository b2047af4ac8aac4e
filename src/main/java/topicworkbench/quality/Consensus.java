package topicworkbench.quality;

import java.util.List;
import topicworkbench.math.FloatMatrix;

/**
 * One model made of several: each topic of the medoid, the model that agrees most with the others, becomes the mean of
 * its aligned word distributions over the models in which it was found, itself among them. The mean is that of the
 * Hellinger geometry by which topics are aligned: the square of the mean square root. A word on which all agree stays
 * likely, and what only one seed saw in the topic fades without becoming impossible.
 */
public final class Consensus {
    private Consensus() { }

    /**
     * @param topicTerms topics x terms of each model, as given to {@link Stability}
     * @return topics x terms in the order of the medoid's topics, rows are distributions
     */
    public static FloatMatrix topicTerm(List<FloatMatrix> topicTerms, Stability stability) {
        int medoid = stability.medoid();
        FloatMatrix own = topicTerms.get(medoid);
        double[][] roots = new double[own.rows()][own.columns()];
        for (int topic = 0; topic < own.rows(); topic++) {
            addRoots(own, topic, roots[topic]);
        }
        for (Stability.Match match : stability.matches()) {
            if (match.model() == medoid && match.overlap() >= Stability.FOUND) {
                addRoots(topicTerms.get(match.otherModel()), match.otherTopic(), roots[match.topic()]);
            }
        }
        FloatMatrix result = FloatMatrix.zeros(own.rows(), own.columns());
        for (int topic = 0; topic < own.rows(); topic++) {
            double sum = 0;
            for (double root : roots[topic]) {
                sum += root * root;
            }
            for (int term = 0; term < own.columns(); term++) {
                result.set(topic, term, (float) (roots[topic][term] * roots[topic][term] / sum));
            }
        }
        return result;
    }

    private static void addRoots(FloatMatrix topicTerm, int topic, double[] roots) {
        for (int term = 0; term < roots.length; term++) {
            roots[term] += Math.sqrt(topicTerm.get(topic, term));
        }
    }
}

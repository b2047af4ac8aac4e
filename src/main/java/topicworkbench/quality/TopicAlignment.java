package topicworkbench.quality;

import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorKernels;

/**
 * Which topic of one model is which of another. Topics are paired one to one so that the sum over pairs of the
 * similarity of their word distributions is largest; similarity is the Bhattacharyya coefficient, the sum over words of
 * sqrt(p q): 1 for equal distributions, 0 for distributions without a common word, 1 minus the squared Hellinger
 * distance.
 *
 * @param partner    for each topic of the first model the topic of the second, or -1 where the second has fewer
 * @param similarity of each pair, 0 to 1; 0 where there is no partner
 */
public record TopicAlignment(int[] partner, float[] similarity) {

    /**
     * @param first   topics x terms, rows are distributions
     * @param second  topics x the same terms, rows are distributions
     * @param threads for the similarities; the pairing itself takes O(K³) on the calling thread
     */
    public static TopicAlignment of(FloatMatrix first, FloatMatrix second, Threads threads) {
        return of(similarities(first, second, threads));
    }

    /** @param similarities of each topic of the first model (rows) with each of the second, as {@link #similarities} tells them */
    public static TopicAlignment of(FloatMatrix similarities) {
        int[] partner = Assignment.ofMostWeight(similarities);
        float[] similarity = new float[partner.length];
        for (int topic = 0; topic < partner.length; topic++) {
            similarity[topic] = partner[topic] == Assignment.NONE ? 0 : similarities.get(topic, partner[topic]);
        }
        return new TopicAlignment(partner, similarity);
    }

    /**
     * How alike each topic of one model is to each of another: their Bhattacharyya coefficients.
     *
     * @param first  topics x terms, rows are distributions
     * @param second topics x the same terms, rows are distributions
     * @return topics of the first x topics of the second, 0 to 1
     */
    public static FloatMatrix similarities(FloatMatrix first, FloatMatrix second, Threads threads) {
        if (first.columns() != second.columns()) {
            throw new IllegalArgumentException(first.columns() + " terms and " + second.columns());
        }
        FloatMatrix firstRoots = roots(first);
        FloatMatrix secondRoots = roots(second);
        FloatMatrix result = FloatMatrix.zeros(first.rows(), second.rows());
        threads.run(first.rows(), (topic, _) -> {
            for (int other = 0; other < second.rows(); other++) {
                result.set(topic, other, VectorKernels.dot(firstRoots.values(), firstRoots.offset(topic),
                        secondRoots.values(), secondRoots.offset(other), first.columns()));
            }
        });
        return result;
    }

    private static FloatMatrix roots(FloatMatrix distributions) {
        FloatMatrix roots = distributions.copy();
        for (int i = 0; i < roots.values().length; i++) {
            roots.values()[i] = (float) Math.sqrt(roots.values()[i]);
        }
        return roots;
    }
}

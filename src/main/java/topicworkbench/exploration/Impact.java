package topicworkbench.exploration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import topicworkbench.failure.InvalidOptionException;

/**
 * How much a topic hurts: volume x severity x attention x growth, each to the power of its weight.
 *
 * @param topic     its id
 * @param reviews   documents that count for it
 * @param volume    their share of all, 0 to 1
 * @param meanStars of those with stars; NaN where there are none
 * @param severity  (5 - mean stars) / 4, 0 for five stars to 1 for one; where stars are missing that of all documents, and 1
 *                  where all lack them
 * @param votes     helpful votes of all of them
 * @param attention 1 + mean of ln(1 + helpful votes): 1 where nobody voted, and one review that everybody read does not
 *                  outweigh a thousand
 * @param growth    its share of late over its share before; it counts as 1 where it is unknown, and is held between 1/4 and
 *                  4, since of rare topics little is known
 * @param score     100 for the topic that hurts most
 */
public record Impact(int topic, long reviews, double volume, double meanStars, double severity, long votes,
        double attention, Growth growth, double score) {
    private static final double MOST_STARS = 5;
    private static final double STAR_RANGE = 4;
    private static final double MOST_GROWTH = 4;
    private static final double GREATEST_SCORE = 100;

    /**
     * How much each factor counts: 0 not at all, 1 as it is, 2 squared.
     *
     * @param volume    of the share of documents
     * @param severity  of the stars
     * @param attention of the helpful votes
     * @param growth    of the change of late
     */
    public record Weights(double volume, double severity, double attention, double growth) {
        public static final double MOST = 2;
        public static final Weights EQUAL = new Weights(1, 1, 1, 1);

        public Weights {
            for (double weight : new double[] {volume, severity, attention, growth}) {
                InvalidOptionException.unless(weight >= 0 && weight <= MOST, "weight", Double.toString(weight), "Give 0 to 2.");
            }
        }
    }

    /** Growth as it enters the score. */
    public double growthFactor() {
        return growth.isKnown() ? Math.clamp(growth.ratio(), 1 / MOST_GROWTH, MOST_GROWTH) : 1;
    }

    /**
     * Of each topic that has documents, the greatest first; of equal ones the lower id.
     *
     * @param sums   over the documents in question
     * @param weights of the factors
     */
    public static List<Impact> ranked(TopicSums sums, Weights weights) {
        double all = sums.allReviews();
        List<Impact> unscaled = new ArrayList<>();
        for (int topic = 0; topic < sums.topics(); topic++) {
            if (sums.reviews()[topic] > 0) {
                double meanStars = sums.meanStars(topic);
                unscaled.add(new Impact(topic, sums.reviews()[topic], sums.reviews()[topic] / all, meanStars,
                        severity(Double.isNaN(meanStars) ? sums.meanStars() : meanStars), sums.votes()[topic],
                        1 + sums.meanAttention(topic), sums.growth(topic), 0));
            }
        }
        double most = unscaled.stream().mapToDouble(impact -> impact.product(weights)).max().orElse(0);
        return unscaled.stream().map(impact -> impact.withScore(most == 0 ? 0 : GREATEST_SCORE * impact.product(weights) / most))
                .sorted(Comparator.comparingDouble(Impact::score).reversed().thenComparingInt(Impact::topic)).toList();
    }

    private static double severity(double meanStars) {
        return Double.isNaN(meanStars) ? 1 : Math.clamp((MOST_STARS - meanStars) / STAR_RANGE, 0, 1);
    }

    private double product(Weights weights) {
        return Math.pow(volume, weights.volume()) * Math.pow(severity, weights.severity())
                * Math.pow(attention, weights.attention()) * Math.pow(growthFactor(), weights.growth());
    }

    private Impact withScore(double newScore) {
        return new Impact(topic, reviews, volume, meanStars, severity, votes, attention, growth, newScore);
    }
}

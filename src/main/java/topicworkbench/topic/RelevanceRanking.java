package topicworkbench.topic;

import java.util.Arrays;
import java.util.PriorityQueue;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

/**
 * The leading words of all topics at any lambda, at once: {@link Relevance#topWords} for a slider that is dragged. A word
 * can only lead at some lambda if fewer words than are wanted go before it both by probability and by lift, since
 * relevance lies on the straight line between the two; of 50,000 words a few hundred remain.
 */
public final class RelevanceRanking {
    private final int most;
    /** Of each topic the words that can lead, by rising column. */
    private final int[][] candidates;
    private final double[][] logProbabilities;
    private final double[] logFrequencies;

    private RelevanceRanking(int most, int[][] candidates, double[][] logProbabilities, double[] logFrequencies) {
        this.most = most;
        this.candidates = candidates;
        this.logProbabilities = logProbabilities;
        this.logFrequencies = logFrequencies;
    }

    /**
     * @param topicTerm  topics x terms, rows are distributions
     * @param termTotals how often each term occurs in the corpus
     * @param most       words that will be asked for at most
     */
    public static RelevanceRanking of(FloatMatrix topicTerm, long[] termTotals, int most, Threads threads) {
        double total = Arrays.stream(termTotals).sum();
        double[] logFrequencies = Arrays.stream(termTotals).mapToDouble(count -> Math.log(count / total)).toArray();
        int[][] candidates = new int[topicTerm.rows()][];
        double[][] logProbabilities = new double[topicTerm.rows()][];
        threads.run(topicTerm.rows(), (topic, _) -> {
            double[] logs = new double[topicTerm.columns()];
            for (int term = 0; term < logs.length; term++) {
                logs[term] = termTotals[term] == 0 ? Double.NEGATIVE_INFINITY : Math.log(topicTerm.get(topic, term));
            }
            int[] leading = leading(byProbability(topicTerm, topic), logs, logFrequencies, most);
            candidates[topic] = leading;
            logProbabilities[topic] = Arrays.stream(leading).mapToDouble(term -> logs[term]).toArray();
        });
        return new RelevanceRanking(most, candidates, logProbabilities, logFrequencies);
    }

    private static int[] leading(int[] byProbability, double[] logs, double[] logFrequencies, int most) {
        PriorityQueue<Double> greatestLifts = new PriorityQueue<>(most + 1);
        int[] leading = new int[logs.length];
        int count = 0;
        for (int term : byProbability) {
            double lift = logs[term] - logFrequencies[term];
            if (logs[term] > Double.NEGATIVE_INFINITY
                    && (greatestLifts.size() < most || lift >= greatestLifts.peek())) {
                leading[count++] = term;
                greatestLifts.add(lift);
                if (greatestLifts.size() > most) {
                    greatestLifts.poll();
                }
            }
        }
        int[] result = Arrays.copyOf(leading, count);
        Arrays.sort(result);
        return result;
    }

    /** Columns, the most probable first. The bits of numbers that are not negative rise as they do. */
    private static int[] byProbability(FloatMatrix topicTerm, int topic) {
        long[] keys = new long[topicTerm.columns()];
        for (int term = 0; term < keys.length; term++) {
            keys[term] = (long) (Integer.MAX_VALUE - Float.floatToIntBits(topicTerm.get(topic, term))) << 32 | term;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    public int topics() {
        return candidates.length;
    }

    /**
     * @param lambda 0 to 1
     * @param count  words wanted, at most those the ranking was made for
     * @return columns of the topic's leading words, best first; ties go to the lower column
     */
    public int[] words(int topic, double lambda, int count) {
        if (!(lambda >= 0 && lambda <= 1) || count > most) {
            throw new IllegalArgumentException("lambda " + lambda + ", " + count + " of " + most + " words");
        }
        int[] terms = candidates[topic];
        double[] scores = new double[terms.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = logProbabilities[topic][i] - (1 - lambda) * logFrequencies[terms[i]];
        }
        int[] best = Relevance.largest(scores, Math.min(count, scores.length));
        return Arrays.stream(best).map(i -> terms[i]).toArray();
    }
}

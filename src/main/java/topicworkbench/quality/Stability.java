package topicworkbench.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

/**
 * Whether models of the same corpus, trained from different seeds, find the same topics. The models are aligned pair by
 * pair ({@link TopicAlignment}); the overlap of two aligned topics is the Jaccard index of their top 20 words, that is
 * words in both over words in either.
 *
 * @see <a href="https://doi.org/10.1007/978-3-662-44848-9_32">Greene, O'Callaghan and Cunningham 2014</a>
 */
public final class Stability {
    /** Top words looked at, as for {@link TopicUniqueness}. */
    public static final int WORDS = 20;
    /**
     * Overlap from which on a topic counts as found again: half of the words, 10 of 20, are in both lists (10 of 30).
     * Then a person who read both lists would give them the same name, which chance, at less than one common word, never
     * makes.
     */
    public static final double FOUND = 1.0 / 3;

    /** Of two models and a topic of the first. */
    private final int[][][] partner;
    private final double[][][] overlap;
    private final int models;

    private Stability(int models, int topics) {
        this.partner = new int[models][models][topics];
        this.overlap = new double[models][models][topics];
        this.models = models;
    }

    /**
     * A topic of one model and its partner in another.
     *
     * @param overlap Jaccard index of their top words, 0 to 1
     */
    public record Match(int model, int topic, int otherModel, int otherTopic, double overlap) { }

    /**
     * @param topicTerms of each model: topics x terms, rows are distributions; all of the same size
     * @param topWords   of each model: for each topic the columns of its leading words, best first; only 20 count
     * @throws IllegalArgumentException if there are fewer than two models, or they differ in size
     */
    public static Stability of(List<FloatMatrix> topicTerms, List<int[][]> topWords, Threads threads) {
        int models = topicTerms.size();
        if (models < 2 || topWords.size() != models
                || topicTerms.stream().map(FloatMatrix::rows).distinct().count() > 1) {
            throw new IllegalArgumentException("models of " + topicTerms.stream().map(FloatMatrix::rows).toList()
                    + " topics with words of " + topWords.size());
        }
        int topics = topicTerms.getFirst().rows();
        Stability stability = new Stability(models, topics);
        for (int a = 0; a < models; a++) {
            for (int b = a + 1; b < models; b++) {
                int[] partner = TopicAlignment.of(topicTerms.get(a), topicTerms.get(b), threads).partner();
                for (int topic = 0; topic < topics; topic++) {
                    double common = jaccard(topWords.get(a)[topic], topWords.get(b)[partner[topic]]);
                    stability.put(new Match(a, topic, b, partner[topic], common));
                    stability.put(new Match(b, partner[topic], a, topic, common));
                }
            }
        }
        return stability;
    }

    /** From all that {@link #matches} gave, in any order. */
    public static Stability of(List<Match> matches) {
        int models = 1 + matches.stream().mapToInt(Match::model).max().orElse(-1);
        int topics = 1 + matches.stream().mapToInt(Match::topic).max().orElse(-1);
        if (models < 2 || matches.size() != models * (models - 1) * topics) {
            throw new IllegalArgumentException(matches.size() + " matches of " + models + " models, " + topics + " topics");
        }
        Stability stability = new Stability(models, topics);
        matches.forEach(stability::put);
        return stability;
    }

    private void put(Match match) {
        partner[match.model][match.otherModel][match.topic] = match.otherTopic;
        overlap[match.model][match.otherModel][match.topic] = match.overlap;
    }

    /** Every topic of every model with its partner in every other model, ordered by model, topic and other model. */
    public List<Match> matches() {
        List<Match> matches = new ArrayList<>();
        for (int model = 0; model < models; model++) {
            for (int topic = 0; topic < overlap[model][model].length; topic++) {
                for (int other = 0; other < models; other++) {
                    if (other != model) {
                        matches.add(new Match(model, topic, other, partner[model][other][topic],
                                overlap[model][other][topic]));
                    }
                }
            }
        }
        return matches;
    }

    /** Mean overlap of aligned topics over all pairs of models, 0 to 1. */
    public double mean() {
        return IntStream.range(0, models).mapToDouble(this::meanOf).average().orElseThrow();
    }

    /** The model whose topics the others share most; of equal ones the first. */
    public int medoid() {
        return IntStream.range(0, models).boxed().reduce(0, (best, model) -> meanOf(model) > meanOf(best) ? model : best);
    }

    /** For each topic of a model its mean overlap with its partners in the other models, 0 to 1. */
    public double[] overlapOf(int model) {
        double[] sum = new double[overlap[model][model].length];
        others(model).forEach(other -> Arrays.setAll(sum, topic -> sum[topic] + overlap[model][other][topic]));
        return Arrays.stream(sum).map(total -> total / (models - 1)).toArray();
    }

    /** For each topic of a model in how many models it was found, the model itself among them: 1 to all. */
    public int[] foundOf(int model) {
        int[] found = new int[overlap[model][model].length];
        Arrays.fill(found, 1);
        others(model).forEach(other -> Arrays.setAll(found,
                topic -> found[topic] + (overlap[model][other][topic] >= FOUND ? 1 : 0)));
        return found;
    }

    private double meanOf(int model) {
        return Arrays.stream(overlapOf(model)).average().orElse(Double.NaN);
    }

    private IntStream others(int model) {
        return IntStream.range(0, models).filter(other -> other != model);
    }

    private static double jaccard(int[] first, int[] second) {
        Set<Integer> common = leading(first);
        Set<Integer> other = leading(second);
        int sum = common.size() + other.size();
        common.retainAll(other);
        return sum == 0 ? 0 : (double) common.size() / (sum - common.size());
    }

    private static Set<Integer> leading(int[] words) {
        return Arrays.stream(words).limit(WORDS).boxed().collect(Collectors.toCollection(HashSet::new));
    }
}

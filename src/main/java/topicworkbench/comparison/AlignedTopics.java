package topicworkbench.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.quality.TopicAlignment;
import topicworkbench.topic.Topic;

/**
 * The topics of two runs, paired one to one so that they are as alike as can be ({@link TopicAlignment}). A pair counts as
 * the same topic from a number of common words among the leading {@link #WORDS} on; a topic without such a partner has
 * vanished, or appeared.
 *
 * @param similarities of each topic of the first run (rows) with each of the second: Bhattacharyya coefficients
 * @param pairs        most alike first
 */
public record AlignedTopics(ComparedRun first, ComparedRun second, FloatMatrix similarities, List<Pair> pairs) {
    /** Leading words looked at, as for topic uniqueness. */
    public static final int WORDS = 20;
    /**
     * Common words from which on two topics count as the same: half, as for stability across seeds; a person who read
     * both lists would give them one name.
     */
    public static final int SAME = WORDS / 2;

    /**
     * Two topics that are partners, or one that is left over because the other run has fewer.
     *
     * @param first       null if only the second run has it
     * @param second      null if only the first run has it
     * @param similarity  Bhattacharyya coefficient, 0 to 1
     * @param commonWords among their leading words
     */
    public record Pair(Topic first, Topic second, double similarity, Set<String> commonWords) {

        boolean isSame(int least) {
            return first != null && second != null && commonWords.size() >= least;
        }
    }

    public AlignedTopics {
        pairs = List.copyOf(pairs);
    }

    public static AlignedTopics of(ComparedRun first, ComparedRun second, Threads threads) {
        FloatMatrix similarities = TopicAlignment.similarities(first.topicTerm(), second.topicTerm(), threads);
        TopicAlignment alignment = TopicAlignment.of(similarities);
        List<Pair> pairs = new ArrayList<>();
        Set<Integer> left = second.topics().stream().map(Topic::id).collect(Collectors.toCollection(HashSet::new));
        for (Topic topic : first.topics()) {
            int partner = alignment.partner()[topic.id()];
            pairs.add(pair(topic, partner < 0 ? null : second.topics().get(partner),
                    alignment.similarity()[topic.id()]));
            left.remove(partner);
        }
        left.forEach(topic -> pairs.add(pair(null, second.topics().get(topic), 0)));
        pairs.sort(Comparator.comparingDouble(Pair::similarity).reversed());
        return new AlignedTopics(first, second, similarities, pairs);
    }

    private static Pair pair(Topic first, Topic second, double similarity) {
        return new Pair(first, second, similarity, commonWords(first, second));
    }

    /** The leading words that both have; none of a topic that is null. */
    static Set<String> commonWords(Topic first, Topic second) {
        Set<String> common = words(first);
        common.retainAll(words(second));
        return common;
    }

    private static Set<String> words(Topic topic) {
        return topic == null ? new HashSet<>() : topic.words().stream().limit(WORDS).map(Topic.Word::term)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** A topic of the first run and one of the second, partners or not. */
    public Pair between(int topicOfFirst, int topicOfSecond) {
        return pair(first.topics().get(topicOfFirst), second.topics().get(topicOfSecond),
                similarities.get(topicOfFirst, topicOfSecond));
    }

    /** Pairs that are the same topic. @param least common words of a pair that counts as one */
    public List<Pair> same(int least) {
        return pairs.stream().filter(pair -> pair.isSame(least)).toList();
    }

    /** Topics of the first run that the second has no more, each with the nearest there is. */
    public List<Pair> vanished(int least) {
        return pairs.stream().filter(pair -> !pair.isSame(least) && pair.first() != null)
                .map(pair -> nearest(pair.first(), true)).toList();
    }

    /** Topics of the second run that the first does not have yet, each with the nearest there is. */
    public List<Pair> appeared(int least) {
        return pairs.stream().filter(pair -> !pair.isSame(least) && pair.second() != null)
                .map(pair -> nearest(pair.second(), false)).toList();
    }

    /** The topic beside the one of the other run that it is most alike, whoever else that is a partner of. */
    private Pair nearest(Topic topic, boolean ofFirst) {
        List<Topic> others = ofFirst ? second.topics() : first.topics();
        Topic nearest = others.stream().max(Comparator.comparingDouble(
                other -> similarity(topic, other, ofFirst))).orElseThrow();
        double similarity = similarity(topic, nearest, ofFirst);
        return ofFirst ? pair(topic, nearest, similarity) : pair(nearest, topic, similarity);
    }

    private double similarity(Topic topic, Topic other, boolean ofFirst) {
        return ofFirst ? similarities.get(topic.id(), other.id()) : similarities.get(other.id(), topic.id());
    }

    /** For each topic of the first run and each of the second, in the order in which a heat map shows partners on its diagonal. */
    public int[][] diagonalOrder() {
        int[] rows = pairs.stream().filter(pair -> pair.first() != null).mapToInt(pair -> pair.first().id()).toArray();
        int[] paired = pairs.stream().filter(pair -> pair.first() != null && pair.second() != null)
                .mapToInt(pair -> pair.second().id()).toArray();
        int[] leftOver = pairs.stream().filter(pair -> pair.first() == null).mapToInt(pair -> pair.second().id()).toArray();
        int[] columns = Arrays.copyOf(paired, paired.length + leftOver.length);
        System.arraycopy(leftOver, 0, columns, paired.length, leftOver.length);
        return new int[][] {rows, columns};
    }
}

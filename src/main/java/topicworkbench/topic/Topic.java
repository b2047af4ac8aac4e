package topicworkbench.topic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One topic as people see it.
 *
 * @param id         its row in the topic-term matrix
 * @param label      the user's name for it, or null
 * @param prevalence share of all tokens that the model gives to this topic, 0 to 1
 * @param wetc       mean pairwise cosine of its top words' vectors; NaN where too few words have a vector
 * @param tu         topic uniqueness, 1/K to 1
 * @param npmi       coherence of its top words, -1 to 1
 * @param stability  whether other seeds find it too, or null where only one was trained
 * @param words      top words, best first
 */
public record Topic(int id, String label, double prevalence, double wetc, double tu, double npmi,
        Stability stability, List<Word> words) {

    private static final int WORDS_OF_A_NAME = 3;

    /** A term and its probability in the topic. */
    public record Word(String term, double probability) { }

    /**
     * How well a topic holds still when the model is trained again.
     *
     * @param foundIn seeds in which it was found, 1 to {@code seeds}
     * @param seeds   seeds trained
     * @param overlap mean Jaccard index of its top words with those of its partners, 0 to 1
     */
    public record Stability(int foundIn, int seeds, double overlap) { }

    public Topic {
        words = List.copyOf(words);
    }

    /** Of a model that was trained once. */
    public Topic(int id, String label, double prevalence, double wetc, double tu, double npmi, List<Word> words) {
        this(id, label, prevalence, wetc, tu, npmi, null, words);
    }

    /** What it is called where there is room for one name: the user's label, else its leading words. */
    public String name() {
        return label != null ? label : words.stream().limit(WORDS_OF_A_NAME).map(Word::term).collect(Collectors.joining(", "));
    }

    public Topic withLabel(String newLabel) {
        return new Topic(id, newLabel, prevalence, wetc, tu, npmi, stability, words);
    }
}

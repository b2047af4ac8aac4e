package topicworkbench.topic;

import java.util.List;

/**
 * One topic as people see it.
 *
 * @param id         its row in the topic-term matrix
 * @param label      the user's name for it, or null
 * @param prevalence share of all tokens that the model gives to this topic, 0 to 1
 * @param wetc       mean pairwise cosine of its top words' vectors; NaN where too few words have a vector
 * @param tu         topic uniqueness, 1/K to 1
 * @param npmi       coherence of its top words, -1 to 1
 * @param words      top words, best first
 */
public record Topic(int id, String label, double prevalence, double wetc, double tu, double npmi, List<Word> words) {

    /** A term and its probability in the topic. */
    public record Word(String term, double probability) { }

    public Topic {
        words = List.copyOf(words);
    }

    public Topic withLabel(String newLabel) {
        return new Topic(id, newLabel, prevalence, wetc, tu, npmi, words);
    }
}

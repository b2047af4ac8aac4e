package topicworkbench.corpus;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a term stands in a review: a stretch of its title, a line feed and its text.
 *
 * @param term as the vocabulary has it
 * @param from first character
 * @param to   after the last; of an n-gram that of its last word
 */
public record TermPlace(String term, int from, int to) {

    /** Words that follow one another, perhaps across dropped ones, as one term. */
    static TermPlace of(List<TermPlace> words) {
        return words.size() == 1 ? words.getFirst()
                : new TermPlace(words.stream().map(TermPlace::term).collect(Collectors.joining(" ")),
                        words.getFirst().from(), words.getLast().to());
    }
}

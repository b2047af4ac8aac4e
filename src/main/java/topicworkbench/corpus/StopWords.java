package topicworkbench.corpus;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that say nothing about the subject of a review. */
public final class StopWords {

    /** English function words, with what the tokenizer leaves of contractions ("don", "ve", "ll") and web addresses. */
    public static final Set<String> ENGLISH = WordResource.lines("english-stop-words.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" "))).collect(Collectors.toUnmodifiableSet());

    private StopWords() { }
}

package topicworkbench.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that say nothing about the subject of a review. */
public final class StopWords {

    /** English function words, with what the tokenizer leaves of contractions ("don", "ve", "ll") and web addresses. */
    public static final Set<String> ENGLISH = load("english-stop-words.txt");

    private StopWords() { }

    /** Words separated by spaces; lines that start with # are comments. */
    private static Set<String> load(String resource) {
        try (InputStream in = StopWords.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" "))).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

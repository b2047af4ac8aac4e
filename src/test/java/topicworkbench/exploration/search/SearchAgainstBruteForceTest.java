package topicworkbench.exploration.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/** What the index finds against reading every review, on random reviews and random searches. */
class SearchAgainstBruteForceTest {
    private static final int DOCUMENTS = 2500;
    private static final List<String> SYLLABLES = List.of("ba", "re", "fund", "in", "late", "x9", "o");

    private final Random random = new Random(5);

    @TempDir
    private Path folder;

    @Test
    void findsWhatReadingEveryReviewFinds() throws SQLException {
        List<String[]> texts = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            texts.add(new String[] {text(random.nextInt(3)), text(random.nextInt(12))});
        }
        Path file = folder.resolve("reviews.parquet");
        int[] all = ReviewFixture.write(file, texts);
        // every third review was left with too few words: documents are the others
        int[] documents = IntStream.range(0, DOCUMENTS).filter(i -> i % 3 != 1).toArray();
        int[] reviews = IntStream.of(documents).map(i -> all[i]).toArray();
        List<List<List<String>>> words = IntStream.of(documents)
                .mapToObj(i -> List.of(words(texts.get(i)[0]), words(texts.get(i)[1]))).toList();
        try (Threads threads = new Threads(2); ReviewIndex index = new IndexHome(folder.resolve("search"), "a", reviews.length)
                .openOrMake(reviews, file, threads, ProgressListener.NONE)) {
            int found = 0;
            for (int i = 0; i < 400; i++) {
                StringBuilder written = new StringBuilder();
                Predicate<List<List<String>>> oracle = clauses(written);
                int[] expected = IntStream.range(0, documents.length).filter(d -> oracle.test(words.get(d))).toArray();
                assertThat(index.search(SearchQuery.parse(written.toString()), threads).toArray()).as(written.toString())
                        .isEqualTo(expected);
                found += expected.length;
            }
            assertThat(found).as("searches that find something").isBetween(4000, 400 * documents.length / 2);
        }
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String word = word();
            text.append(random.nextInt(4) == 0 ? word.toUpperCase(Locale.ROOT) : word).append(random.nextInt(5) == 0 ? ", " : " ");
        }
        return text.toString().strip();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(2); i >= 0; i--) {
            word.append(SYLLABLES.get((int) (SYLLABLES.size() * random.nextDouble() * random.nextDouble())));
        }
        return word.toString();
    }

    private static List<String> words(String text) {
        return Pattern.compile("[\\p{L}\\p{N}]+").matcher(text.toLowerCase(Locale.ROOT)).results().map(r -> r.group()).toList();
    }

    private Predicate<List<List<String>>> clauses(StringBuilder written) {
        Predicate<List<List<String>>> all = fields -> true;
        for (int i = random.nextInt(3); i >= 0; i--) {
            written.append(written.isEmpty() ? "" : "  ");
            boolean excluded = random.nextInt(4) == 0;
            written.append(excluded ? "-" : "");
            Predicate<List<List<String>>> clause = phrase(written);
            for (; !excluded && random.nextInt(4) == 0;) {
                written.append(" OR ");
                clause = clause.or(phrase(written));
            }
            all = all.and(excluded ? clause.negate() : clause);
        }
        return all;
    }

    private Predicate<List<List<String>>> phrase(StringBuilder written) {
        List<Predicate<String>> places = new ArrayList<>();
        switch (random.nextInt(4)) {
            case 0 -> {
                written.append('"');
                for (int i = random.nextInt(3); i >= 0; i--) {
                    places.add(place(written));
                    written.append(i > 0 ? " " : "");
                }
                written.append('"');
            }
            case 1 -> {
                String expression = List.of("re.*", "(ba|re)+", "[a-l]+", ".{3}", "x9|o", "\\w*9").get(random.nextInt(6));
                written.append('/').append(expression).append('/');
                Pattern pattern = Pattern.compile(expression);
                places.add(word -> pattern.matcher(word).matches());
            }
            default -> places.add(place(written));
        }
        return fields -> fields.stream().anyMatch(words -> IntStream.rangeClosed(0, words.size() - places.size())
                .anyMatch(first -> IntStream.range(0, places.size()).allMatch(i -> places.get(i).test(words.get(first + i)))));
    }

    private Predicate<String> place(StringBuilder written) {
        String word = word();
        if (random.nextInt(4) == 0) {
            String beginning = word.substring(0, 1 + random.nextInt(word.length()));
            written.append(beginning).append('*');
            return other -> other.startsWith(beginning);
        }
        written.append(word);
        return word::equals;
    }
}

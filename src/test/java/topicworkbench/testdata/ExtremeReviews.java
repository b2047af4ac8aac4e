package topicworkbench.testdata;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topicworkbench.math.RandomStream;

/** Files of reviews of a kind that nobody expects, but somebody has. */
public final class ExtremeReviews {
    private static final String HEADER = "id,stars,text\n";
    private static final int WORDS_A_REVIEW = 120;

    private ExtremeReviews() { }

    /** As many different words, each in so many reviews. */
    public static void ofManyWords(Path file, int words, int reviewsAWord) throws IOException {
        List<String> all = InventedWords.of(words, RandomStream.of(1, "many words"));
        int[] order = IntStream.range(0, words).toArray();
        RandomStream random = RandomStream.of(1, "order of many words");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            int review = 0;
            for (int pass = 0; pass < reviewsAWord; pass++) {
                random.shuffle(order);
                for (int from = 0; from < words; from += WORDS_A_REVIEW) {
                    out.write("R" + review++ + ",3,\""
                            + Arrays.stream(order, from, Math.min(words, from + WORDS_A_REVIEW)).mapToObj(all::get)
                            .collect(Collectors.joining(" ")) + "\"\n");
                }
            }
        }
    }

    /**
     * One of so many characters among others of a few words, as one JSON array, since of a CSV and of JSON lines no line may have more than
     * 2 MB.
     */
    public static void withALongOne(Path file, int characters, int others) throws IOException {
        List<String> words = InventedWords.of(2_000, RandomStream.of(1, "words of a long review"));
        RandomStream random = RandomStream.of(1, "long review");
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int review = 0; review <= others; review++) {
                boolean isLong = review == others;
                int stars = isLong ? 1 : 2 + review % 4; // by its stars it stands at an end of the list
                out.write((review == 0 ? "[" : ",\n") + "{\"id\": \"R" + review + "\", \"stars\": " + stars + ", \"text\": \""
                        + text(words, isLong ? characters : 300, random) + "\"}");
            }
            out.write("]\n");
        }
    }

    private static String text(List<String> words, int characters, RandomStream random) {
        StringBuilder text = new StringBuilder(characters);
        while (text.length() < characters) {
            text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(12) == 0 ? ". " : " ");
        }
        return text.toString();
    }
}

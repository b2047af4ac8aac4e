package topicworkbench.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import topicworkbench.math.RandomStream;

/**
 * Invents the bundled sample: 5,000 reviews of six kinds of product, with twelve complaint themes and some praise. Made
 * once by {@link #main}; {@code SampleGeneratorTest} holds the stored file to what this makes.
 *
 * <p>Nothing is trivially separable: every review also speaks of its product in neutral words, one complaint in five
 * touches a second theme, openings and closings are shared, and there are typos, HTML and repeated reviews.
 */
public final class SampleGenerator {
    private static final int REVIEWS = 5000;
    private static final int REPEATED = 40;
    private static final double COMPLAINTS = 0.68;
    private static final String HEADER = "id,product,category,stars,title,text,date,helpful_votes,verified,theme";

    private final PhraseBook products = PhraseBook.read("products.txt");
    private final PhraseBook themes = PhraseBook.read("themes.txt");
    private final List<String> kinds = products.sections().stream().filter(kind -> !kind.equals("any")).toList();
    private RandomStream random;

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of("src/main/resources/topicworkbench/sample/reviews.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(new SampleGenerator().csv(1).getBytes(StandardCharsets.UTF_8));
        }
        System.out.println(file + ": " + Files.size(file) + " bytes");
    }

    /** The whole file: a header and one line a review. */
    String csv(long seed) {
        RandomStream all = RandomStream.of(seed, "sample");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < REVIEWS; i++) {
            random = all.substream(i);
            String id = String.format(Locale.ROOT, "S%05d", i + 1);
            rows.add(i >= REVIEWS - REPEATED ? repeated(rows.get(random.nextInt(1000)), id)
                    : id + "," + review(random.nextDouble() < COMPLAINTS ? "complaint" : "praise"));
        }
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    private static String repeated(String row, String id) {
        return id + row.substring(row.indexOf(','));
    }

    private String review(String tone) {
        String theme = weighted(themes.sections().stream().filter(name -> name.startsWith(tone)).toList());
        List<String> fitting = themes.phrases(theme, "kinds").isEmpty() ? kinds
                : Arrays.asList(themes.phrases(theme, "kinds").getFirst().split(", "));
        String kind = any(fitting);
        boolean complaint = tone.equals("complaint");
        return String.join(",", any(alternatives(kind)), kind, Integer.toString(stars(complaint)),
                quoted(title(theme, tone, kind)), quoted(text(theme, tone, kind)), date(theme).toString(),
                Integer.toString((int) Math.floor(Math.pow(random.nextDouble(), 6) * 40)),
                random.nextDouble() < 0.9 ? "true" : "false",
                complaint ? theme.substring("complaint: ".length()) : theme);
    }

    private List<String> alternatives(String kind) {
        return Arrays.asList(products.phrases(kind, "products").getFirst().split("\\|"));
    }

    private int stars(boolean complaint) {
        double u = random.nextDouble();
        if (complaint) {
            return u < 0.54 ? 1 : u < 0.93 ? 2 : 3;
        }
        return u < 0.65 ? 5 : u < 0.93 ? 4 : u < 0.98 ? 3 : 1;
    }

    private String title(String theme, String tone, String kind) {
        String section = random.nextDouble() < 0.6 ? theme : "opening: " + tone;
        return products.expand(any(themes.phrases(section, "title")), kind, random);
    }

    private String text(String theme, String tone, String kind) {
        List<String> sentences = new ArrayList<>();
        maybe(0.6, sentences, themes.phrases("opening: " + tone, "say"));
        maybe(0.7, sentences, products.phrases(kind, "use"));
        sentences.addAll(several(2 + random.nextInt(2), themes.phrases(theme, "say")));
        if (tone.equals("complaint") && random.nextDouble() < 0.2) {
            sentences.add(any(themes.phrases(weighted(complaintsAbout(kind)), "say")));
        }
        maybe(0.2, sentences, products.phrases(kind, "use"));
        maybe(0.6, sentences, themes.phrases("closing: " + tone, "say"));
        return roughen(sentences.stream().distinct()
                .map(sentence -> capitalized(products.expand(sentence, kind, random))).toList());
    }

    private List<String> complaintsAbout(String kind) {
        return themes.sections().stream().filter(name -> name.startsWith("complaint")).filter(name -> {
            List<String> only = themes.phrases(name, "kinds");
            return only.isEmpty() || Arrays.asList(only.getFirst().split(", ")).contains(kind);
        }).toList();
    }

    private void maybe(double probability, List<String> sentences, List<String> choices) {
        if (random.nextDouble() < probability) {
            sentences.add(any(choices));
        }
    }

    /** Real reviews are not clean: lower case, line breaks in HTML, entities, slips of the finger. */
    private String roughen(List<String> sentences) {
        String text = String.join(random.nextDouble() < 0.04 ? "<br /><br />" : " ", sentences);
        text = random.nextDouble() < 0.03 ? text.replaceFirst(" and ", " &amp; ") : text;
        text = random.nextDouble() < 0.07 ? text.toLowerCase(Locale.ROOT) : text;
        String[] words = text.split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].matches("[a-z]{5,}") && random.nextDouble() < 0.012 ? mistyped(words[i]) : words[i];
        }
        return String.join(" ", words);
    }

    private String mistyped(String word) {
        int at = 1 + random.nextInt(word.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            default -> word.substring(0, at) + word.charAt(at) + word.substring(at);
        };
    }

    /** Parcels are late in December. */
    private LocalDate date(String theme) {
        boolean holidays = theme.endsWith("late delivery") && random.nextDouble() < 0.4;
        return holidays ? LocalDate.of(2023 + random.nextInt(2), 12, 1).plusDays(random.nextInt(31))
                : LocalDate.of(2023, 1, 1).plusDays(random.nextInt(731));
    }

    private String weighted(List<String> sections) {
        int[] shares = sections.stream().mapToInt(s -> Integer.parseInt(themes.phrases(s, "share").getFirst())).toArray();
        int left = random.nextInt(Arrays.stream(shares).sum());
        int chosen = 0;
        while (left >= shares[chosen]) {
            left -= shares[chosen++];
        }
        return sections.get(chosen);
    }

    private List<String> several(int count, List<String> choices) {
        int[] order = new int[choices.size()];
        Arrays.setAll(order, i -> i);
        random.shuffle(order);
        return Arrays.stream(order).limit(count).mapToObj(choices::get).toList();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String capitalized(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String quoted(String value) {
        return '"' + value.replace("\"", "\"\"") + '"';
    }
}

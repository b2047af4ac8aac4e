package topicworkbench.run.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.math.RandomStream;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;

/** A few hundred made-up reviews about four things, and a run on them that takes seconds. */
public final class SmallReviews {
    static final List<List<String>> THEMES = List.of(
            List.of("battery", "charge", "charger", "drain", "dead", "power", "hours", "minutes"),
            List.of("delivery", "late", "package", "courier", "weeks", "waiting", "arrived", "box"),
            List.of("refund", "money", "return", "refused", "seller", "policy", "email", "answer"),
            List.of("size", "small", "tight", "fit", "shoulders", "chart", "large", "sleeves"));

    private SmallReviews() { }

    public static RunSpec run(Path folder, int reviews) throws IOException {
        Path file = folder.resolve("reviews.csv");
        Files.writeString(file, csv(reviews));
        return Settings.apply(RunSpecs.defaults("ntm", 4).withSource(new ReviewSource(List.of(file.toString()), Map.of())),
                List.of("min_df=2", "min_tokens=2", "epochs=12", "mini_batch_size=64", "near_duplicates=false"));
    }

    static String csv(int reviews) {
        RandomStream random = RandomStream.of(7, "small reviews");
        StringBuilder csv = new StringBuilder("review_id,stars,title,text\n");
        for (int review = 0; review < reviews; review++) {
            List<String> theme = THEMES.get(review % THEMES.size());
            List<String> other = THEMES.get(random.nextInt(THEMES.size()));
            String text = IntStream.range(0, 12 + random.nextInt(8))
                    .mapToObj(i -> (i % 5 == 4 ? other : theme).get(random.nextInt(theme.size())))
                    .collect(Collectors.joining(" "));
            csv.append('R').append(review).append(',').append(1 + review % 5).append(",Review ").append(review).append(',')
                    .append(text).append('\n');
        }
        return csv.toString();
    }
}

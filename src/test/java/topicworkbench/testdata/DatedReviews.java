package topicworkbench.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import topicworkbench.run.RunSummary;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.Workspace;

/** A few invented reviews with three complaints that differ in when, of what and how angrily they are told. */
public final class DatedReviews {
    public static final int ROWS = 240;
    public static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private static final List<List<String>> THEMES = List.of(
            List.of("battery", "charge", "charger", "power", "drains", "hours", "empty", "cable"),
            List.of("delivery", "late", "package", "courier", "weeks", "waiting", "shipping", "tracking"),
            List.of("size", "small", "tight", "shoulders", "fits", "sleeves", "large", "narrow"));
    private static final List<String> PRODUCTS = List.of("Lamp", "Jacket", "Phone");

    /** In a column of the file's own; each has twenty reviews in a row, the last stands for none. */
    public static final List<String> CHANNELS = List.of("web", "app", "<b>shop</b>", "");

    private DatedReviews() { }

    /** Ten reviews a month; the battery is told of with one star, delivery with one to three, sizes with one to five. */
    public static Path write(Path file) throws IOException {
        Random random = new Random(11);
        StringBuilder csv = new StringBuilder("id,stars,title,text,date,product_title,helpful_votes,Channel,price\n");
        for (int row = 0; row < ROWS; row++) {
            int theme = row % THEMES.size();
            csv.append(row).append(',').append(1 + row / 3 % (2 * theme + 1)).append(",Complaint,");
            for (int word = 0; word < 14; word++) {
                csv.append(THEMES.get(theme).get(random.nextInt(THEMES.get(theme).size()))).append(' ');
            }
            csv.append(',').append(FIRST.plusMonths(row / 10)).append(',').append(PRODUCTS.get(row / 5 % 3)).append(',')
                    .append(row % 4).append(',').append(CHANNELS.get(row / 20 % CHANNELS.size())).append(',')
                    .append(row % 40 + 0.5).append('\n');
        }
        return Files.writeString(file, csv);
    }

    /** A finished run on them, with a topic a complaint. */
    public static RunSummary runIn(Workspace workspace, String name) throws IOException, InterruptedException {
        Path csv = write(workspace.root().resolve("dated.csv"));
        return new LocalPipelineRunner(workspace, 1).start(SmallRun.spec(csv), name, event -> { }).await();
    }
}

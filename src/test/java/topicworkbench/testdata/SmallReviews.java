package topicworkbench.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A few invented reviews with three plain complaints, enough for a tiny model in a second. */
public final class SmallReviews {
    public static final int ROWS = 120;

    private static final List<List<String>> THEMES = List.of(
            List.of("battery", "charge", "charger", "power", "drains", "hours", "empty", "cable"),
            List.of("delivery", "late", "package", "courier", "weeks", "waiting", "shipping", "tracking"),
            List.of("size", "small", "tight", "shoulders", "fits", "sleeves", "large", "narrow"));

    private SmallReviews() { }

    /** Writes them as a CSV file with stars 1 and 2. */
    public static Path write(Path file) throws IOException {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("id,stars,title,text\n");
        for (int row = 0; row < ROWS; row++) {
            List<String> theme = THEMES.get(row % THEMES.size());
            csv.append(row).append(',').append(1 + row % 2).append(",Complaint,");
            for (int word = 0; word < 14; word++) {
                csv.append(theme.get(random.nextInt(theme.size()))).append(' ');
            }
            csv.append('\n');
        }
        return Files.writeString(file, csv);
    }
}

package topicworkbench.corpus;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import topicworkbench.math.ProgressListener;

/** Counts stars, lengths and languages of ingested reviews. */
final class ReviewGlances {
    /** Where classes of length begin: about twice the one before. */
    private static final int[] LENGTHS = {0, 50, 100, 200, 500, 1000, 2000};

    private final TreeMap<Double, Long> stars = new TreeMap<>();
    private final NavigableMap<Integer, Long> lengths = new TreeMap<>();
    private final Map<String, Long> languages = new HashMap<>();
    private final LanguageGlance language = new LanguageGlance();
    private long unrated;
    private int[] allLengths = new int[1024];
    private int reviews;

    private ReviewGlances() {
        Arrays.stream(LENGTHS).forEach(least -> lengths.put(least, 0L));
    }

    /** @param ingested the table that {@link ReviewIngest} writes */
    static ReviewGlance of(Path ingested, ProgressListener listener) {
        ReviewGlances glances = new ReviewGlances();
        try (DuckDb duckDb = DuckDb.open(ingested.getParent())) {
            ReviewFunctions.register(duckDb.connection());
            try (var statement = duckDb.connection().createStatement(); ResultSet rows = statement.executeQuery(
                    "SELECT stars, coalesce(review_clean(title), ''), coalesce(review_clean(text), '') FROM read_parquet("
                            + DuckDb.readable(ingested) + ")")) {
                while (rows.next()) {
                    double rating = rows.getDouble(1);
                    glances.enter(rows.wasNull() ? Double.NaN : rating, rows.getString(2), rows.getString(3));
                    listener.progress(glances.reviews, 0);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return glances.result();
    }

    private void enter(double rating, String title, String text) {
        if (Double.isNaN(rating)) {
            unrated++;
        } else {
            stars.merge(rating, 1L, Long::sum);
        }
        int length = title.codePointCount(0, title.length()) + text.codePointCount(0, text.length());
        lengths.merge(lengths.floorKey(length), 1L, Long::sum);
        if (reviews == allLengths.length) {
            allLengths = Arrays.copyOf(allLengths, 2 * reviews);
        }
        allLengths[reviews++] = length;
        language.of(title + "\n" + text).ifPresent(code -> languages.merge(code, 1L, Long::sum));
    }

    private ReviewGlance result() {
        Map<String, Long> mostFirst = new LinkedHashMap<>();
        languages.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey())).forEach(e -> mostFirst.put(e.getKey(), e.getValue()));
        int[] sorted = Arrays.copyOf(allLengths, reviews);
        Arrays.sort(sorted);
        return new ReviewGlance(reviews, stars, unrated, lengths, reviews == 0 ? 0 : sorted[(reviews - 1) / 2], mostFirst);
    }
}

package topicworkbench.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file in splits/: which review of a split topic goes to which of its parts.
 *
 * @param reviews by number, rising
 * @param topics  of each review the id of its part
 */
public record SplitTable(int[] reviews, int[] topics) {

    public SplitTable {
        if (reviews.length != topics.length) {
            throw new IllegalArgumentException(reviews.length + " reviews, " + topics.length + " topics");
        }
    }

    public void write(Path target) {
        ParquetTable.write(target, "review INTEGER, topic INTEGER", appender -> {
            for (int row = 0; row < reviews.length; row++) {
                appender.beginRow().append(reviews[row]).append(topics[row]).endRow();
            }
        });
    }

    /** @throws topicworkbench.failure.ExplainedException if the file is missing or damaged */
    public static SplitTable read(Path file) {
        List<int[]> rows = new ArrayList<>();
        ParquetTable.read(file, "review, topic", row -> rows.add(new int[] {row.getInt(1), row.getInt(2)}));
        rows.sort((a, b) -> Integer.compare(a[0], b[0]));
        return new SplitTable(rows.stream().mapToInt(row -> row[0]).toArray(),
                rows.stream().mapToInt(row -> row[1]).toArray());
    }
}

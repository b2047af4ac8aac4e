package topicworkbench.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file in splits/: which review of a split topic goes to which of its parts.
 *
 * @param reviews by number, rising
 * @param parts   of each review its part, from 0, in the order in which the journal gives the parts' ids
 */
public record SplitTable(int[] reviews, int[] parts) {

    /** Names no review. */
    public static final SplitTable NONE = new SplitTable(new int[0], new int[0]);

    public SplitTable {
        if (reviews.length != parts.length) {
            throw new IllegalArgumentException(reviews.length + " reviews, " + parts.length + " parts");
        }
    }

    public void write(Path target) {
        try {
            Files.createDirectories(target.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ParquetTable.write(target, "review INTEGER, part INTEGER", appender -> {
            for (int row = 0; row < reviews.length; row++) {
                appender.beginRow().append(reviews[row]).append(parts[row]).endRow();
            }
        });
    }

    /** @throws topicworkbench.failure.ExplainedException if the file is missing or damaged */
    public static SplitTable read(Path file) {
        List<int[]> rows = new ArrayList<>();
        ParquetTable.read(file, "review, part", row -> rows.add(new int[] {row.getInt(1), row.getInt(2)}));
        rows.sort((a, b) -> Integer.compare(a[0], b[0]));
        return new SplitTable(rows.stream().mapToInt(row -> row[0]).toArray(),
                rows.stream().mapToInt(row -> row[1]).toArray());
    }
}

package topicworkbench.exploration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBReadableVector;
import topicworkbench.failure.ExplainedException;
import topicworkbench.workspace.ParquetTable;

/**
 * What else is known of each document, a column each, by the number of the document. Arrays are not copied and not to be
 * changed.
 *
 * @param stars        1 to 5; NaN where missing
 * @param days         days since 1970-01-01; {@link #NO_DAY} where missing
 * @param helpfulVotes 0 where missing
 * @param verified     1 yes, 0 no, -1 missing
 * @param product      what was reviewed
 * @param category     its kind
 * @param source       the file it came from
 */
public record DocumentColumns(float[] stars, int[] days, int[] helpfulVotes, byte[] verified, CategoryColumn product,
        CategoryColumn category, CategoryColumn source) {
    public static final int NO_DAY = Integer.MIN_VALUE;

    private static final String WANTED = "review, coalesce(stars, 'NaN'::DOUBLE)::FLOAT, "
            + "coalesce(date - DATE '1970-01-01', " + NO_DAY + ")::INTEGER, coalesce(helpful_votes, 0)::INTEGER, "
            + "coalesce(verified::TINYINT, -1)::TINYINT, coalesce(product, ''), coalesce(category, ''), coalesce(source, '')";

    /**
     * @param reviewsFile reviews.parquet
     * @param reviews     of each document the number of its review, rising
     * @throws ExplainedException if the file is missing or damaged, or lacks one of the reviews
     */
    static DocumentColumns read(Path reviewsFile, int[] reviews) {
        int documents = reviews.length;
        float[] stars = new float[documents];
        int[] days = new int[documents];
        int[] votes = new int[documents];
        byte[] verified = new byte[documents];
        Names product = new Names(documents);
        Names category = new Names(documents);
        Names source = new Names(documents);
        int[] next = {0};
        ParquetTable.read(reviewsFile, WANTED, (_, chunk) -> {
            DuckDBReadableVector[] columns = new DuckDBReadableVector[8];
            for (int column = 0; column < columns.length; column++) {
                columns[column] = chunk.vector(column);
            }
            for (int row = 0; row < chunk.rowCount(); row++) {
                int document = next[0];
                if (document == documents || columns[0].getInt(row) != reviews[document]) {
                    continue; // a review that was left with too few words
                }
                stars[document] = columns[1].getFloat(row);
                days[document] = columns[2].getInt(row);
                votes[document] = columns[3].getInt(row);
                verified[document] = columns[4].getByte(row);
                product.put(document, columns[5].getString(row));
                category.put(document, columns[6].getString(row));
                source.put(document, columns[7].getString(row));
                next[0]++;
            }
        });
        if (next[0] != documents) {
            throw new ExplainedException("The table " + reviewsFile + " lacks reviews that the topics were found in.",
                    "Bring it back from a backup, or run again with the run's spec.json.");
        }
        return new DocumentColumns(stars, days, votes, verified, product.column(), category.column(), source.column());
    }

    /** @param dimension product, category or source */
    CategoryColumn names(Dimension dimension) {
        if (dimension.equals(Dimension.PRODUCT)) {
            return product;
        }
        if (dimension.equals(Dimension.CATEGORY)) {
            return category;
        }
        if (dimension.equals(Dimension.SOURCE)) {
            return source;
        }
        throw new IllegalArgumentException("There is no column of names called " + dimension.name());
    }

    public int documents() {
        return stars.length;
    }

    /** Gives each name a number when it is first met; the empty name stands for a missing one. */
    private static final class Names {
        private final int[] codes;
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> names = new ArrayList<>();

        Names(int documents) {
            codes = new int[documents];
        }

        void put(int document, String name) {
            codes[document] = name.isEmpty() ? CategoryColumn.MISSING : numbers.computeIfAbsent(name, added -> {
                names.add(added);
                return names.size() - 1;
            });
        }

        CategoryColumn column() {
            return new CategoryColumn(codes, names);
        }
    }
}

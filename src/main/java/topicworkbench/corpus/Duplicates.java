package topicworkbench.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import topicworkbench.math.ProgressListener;

/**
 * Finds reviews whose text was seen before, of cleaned reviews in order; the first of each stays. Exact duplicates have
 * the same title and text without regard to case. Near duplicates share at least {@link Shingles#SIMILAR} of their
 * word triples with a review that stays; candidates are found by MinHash and each is then compared exactly, so no two
 * reviews are called alike by chance, and reviews of few words are never near duplicates.
 */
final class Duplicates {
    private final ReviewFilter filter;
    private final DuckDb duckDb;
    private final String rows;
    private long exact;
    private long near;

    /** @param rows an SQL tail, {@code FROM … WHERE …}, with the columns file_row_number, title and text */
    Duplicates(ReviewFilter filter, DuckDb duckDb, String rows) {
        this.filter = filter;
        this.duckDb = duckDb;
        this.rows = rows;
    }

    /** The row numbers of the duplicates. */
    BitSet find(ProgressListener listener) throws SQLException {
        BitSet dropped = new BitSet();
        if (!filter.exactDuplicates() && !filter.nearDuplicates()) {
            return dropped;
        }
        long total = duckDb.count("SELECT count(*) " + rows);
        Set<Long> seen = new HashSet<>();
        SimilarRows similar = new SimilarRows(Math.toIntExact(total));
        scan(rows, (row, text) -> {
            Shingles shingles = Shingles.of(text);
            if (filter.exactDuplicates() && !seen.add(shingles.fingerprint())) {
                dropped.set(row);
                exact++;
            } else if (filter.nearDuplicates() && shingles.comparable()) {
                similar.add(row, shingles);
            }
        }, listener, total, 0);
        Map<Integer, int[]> candidates = similar.candidates();
        if (!candidates.isEmpty()) {
            dropNear(candidates, dropped, listener, total);
        }
        return dropped;
    }

    private void dropNear(Map<Integer, int[]> candidates, BitSet dropped, ProgressListener listener, long total)
            throws SQLException {
        BitSet involved = new BitSet();
        candidates.forEach((row, earlier) -> {
            involved.set(row);
            Arrays.stream(earlier).forEach(involved::set);
        });
        duckDb.registerRowSet("review_involved", involved);
        Map<Integer, Shingles> kept = new HashMap<>();
        scan(rows + " AND review_involved(file_row_number)", (row, text) -> {
            Shingles shingles = Shingles.of(text);
            boolean alike = Arrays.stream(candidates.getOrDefault(row, new int[0]))
                    .anyMatch(e -> kept.containsKey(e) && shingles.similar(kept.get(e)));
            if (alike) {
                dropped.set(row);
                near++;
            } else {
                kept.put(row, shingles);
            }
        }, listener, total, total);
    }

    private interface RowText {
        void take(int row, String text);
    }

    private void scan(String tail, RowText each, ProgressListener listener, long total, long done) throws SQLException {
        try (var statement = duckDb.connection().createStatement(); ResultSet result = statement.executeQuery(
                "SELECT file_row_number, concat_ws(' ', title, text) " + tail)) {
            long count = done;
            while (result.next()) {
                each.take(Math.toIntExact(result.getLong(1)), result.getString(2));
                if ((++count & 0x3FF) == 0) {
                    listener.progress(count, total);
                }
            }
        }
    }

    long exact() {
        return exact;
    }

    long near() {
        return near;
    }
}

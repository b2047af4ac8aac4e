package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.DuckDb;
import topicworkbench.math.ProgressListener;

/** The user's own columns as documents have them: frequent names, rare ones, numbers, ranges. */
class OtherColumnTableTest {
    private static final Dimension COLUMN = Dimension.column("shop_name");
    /** Every second review; the others were too short to be documents. */
    private static final int[] REVIEWS = IntStream.range(0, 5000).map(i -> 2 * i).toArray();

    @TempDir
    private Path folder;
    private OtherColumnTable table;

    @BeforeEach
    void write() throws SQLException {
        Path file = folder.resolve("reviews.parquet");
        try (DuckDb duckDb = DuckDb.open(folder)) {
            duckDb.writeParquet("SELECT i::INTEGER AS review, '' AS id, '' AS title, '' AS text, 1.0 AS stars, '' AS product, '' AS "
                    + "category,"
                    + " DATE '2020-01-01' AS date, 0 AS helpful_votes, true AS verified, 'a' AS source, CASE WHEN i % 10 = 0 THEN NULL"
                    + " WHEN i % 4 = 0 THEN 'often' ELSE 'n' || i END AS shop_name, CASE WHEN i % 10 = 0 THEN NULL ELSE i / 4 "
                    + "END::DOUBLE AS"
                    + " price, i % 5 = 1 AS flag FROM range(10000) t(i)", file, ProgressListener.NONE);
        }
        table = new OtherColumnTable(file, REVIEWS);
    }

    @Test
    void onlyTheUsersColumnsAreOffered() {
        assertThat(table.columns()).containsExactly(java.util.Map.entry("shop_name", false), java.util.Map.entry("price", true),
                java.util.Map.entry("flag", false));
    }

    @Test
    void rareNamesShareTheLastCode() {
        CategoryColumn column = (CategoryColumn) table.read("shop_name", false);
        assertThat(column.names()).hasSize(2001).startsWith("often");
        assertThat(column.rare()).isEqualTo(6000 - 1999 + 1000); // i % 4 != 0 and i % 10 != 0
        assertThat(column.of(0)).isNull();
        assertThat(column.of(2)).isEqualTo("often");
        Selection all = Selection.all(REVIEWS.length);
        int[] counts = column.counts(all);
        assertThat(Arrays.stream(counts).sum()).isEqualTo(4000);
        NameBins bins = NameBins.of(COLUMN, column, counts, 3);
        assertThat(bins.count()).isEqualTo(4);
        assertThat(bins.name(0)).isEqualTo("often");
        assertThat(bins.name(3)).endsWith(" others");
        assertThat(IntStream.range(0, REVIEWS.length).filter(document -> bins.of(document) == 3).count())
                .isEqualTo(4000 - counts[0] - 2);
        assertThat(bins.filter(3, 3).words(null)).startsWith("Shop name: ");
    }

    @Test
    void evenTheRarestNameIsFound() {
        CategoryColumn column = (CategoryColumn) table.read("shop_name", false);
        String rare = IntStream.range(0, REVIEWS.length).filter(document -> column.codes()[document] == 2000)
                .mapToObj(document -> "n" + REVIEWS[document]).findFirst().orElseThrow();
        assertThat(column.names()).doesNotContain(rare);
        assertThat(table.withNames("shop_name", Set.of(rare, "'; DROP TABLE x; --")))
                .containsExactly(Integer.parseInt(rare.substring(1)) / 2);
    }

    @Test
    void numbersStandInRangesOfARoundWidth() {
        NumberColumn column = (NumberColumn) table.read("price", true);
        assertThat(column.values()[0]).isNaN();
        assertThat(column.values()[1]).isEqualTo(0.5);
        Bins bins = column.bins(COLUMN, null, 25);
        assertThat(List.of(bins.name(0), bins.name(1), bins.name(bins.count() - 1)))
                .containsExactly("Below 500", "500 to 1000", "2000 or more");
        isHonest(bins, column.values());
        assertThat(bins.filter(0, 0).words(null)).isEqualTo("Shop name < 500");
        assertThat(bins.filter(1, 2).words(null)).isEqualTo("Shop name 500 to < 1500");
    }

    @Test
    void fewNumbersStandEachForItself() {
        double[] values = {3, Double.NaN, 1, 3, 2.5, 1};
        Bins bins = NumberBins.of(COLUMN, values);
        assertThat(IntStream.range(0, bins.count()).mapToObj(bins::name)).containsExactly("1", "2.5", "3");
        isHonest(bins, values);
        assertThat(bins.filter(1, 1).words(null)).isEqualTo("Shop name = 2.5");
        assertThat(bins.filter(0, 2).words(null)).isEqualTo("Shop name 1 to 3");
    }

    @Test
    void aFewGreatNumbersDoNotPressAllOthersIntoOneBin() {
        double[] values = IntStream.range(0, 2000).mapToDouble(i -> i % 300 == 0 ? 1e6 + i : i % 40).toArray();
        Bins bins = NumberBins.of(COLUMN, values);
        assertThat(bins.count()).isBetween(5, 20);
        assertThat(bins.name(1)).isEqualTo("5–9");
        isHonest(bins, values);
        isHonest(NumberBins.of(COLUMN, IntStream.range(0, 2000).mapToDouble(i -> i < 1990 ? 7 : i).toArray()),
                IntStream.range(0, 2000).mapToDouble(i -> i < 1990 ? 7 : i).toArray());
        assertThat(NumberBins.of(COLUMN, new double[] {Double.NaN}).count()).isZero();
    }

    /** A document is in a bin if and only if the bin's filter lets it through. */
    private static void isHonest(Bins bins, double[] values) {
        for (int document = 0; document < values.length; document++) {
            for (int bin = 0; bin < bins.count(); bin++) {
                Filter.Range range = (Filter.Range) bins.filter(bin, bin);
                assertThat(values[document] >= range.from() && values[document] < range.below())
                        .as(values[document] + " " + bins.name(bin)).isEqualTo(bins.of(document) == bin);
            }
        }
    }
}

package topicworkbench.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CsrCountsTest {
    /** 5 6 . 7 / 8 . . . / . 9 1 . */
    private static final CsrCounts COUNTS = new CsrCounts(3, 4, new int[] {0, 3, 4, 6}, new int[] {0, 1, 3, 0, 1, 2, 3, 3},
            new int[] {5, 6, 7, 8, 9, 1, 100, 200}); // the last two belong to no row

    @Test
    void someColumnsKeepTheirCountsUnderNewNumbers() {
        CsrCounts selected = COUNTS.selectColumns(new int[] {1, 3});
        assertThat(selected.rows()).isEqualTo(3);
        assertThat(selected.columns()).isEqualTo(2);
        assertThat(selected.rowStarts()).containsExactly(0, 2, 2, 3);
        assertThat(selected.columnIndices()).containsExactly(0, 1, 0);
        assertThat(selected.counts()).containsExactly(6, 7, 9);
    }

    @Test
    void someRowsComeInTheOrderThatTheyAreAskedFor() {
        CsrCounts selected = COUNTS.selectRows(new int[] {2, 0, 2});
        assertThat(selected.rows()).isEqualTo(3);
        assertThat(selected.columns()).isEqualTo(4);
        assertThat(selected.rowStarts()).containsExactly(0, 2, 5, 7);
        assertThat(selected.columnIndices()).containsExactly(1, 2, 0, 1, 3, 1, 2);
        assertThat(selected.counts()).containsExactly(9, 1, 5, 6, 7, 9, 1);
    }

    @Test
    void sums() {
        assertThat(COUNTS.total()).isEqualTo(36);
        assertThat(new long[] {COUNTS.rowTotal(0), COUNTS.rowTotal(1), COUNTS.rowTotal(2)}).containsExactly(18, 8, 10);
        assertThat(COUNTS.columnTotals()).containsExactly(13, 15, 1, 7);
        assertThat(COUNTS.documentFrequencies()).containsExactly(2, 2, 1, 1);
    }

    @Test
    void sumsPastTheLargestInteger() {
        CsrCounts large = new CsrCounts(1, 2, new int[] {0, 2}, new int[] {0, 1}, new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE});
        assertThat(large.total()).isEqualTo(2L * Integer.MAX_VALUE).isEqualTo(large.rowTotal(0));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CsrCounts(2, 2, new int[] {0, 1}, new int[1], new int[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> new CsrCounts(1, 2, new int[] {1, 1}, new int[1], new int[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> new CsrCounts(1, 2, new int[] {0, 2}, new int[1], new int[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> new CsrCounts(1, 2, new int[] {0, 1}, new int[1], new int[2]));
    }
}

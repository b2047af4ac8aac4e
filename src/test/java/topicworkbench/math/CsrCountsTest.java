package topicworkbench.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsrCountsTest {

    @Test
    void someColumnsKeepTheirCountsUnderNewNumbers() {
        CsrCounts counts = new CsrCounts(3, 4, new int[] {0, 3, 4, 6}, new int[] {0, 1, 3, 0, 1, 2},
                new int[] {5, 6, 7, 8, 9, 1});
        CsrCounts selected = counts.selectColumns(new int[] {1, 3});
        assertThat(selected.rows()).isEqualTo(3);
        assertThat(selected.columns()).isEqualTo(2);
        assertThat(selected.rowStarts()).containsExactly(0, 2, 2, 3);
        assertThat(selected.columnIndices()).containsExactly(0, 1, 0);
        assertThat(selected.counts()).containsExactly(6, 7, 9);
    }
}

package topicworkbench.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FloatMatrixTest {
    private final FloatMatrix matrix = new FloatMatrix(2, 3, new float[] {1, 2, 3, 4, 5, 6});

    @Test
    void rowsLieOneAfterTheOther() {
        assertThat(matrix.get(1, 0)).isEqualTo(4);
        assertThat(matrix.row(0)).containsExactly(1, 2, 3);
        assertThat(matrix.row(1)).containsExactly(4, 5, 6);
    }

    @Test
    void columnsBecomeRows() {
        FloatMatrix transposed = matrix.transposed();
        assertThat(transposed.rows()).isEqualTo(3);
        assertThat(transposed.columns()).isEqualTo(2);
        assertThat(transposed.values()).containsExactly(1, 4, 2, 5, 3, 6);
    }

    @Test
    void aCopyIsItsOwn() {
        FloatMatrix copy = matrix.copy();
        copy.set(1, 2, 9);
        assertThat(copy.values()).containsExactly(1, 2, 3, 4, 5, 9);
        assertThat(matrix.get(1, 2)).isEqualTo(6);
    }

    @Test
    void sizesMustFit() {
        assertThat(FloatMatrix.zeros(0, 3).values()).isEmpty();
        assertThat(FloatMatrix.zeros(3, 0).transposed().rows()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new FloatMatrix(2, 2, new float[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> new FloatMatrix(-1, -1, new float[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> new FloatMatrix(-1, 0, new float[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> new FloatMatrix(0, -1, new float[0]));
    }
}

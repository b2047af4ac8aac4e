package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.math.Threads;

class SelectionTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 1000, 200_001})
    void doesWhatABitSetDoes(int documents) {
        BitSet first = random(documents, 1);
        BitSet second = random(documents, 2);
        for (int count = 1; count <= 2; count++) {
            try (Threads threads = new Threads(count)) {
                Selection mine = Selection.of(documents, first::get, threads);
                Selection other = Selection.of(documents, second::get, threads);
                assertThat(mine.toArray()).isEqualTo(first.stream().toArray());
                assertThat(mine.count()).isEqualTo(first.cardinality());
                assertThat(mine.and(other)).isEqualTo(combined(first, second, BitSet::and));
                assertThat(mine.or(other)).isEqualTo(combined(first, second, BitSet::or));
                assertThat(mine.andNot(other)).isEqualTo(combined(first, second, BitSet::andNot));
                assertThat(mine.inverted().or(mine).isAll()).isTrue();
                assertThat(mine.inverted().and(mine).isEmpty()).isTrue();
            }
        }
        assertThat(Selection.all(documents).count()).isEqualTo(documents);
        assertThat(Selection.none(documents).count()).isZero();
    }

    private Selection combined(BitSet first, BitSet second, java.util.function.BiConsumer<BitSet, BitSet> operator) {
        BitSet result = (BitSet) first.clone();
        operator.accept(result, second);
        return Selection.of(documentsOf, result.stream().toArray());
    }

    private int documentsOf;

    private BitSet random(int documents, long seed) {
        documentsOf = documents;
        Random random = new Random(seed);
        BitSet bits = new BitSet(documents);
        for (int document = 0; document < documents; document++) {
            bits.set(document, random.nextInt(3) == 0);
        }
        return bits;
    }

    @Test
    void refusesStrangers() {
        assertThatThrownBy(() -> Selection.of(3, new int[] {3})).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Selection.all(3).and(Selection.all(4))).isInstanceOf(IllegalArgumentException.class);
    }
}

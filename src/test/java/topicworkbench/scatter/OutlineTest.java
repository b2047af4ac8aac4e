package topicworkbench.scatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.math.RandomStream;

class OutlineTest {
    private final RandomPoints random = new RandomPoints(20_000, 3);
    private final PointGrid grid = random.grid();

    private BitSet asked(Outline outline) {
        BitSet inside = new BitSet();
        for (int i = 0; i < random.x.length; i++) {
            inside.set(i, outline.contains(random.x[i], random.y[i]));
        }
        return inside;
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 30, 300})
    void selectsWhatAskingEveryPointFinds(int corners) {
        RandomStream stream = RandomStream.of(corners, "outline");
        for (int trial = 0; trial < 20; trial++) {
            double[] x = new double[corners];
            double[] y = new double[corners];
            for (int i = 0; i < corners; i++) { // crosses itself, and leaves the map
                x[i] = 20 + 25 * stream.nextGaussian();
                y[i] = 10 + 15 * stream.nextGaussian();
            }
            Outline outline = new Outline(x, y);
            assertThat(BitSet.valueOf(outline.select(grid))).isEqualTo(asked(outline));
        }
    }

    @Test
    void aRectangleHasWhatLiesBetweenItsSides() {
        Outline outline = Outline.rectangle(12, 9, 3, -2);
        BitSet expected = new BitSet();
        for (int i = 0; i < random.x.length; i++) {
            expected.set(i, random.x[i] >= 3 && random.x[i] < 12 && random.y[i] >= -2 && random.y[i] < 9);
        }
        assertThat(expected.cardinality()).isPositive();
        assertThat(BitSet.valueOf(outline.select(grid))).isEqualTo(expected);
    }

    @Test
    void edgesOnPointsDecideAsAskingDoes() {
        Outline outline = new Outline(new double[] {random.x[0], random.x[1], random.x[2], random.x[3]},
                new double[] {random.y[0], random.y[1], random.y[2], random.y[3]});
        assertThat(BitSet.valueOf(outline.select(grid))).isEqualTo(asked(outline));
    }

    @Test
    void allOrNothing() {
        assertThat(BitSet.valueOf(Outline.rectangle(-1e6, -1e6, 1e6, 1e6).select(grid)).cardinality()).isEqualTo(20_000);
        assertThat(BitSet.valueOf(Outline.rectangle(1e5, 1e5, 1e6, 1e6).select(grid)).cardinality()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Outline(new double[2], new double[2]));
    }
}

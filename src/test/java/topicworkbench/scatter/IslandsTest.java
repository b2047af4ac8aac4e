package topicworkbench.scatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import topicworkbench.math.RandomStream;
import topicworkbench.scatter.Islands.Island;

class IslandsTest {
    @Test
    void aCategoryHasItsIslandsTheLargestFirstAtTheirPeaks() {
        RandomStream random = RandomStream.of(2, "islands");
        int n = 6000;
        float[] x = new float[n];
        float[] y = new float[n];
        for (int i = 0; i < n; i++) { // category 0: two thirds at 0, 0, one third at 40, 10; category 1 at 20, 30
            boolean second = i % 2 == 1;
            boolean far = i % 6 == 0;
            x[i] = (float) ((second ? 20 : far ? 40 : 0) + 1.5 * random.nextGaussian());
            y[i] = (float) ((second ? 30 : far ? 10 : 0) + 1.5 * random.nextGaussian());
        }
        x[1] = 40; // one that went astray makes no island
        y[1] = -20;
        List<List<Island>> islands = Islands.of(new PointGrid(x, y), point -> point % 2, 3);
        assertThat(islands.get(0)).hasSize(2);
        Island large = islands.get(0).getFirst();
        assertThat(large.x()).isCloseTo(0, within(1.5));
        assertThat(large.y()).isCloseTo(0, within(1.5));
        assertThat(large.points()).isBetween(1850, 2000);
        assertThat(islands.get(0).getLast().x()).isCloseTo(40, within(1.5));
        assertThat(islands.get(1)).hasSize(1);
        assertThat(islands.get(1).getFirst().y()).isCloseTo(30, within(1.5));
        assertThat(islands.get(2)).isEmpty();
    }
}

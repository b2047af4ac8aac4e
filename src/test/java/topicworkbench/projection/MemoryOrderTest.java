package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;

class MemoryOrderTest {
    private static final int CLUMPS = 5;
    private static final FloatMatrix POINTS = points();

    /** Point i lies in clump i % 5, near the end of the clump's own axis. */
    private static FloatMatrix points() {
        FloatMatrix points = FloatMatrix.zeros(100, CLUMPS);
        RandomStream random = RandomStream.of(1, "test");
        for (int i = 0; i < points.values().length; i++) {
            points.values()[i] = 0.1f * random.nextFloat();
        }
        for (int point = 0; point < points.rows(); point++) {
            points.set(point, point % CLUMPS, 1);
        }
        return points;
    }

    @Test
    void clumpsStandTogether() {
        FloatMatrix arranged = MemoryOrder.of(POINTS).arranged(POINTS);
        for (int place = 0; place < arranged.rows(); place++) {
            assertThat(arranged.get(place, place / 20)).as("place " + place).isEqualTo(1);
        }
    }

    @Test
    void restoredIsAsBefore() {
        MemoryOrder order = MemoryOrder.of(POINTS);
        assertThat(order.restored(order.arranged(POINTS)).values()).isEqualTo(POINTS.values());
        assertThat(MemoryOrder.asGiven(100).arranged(POINTS).values()).isEqualTo(POINTS.values());
    }

    @Test
    void aListenerSeesThePointsWhereItKnowsThem() {
        MemoryOrder order = MemoryOrder.of(POINTS);
        FloatMatrix[] seen = new FloatMatrix[1];
        order.restoring(new TsneListener() {
            @Override
            public void progress(long done, long total) { }

            @Override
            public boolean shape(int step, double divergence, FloatMatrix positions) {
                seen[0] = positions;
                return true;
            }
        }).shape(1, 0, order.arranged(POINTS));
        assertThat(seen[0].values()).isEqualTo(POINTS.values());
    }
}

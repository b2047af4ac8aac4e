package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;

class TsneTest {
    private static final TsneOptions FEW = TsneOptions.DEFAULTS.withPerplexities(10.0).withSteps(60, 40)
            .withStepsPerReport(20);

    /** Root mean square error over the gradient's own size; single precision, and up to 2 % of the repulsion. */
    @ParameterizedTest
    @EnumSource(names = "AUTOMATIC", mode = EnumSource.Mode.EXCLUDE)
    void gradientAgreesWithTheDefinition(RepulsionMethod method) {
        FloatMatrix points = Clumps.of(300, 5, 9, 1);
        FloatMatrix map = Clumps.map(300, 20);
        double[][] affinities = sparseJoint(points, 99, 33);
        double[][] expected = ExactTsne.gradient(affinities, map);
        float[][] pull = new float[2][300];
        float[][] push = new float[2][300];
        double weights;
        float[] x = Clumps.column(map, 0);
        float[] y = Clumps.column(map, 1);
        try (Threads threads = new Threads(2)) {
            new Attraction(joint(points, 99, 33, threads), threads).forces(x, y, x, y, pull[0], pull[1]);
            weights = method.repulsion(300, threads).forces(x, y, push[0], push[1]);
        }
        double error = 0;
        double size = 0;
        for (int i = 0; i < 300; i++) {
            for (int axis = 0; axis < 2; axis++) {
                double difference = pull[axis][i] - push[axis][i] / weights - expected[i][axis];
                error += difference * difference;
                size += expected[i][axis] * expected[i][axis];
            }
        }
        assertThat(Math.sqrt(error / size)).isLessThan(method == RepulsionMethod.EXACT ? 1e-5 : 2e-2);
    }

    @Test
    void tellsTheDivergenceOfTheDefinition() {
        FloatMatrix points = Clumps.of(240, 5, 6, 2);
        List<Double> told = new ArrayList<>();
        List<FloatMatrix> shown = new ArrayList<>();
        embed(points, FEW.withStepsPerReport(1), new Recorder(told, shown), 2);
        double[][] affinities = sparseJoint(points, 30, 10);
        assertThat(told).hasSize(100);
        for (int step = 20; step < 100; step += 13) {
            // the divergence told with a step is that of the map before it
            double expected = ExactTsne.divergence(affinities, shown.get(step - 1));
            assertThat(told.get(step)).isCloseTo(expected, within(1e-4));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "AUTOMATIC", mode = EnumSource.Mode.EXCLUDE)
    void smallMapAgreesWithTheDefinitions(RepulsionMethod method) {
        FloatMatrix points = Clumps.of(150, 5, 5, 3);
        TsneOptions options = FEW.withRepulsion(method);
        double[][] affinities = sparseJoint(points, 30, 10);
        FloatMatrix initial;
        try (Threads threads = new Threads(1)) {
            initial = PrincipalAxes.of(Centred.of(points), RandomStream.of(1, "t-SNE initial positions"), threads);
        }
        // the same path at first; later it branches on the last digit, and only how good the map is can be compared
        assertThat(correlationOfDistances(embed(points, options.withSteps(40, 0), TsneListener.NONE, 2),
                ExactTsne.descend(affinities, initial, 40, 0))).isGreaterThan(0.99);
        double divergence = ExactTsne.divergence(affinities,
                embed(points, options.withSteps(250, 500), TsneListener.NONE, 2));
        double expected = ExactTsne.divergence(affinities, ExactTsne.descend(affinities, initial, 250, 500));
        assertThat(divergence).isCloseTo(expected, within(0.1 * expected));
    }

    @ParameterizedTest
    @EnumSource(RepulsionMethod.class)
    void givesTheSameBitsOnAnyNumberOfThreads(RepulsionMethod method) {
        FloatMatrix points = Clumps.of(2_500, 8, 10, 4);
        TsneOptions options = FEW.withRepulsion(method).withExactNeighborsUpTo(1_000);
        float[] one = embed(points, options, TsneListener.NONE, 1).values();
        assertThat(embed(points, options, TsneListener.NONE, 2).values()).isEqualTo(one);
        assertThat(embed(points, options, TsneListener.NONE, 3).values()).isEqualTo(one);
        assertThat(embed(points, options.withSeed(2), TsneListener.NONE, 2).values()).isNotEqualTo(one);
    }

    @Test
    void severalPerplexitiesKeepTheSameBitsToo() {
        FloatMatrix points = Clumps.of(500, 6, 5, 4);
        TsneOptions both = FEW.withPerplexities(5.0, 40.0);
        FloatMatrix map = embed(points, both, TsneListener.NONE, 1);
        assertThat(embed(points, both, TsneListener.NONE, 2).values()).isEqualTo(map.values());
        assertThat(embed(points, FEW.withPerplexities(40.0), TsneListener.NONE, 2).values()).isNotEqualTo(map.values());
        assertThat(Clumps.groupsKept(map, 5)).isGreaterThan(0.98);
    }

    @Test
    void leavesItsInputAloneAndCentresItsOutput() {
        FloatMatrix points = Clumps.of(200, 4, 4, 5);
        float[] before = points.values().clone();
        FloatMatrix map = embed(points, FEW, TsneListener.NONE, 2);
        assertThat(points.values()).isEqualTo(before);
        for (int axis = 0; axis < 2; axis++) {
            double sum = 0;
            for (float value : Clumps.column(map, axis)) {
                sum += value;
            }
            assertThat(sum / 200).isCloseTo(0, within(1e-4));
        }
    }

    @Test
    void partsTheGroups() {
        assertThat(Clumps.groupsKept(embed(Clumps.of(600, 6, 6, 6), TsneOptions.DEFAULTS.withSteps(100, 150),
                TsneListener.NONE, 2), 6)).isGreaterThan(0.99);
    }

    @Test
    void manyDuplicatesAndConstantColumnsAreFine() {
        FloatMatrix points = Clumps.of(400, 4, 4, 7);
        for (int i = 0; i < 400; i++) {
            points.set(i, 2, 5);
            if (i % 4 == 0) {
                System.arraycopy(points.values(), 0, points.values(), points.offset(i), 4);
            }
        }
        for (RepulsionMethod method : RepulsionMethod.values()) {
            assertFinite(embed(points, FEW.withRepulsion(method), TsneListener.NONE, 2));
        }
        assertFinite(embed(FloatMatrix.zeros(50, 3), FEW, TsneListener.NONE, 2));
        assertFinite(embed(Clumps.of(50, 1, 2, 7), FEW, TsneListener.NONE, 2));
    }

    @Test
    void fewestPointsAllowed() {
        assertFinite(embed(Clumps.of(5, 3, 2, 8), FEW.withPerplexities(1.0), TsneListener.NONE, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {80_000, 1_000})
    void cancelsAtOnce(int exactNeighborsUpTo) {
        FloatMatrix points = Clumps.of(3_000, 6, 6, 9);
        TsneOptions options = FEW.withExactNeighborsUpTo(exactNeighborsUpTo);
        for (int units : new int[] {0, 50, TsneListener.SEARCH_UNITS, TsneListener.SEARCH_UNITS + 7}) {
            long[] last = new long[1];
            assertThatThrownBy(() -> embed(points, options, (done, total) -> {
                last[0] = done;
                if (done >= units) {
                    throw new CancellationException();
                }
            }, 2)).isInstanceOf(CancellationException.class);
            assertThat(last[0]).isBetween((long) units, units + 50L);
        }
    }

    @Test
    void stopsWithTheMapShown() {
        List<FloatMatrix> shown = new ArrayList<>();
        FloatMatrix map = embed(Clumps.of(200, 6, 6, 9), FEW, new TsneListener() {
            @Override
            public void progress(long done, long total) { }

            @Override
            public boolean shape(int step, double divergence, FloatMatrix positions) {
                shown.add(positions);
                return step < 40;
            }
        }, 2);
        assertThat(shown).hasSize(2);
        assertThat(map.values()).isEqualTo(shown.get(1).values());
    }

    @Test
    void refusesWhatCannotBeMapped() {
        FloatMatrix points = Clumps.of(90, 3, 2, 1);
        assertThatThrownBy(() -> embed(points, TsneOptions.DEFAULTS, TsneListener.NONE, 1))
                .isInstanceOf(InvalidOptionException.class).hasMessageContaining("90");
        FloatMatrix broken = Clumps.of(90, 3, 2, 1);
        broken.set(17, 2, Float.NaN);
        assertThatThrownBy(() -> embed(broken, FEW, TsneListener.NONE, 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("row 17");
        broken.set(17, 2, Float.POSITIVE_INFINITY);
        assertThatThrownBy(() -> embed(broken, FEW, TsneListener.NONE, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> embed(FloatMatrix.zeros(90, 0), FEW, TsneListener.NONE, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** All pairs of these points would need 10 GB; the tests have 3. */
    @Test
    void memoryGrowsWithPointsNotPairs() {
        assertFinite(embed(Clumps.of(50_000, 4, 10, 1), FEW.withSteps(3, 2), TsneListener.NONE, 2));
    }

    @Test
    void startsFromGivenPositions() {
        FloatMatrix points = Clumps.of(300, 5, 3, 1);
        FloatMatrix initial = Clumps.map(300, 7);
        try (Threads threads = new Threads(2)) {
            FloatMatrix first = Tsne.embed(points, initial, FEW.withSteps(0, 0), threads, TsneListener.NONE);
            assertThat(correlationOfDistances(first, initial)).isGreaterThan(0.99);
            assertThatThrownBy(() -> Tsne.embed(points, FloatMatrix.zeros(3, 2), FEW, threads, TsneListener.NONE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static FloatMatrix embed(FloatMatrix points, TsneOptions options, TsneListener listener, int count) {
        try (Threads threads = new Threads(count)) {
            return Tsne.embed(points, options, threads, listener);
        }
    }

    private record Recorder(List<Double> told, List<FloatMatrix> shown) implements TsneListener {

        @Override
        public void progress(long done, long total) { }

        @Override
        public boolean shape(int step, double divergence, FloatMatrix positions) {
            told.add(divergence);
            shown.add(positions);
            return true;
        }
    }

    private static CsrMatrix joint(FloatMatrix points, int k, double perplexity, Threads threads) {
        Neighbors neighbors = NeighborIndex.exact(points).searchSelf(k, threads, ProgressListener.NONE);
        float[] conditional = neighbors.squaredDistances();
        ConditionalAffinities.fill(conditional, neighbors, List.of(perplexity), threads, ProgressListener.NONE);
        return JointAffinities.of(neighbors, conditional, threads, ProgressListener.NONE);
    }

    private static double[][] sparseJoint(FloatMatrix points, int k, double perplexity) {
        double[][] dense = new double[points.rows()][points.rows()];
        try (Threads threads = new Threads(1)) {
            CsrMatrix joint = joint(points, k, perplexity, threads);
            for (int row = 0; row < joint.rows(); row++) {
                for (int i = joint.rowStarts()[row]; i < joint.rowStarts()[row + 1]; i++) {
                    dense[row][joint.columnIndices()[i]] += joint.values()[i];
                }
            }
        }
        return dense;
    }

    private static double correlationOfDistances(FloatMatrix a, FloatMatrix b) {
        double n = 0;
        double sumA = 0;
        double sumB = 0;
        double sumAa = 0;
        double sumBb = 0;
        double sumAb = 0;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < i; j++) {
                double da = Math.sqrt(ExactTsne.squaredDistance(a, i, a, j));
                double db = Math.sqrt(ExactTsne.squaredDistance(b, i, b, j));
                n++;
                sumA += da;
                sumB += db;
                sumAa += da * da;
                sumBb += db * db;
                sumAb += da * db;
            }
        }
        return (sumAb - sumA * sumB / n) / Math.sqrt((sumAa - sumA * sumA / n) * (sumBb - sumB * sumB / n));
    }

    private static void assertFinite(FloatMatrix map) {
        for (float value : map.values()) {
            assertThat(Float.isFinite(value)).isTrue();
        }
    }
}

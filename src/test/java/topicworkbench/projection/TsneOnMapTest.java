package topicworkbench.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/** What is done to a finished map: a subset laid out anew, new points placed. */
class TsneOnMapTest {
    private static final TsneOptions FEW = TsneOptions.DEFAULTS.withPerplexities(10.0).withSteps(60, 40)
            .withStepsPerReport(20);

    @Test
    void laysASubsetOutInItsPlace() {
        FloatMatrix points = Clumps.of(600, 5, 6, 1);
        FloatMatrix map = map(points, FEW);
        int[] rows = IntStream.range(0, 600).filter(i -> i % 6 < 2).toArray();
        List<FloatMatrix> shown = new ArrayList<>();
        FloatMatrix anew;
        try (Threads threads = new Threads(2)) {
            anew = Tsne.relay(points, map, rows, FEW, threads, new TsneListener() {
                @Override
                public void progress(long done, long total) { }

                @Override
                public boolean shape(int step, double divergence, FloatMatrix positions) {
                    return shown.add(positions);
                }
            });
        }
        double[] before = moments(map, rows);
        double[] after = moments(anew, IntStream.range(0, rows.length).toArray());
        assertThat(after).usingComparatorWithPrecision(1e-3).containsExactly(before);
        assertThat(shown.getLast().values()).isEqualTo(anew.values());
        // still on the side of the map where it was
        int nearer = 0;
        for (int i = 0; i < rows.length; i++) {
            nearer += ExactTsne.squaredDistance(anew, i, map, rows[i]) < ExactTsne.squaredDistance(anew, i, map,
                    rows[(i + 1) % rows.length]) ? 1 : 0;
        }
        assertThat(nearer).isGreaterThan(rows.length * 9 / 10);
    }

    @Test
    void aSubsetGetsTheSameBitsOnAnyNumberOfThreads() {
        FloatMatrix points = Clumps.of(600, 5, 6, 1);
        FloatMatrix map = map(points, FEW);
        float[] before = map.values().clone();
        int[] rows = IntStream.range(100, 400).toArray();
        FloatMatrix anew = relay(points, map, rows, 1, TsneListener.NONE);
        assertThat(relay(points, map, rows, 2, TsneListener.NONE).values()).isEqualTo(anew.values());
        assertThat(map.values()).isEqualTo(before);
        assertThatThrownBy(() -> relay(points, map, rows, 2, (done, total) -> cancelFrom(done, 120)))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> relay(points, map, new int[] {1, 2, 3}, 2, TsneListener.NONE))
                .isInstanceOf(InvalidOptionException.class);
        assertThatThrownBy(() -> relay(points, FloatMatrix.zeros(5, 2), rows, 2, TsneListener.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FloatMatrix relay(FloatMatrix points, FloatMatrix map, int[] rows, int count, TsneListener listener) {
        try (Threads threads = new Threads(count)) {
            return Tsne.relay(points, map, rows, FEW, threads, listener);
        }
    }

    private static void cancelFrom(long done, long step) {
        if (done >= step) {
            throw new CancellationException();
        }
    }

    @Test
    void placingIsCancelledAtOnce() {
        FloatMatrix points = Clumps.of(300, 6, 6, 1);
        FloatMatrix map = map(points, FEW);
        long[] last = new long[1];
        try (Threads threads = new Threads(2)) {
            assertThatThrownBy(() -> Tsne.place(points, map, points, PlacementOptions.DEFAULTS.withSteps(50), threads,
                    (done, total) -> {
                        last[0] = done;
                        cancelFrom(done, 7);
                    })).isInstanceOf(CancellationException.class);
        }
        assertThat(last[0]).isEqualTo(7);
    }

    @Test
    void placesNewPointsAmongTheirLike() {
        FloatMatrix all = Clumps.of(1_200, 6, 6, 1);
        FloatMatrix points = new FloatMatrix(1_000, 6, Arrays.copyOf(all.values(), 6_000));
        FloatMatrix newcomers = new FloatMatrix(200, 6, Arrays.copyOfRange(all.values(), 6_000, 7_200));
        FloatMatrix map = map(points, FEW.withSteps(100, 100));
        FloatMatrix placed = place(points, map, newcomers, 2);
        FloatMatrix together = FloatMatrix.zeros(1_200, 2);
        System.arraycopy(map.values(), 0, together.values(), 0, 2_000);
        System.arraycopy(placed.values(), 0, together.values(), 2_000, 400);
        assertThat(Clumps.groupsKept(together, 6)).isGreaterThan(0.98);
        assertThat(place(points, map, newcomers, 1).values()).isEqualTo(placed.values());
        FloatMatrix alone = place(points, map, new FloatMatrix(1, 6, newcomers.row(7)), 2);
        assertThat(alone.values()).containsExactly(placed.row(7));
        assertThat(place(points, map, FloatMatrix.zeros(0, 6), 2).rows()).isZero();
        assertThatThrownBy(() -> place(points, map, FloatMatrix.zeros(3, 5), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> place(Clumps.of(12, 6, 2, 1), FloatMatrix.zeros(12, 2), newcomers, 1))
                .isInstanceOf(InvalidOptionException.class);
    }

    private static FloatMatrix place(FloatMatrix points, FloatMatrix map, FloatMatrix newcomers, int count) {
        try (Threads threads = new Threads(count)) {
            return Tsne.place(points, map, newcomers, PlacementOptions.DEFAULTS.withSteps(50), threads,
                    ProgressListener.NONE);
        }
    }

    /** Of one perplexity and no more points than neighbours, all by the definition and in double precision. */
    @Test
    void aNewPointComesToRestWhereItsGradientVanishes() {
        FloatMatrix all = Clumps.of(100, 5, 3, 2);
        FloatMatrix points = new FloatMatrix(91, 5, Arrays.copyOf(all.values(), 455));
        FloatMatrix newcomers = new FloatMatrix(9, 5, Arrays.copyOfRange(all.values(), 455, 500));
        FloatMatrix map = map(points, FEW);
        PlacementOptions options = new PlacementOptions(30, 1.5, 0, 80_000);
        FloatMatrix start;
        FloatMatrix placed;
        try (Threads threads = new Threads(1)) {
            start = Tsne.place(points, map, newcomers, options, threads, ProgressListener.NONE);
            placed = Tsne.place(points, map, newcomers, options.withSteps(1_000), threads, ProgressListener.NONE);
        }
        for (int i = 0; i < 9; i++) {
            double[] affinities = ExactTsne.affinitiesOf(points, newcomers, i, 30);
            assertThat(ExactTsne.gradientOf(affinities, 1.5, map, placed, i)).as("newcomer %d", i)
                    .isLessThan(0.03 * ExactTsne.gradientOf(affinities, 1.5, map, start, i));
        }
    }

    @Test
    void newPointsFindTheirLikeAlsoWhereTheSearchIsApproximate() {
        FloatMatrix all = Clumps.of(3_200, 6, 6, 1);
        FloatMatrix points = new FloatMatrix(3_000, 6, Arrays.copyOf(all.values(), 18_000));
        FloatMatrix newcomers = new FloatMatrix(200, 6, Arrays.copyOfRange(all.values(), 18_000, 19_200));
        FloatMatrix map = map(points, FEW);
        PlacementOptions exact = PlacementOptions.DEFAULTS.withSteps(0);
        PlacementOptions approximate = new PlacementOptions(exact.perplexity(), exact.exaggeration(), 0, 1_000);
        try (Threads one = new Threads(1); Threads two = new Threads(2)) {
            float[] placed = Tsne.place(points, map, newcomers, approximate, two, ProgressListener.NONE).values();
            assertThat(Tsne.place(points, map, newcomers, approximate, one, ProgressListener.NONE).values()).isEqualTo(placed);
            float[] expected = Tsne.place(points, map, newcomers, exact, two, ProgressListener.NONE).values();
            assertThat(IntStream.range(0, placed.length).filter(i -> placed[i] == expected[i]).count())
                    .as("coordinates as by the exact search").isGreaterThan(placed.length * 9L / 10);
            assertThatThrownBy(() -> Tsne.place(points, map, newcomers, approximate, two, (done, total) -> cancelFrom(done, 0)))
                    .isInstanceOf(CancellationException.class);
        }
    }

    /** Mean and mean squared distance from it. */
    private static double[] moments(FloatMatrix map, int[] rows) {
        double[] moments = new double[3];
        for (int row : rows) {
            moments[0] += map.get(row, 0) / rows.length;
            moments[1] += map.get(row, 1) / rows.length;
        }
        for (int row : rows) {
            moments[2] += (Math.pow(map.get(row, 0) - moments[0], 2) + Math.pow(map.get(row, 1) - moments[1], 2))
                    / rows.length;
        }
        return moments;
    }

    private static FloatMatrix map(FloatMatrix points, TsneOptions options) {
        try (Threads threads = new Threads(2)) {
            return Tsne.embed(points, options, threads, TsneListener.NONE);
        }
    }
}

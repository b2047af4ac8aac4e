package topicworkbench.projection;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import topicworkbench.math.BatchedFft;
import topicworkbench.math.Threads;

/**
 * What a cloud of points in the plane does to any place in it: with w = 1 / (1 + distance²), the sums over all points of
 * w, and of w² times the difference of position, both by interpolation from a {@link PotentialGrid}. O(n) time and
 * memory for a given extent of the cloud; single precision, relative error of a force about 10⁻³.
 *
 * @see <a href="https://arxiv.org/abs/1712.09005">Linderman et al. 2017</a>
 */
final class PotentialField {
    /** Between nodes, in units of the kernel's width 1: a third of the error of FIt-SNE's usual grid of three in 1. */
    private static final double WIDEST_SPACING = 0.5;
    /** Nodes a side that cost little; smaller maps get closer nodes instead of fewer. */
    private static final int LEAST_NODES = 128;
    /** Nodes that a cubic spline reaches. */
    private static final int REACH = 4;
    private static final int WIDTH = REACH * PotentialGrid.CHARGES;
    /** Rows of nodes whose points are spread by one thread; more than REACH, so that every second band is independent. */
    private static final int BAND = 8;
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Cubic B-spline: weight of node c at fraction t is the polynomial in t with these coefficients, by rising power. */
    private static final double[][] SPLINE = {
        {1.0 / 6, 4.0 / 6, 1.0 / 6, 0}, {-0.5, 0, 0.5, 0}, {0.5, -1, 0.5, 0}, {-1.0 / 6, 0.5, -0.5, 1.0 / 6}};
    /** The same for all nodes and charges at once: [power][node * charges + charge]. */
    private static final float[][] SPLINE_LANES = new float[REACH][WIDTH];
    /** One where the lane holds that charge. */
    private static final float[][] CHARGE_LANES = new float[PotentialGrid.CHARGES][WIDTH];

    static {
        for (int lane = 0; lane < WIDTH; lane++) {
            for (int power = 0; power < REACH; power++) {
                SPLINE_LANES[power][lane] = (float) SPLINE[power][lane / PotentialGrid.CHARGES];
            }
            CHARGE_LANES[lane % PotentialGrid.CHARGES][lane] = 1;
        }
    }

    private final Threads threads;
    private PotentialGrid grid;
    private double spacing;
    private float left;
    private float bottom;

    PotentialField(Threads threads) {
        this.threads = threads;
    }

    /** Lays the grid around the points and takes up their charges. */
    void charge(float[] x, float[] y, Bands bands) {
        Extent extent = Extent.of(x, y, threads);
        layGrid(extent);
        grid.clear();
        bands.sort(y, bottom, (float) (BAND * spacing), grid.nodes() / BAND, threads);
        for (int parity = 0; parity < 2; parity++) {
            int first = parity;
            threads.run((bands.count() - parity + 1) / 2, (job, worker) -> {
                int band = 2 * job + first;
                spread(x, y, bands.order(), bands.start(band), bands.start(band + 1));
            });
        }
        grid.convolve();
    }

    private void layGrid(Extent extent) {
        double wanted = WIDEST_SPACING;
        // in steps of two, so that the grid seldom changes while the map grows
        while (nodes(extent, wanted / 2) <= LEAST_NODES && wanted > Float.MIN_NORMAL) {
            wanted /= 2;
        }
        int length = BatchedFft.goodLength(2 * Math.max(LEAST_NODES, nodes(extent, wanted)));
        if (grid == null || grid.nodes() * 2 != length || spacing != wanted) {
            spacing = wanted;
            grid = new PotentialGrid(length, spacing, threads);
        }
        double half = (grid.nodes() - 1) / 2.0 * spacing;
        left = (float) (extent.centerX() - half);
        bottom = (float) (extent.centerY() - half);
    }

    private static int nodes(Extent extent, double spacing) {
        return (int) Math.ceil(Math.min(extent.side() / spacing, 1e6)) + REACH + 1;
    }

    private void spread(float[] x, float[] y, int[] order, int from, int to) {
        float[] values = grid.values();
        int stride = grid.nodes() * PotentialGrid.CHARGES;
        float perNode = (float) (1 / spacing);
        for (int i = from; i < to; i++) {
            int point = order[i];
            float px = x[point];
            float py = y[point];
            float column = (px - left) * perNode;
            float row = (py - bottom) * perNode;
            int c = (int) column;
            int r = (int) row;
            float tx = column - c;
            float ty = row - r;
            float square = px * px + py * py;
            int at = (r - 1) * stride + (c - 1) * PotentialGrid.CHARGES;
            for (int lane = 0; lane < WIDTH; lane += LANES) {
                FloatVector charges = splineWeights(tx, lane).mul(charges(px, py, square, lane));
                for (int k = 0; k < REACH; k++) {
                    int place = at + k * stride + lane;
                    charges.fma(FloatVector.broadcast(SPECIES, splineWeight(k, ty)),
                            FloatVector.fromArray(SPECIES, values, place)).intoArray(values, place);
                }
            }
        }
    }

    /**
     * For each of the points order[from] to order[to - 1], called p, sets the sum of w²(p - q) over the charged points q.
     *
     * @return the sum of w over these p and all q; a charged p meets itself, which counts 1
     */
    double read(float[] x, float[] y, int[] order, int from, int to, float[] forceX, float[] forceY) {
        float[] scratch = new float[WIDTH];
        float[] values = grid.values();
        int stride = grid.nodes() * PotentialGrid.CHARGES;
        float perNode = (float) (1 / spacing);
        double total = 0;
        for (int i = from; i < to; i++) {
            int point = order[i];
            float px = x[point];
            float py = y[point];
            float column = (px - left) * perNode;
            float row = (py - bottom) * perNode;
            int c = (int) column;
            int r = (int) row;
            float tx = column - c;
            float ty = row - r;
            int at = (r - 1) * stride + (c - 1) * PotentialGrid.CHARGES;
            for (int lane = 0; lane < WIDTH; lane += LANES) {
                FloatVector sum = FloatVector.zero(SPECIES);
                for (int k = 0; k < REACH; k++) {
                    sum = FloatVector.fromArray(SPECIES, values, at + k * stride + lane)
                            .fma(FloatVector.broadcast(SPECIES, splineWeight(k, ty)), sum);
                }
                sum.mul(splineWeights(tx, lane)).intoArray(scratch, lane);
            }
            float one = scratch[0] + scratch[4] + (scratch[8] + scratch[12]);
            float sumX = scratch[1] + scratch[5] + (scratch[9] + scratch[13]);
            float sumY = scratch[2] + scratch[6] + (scratch[10] + scratch[14]);
            float squares = scratch[3] + scratch[7] + (scratch[11] + scratch[15]);
            forceX[point] = px * one - sumX;
            forceY[point] = py * one - sumY;
            // w = w²(1 + |p|² - 2 p·q + |q|²)
            total += (1 + px * px + py * py) * one - 2 * (px * sumX + py * sumY) + squares;
        }
        return total;
    }

    private static float splineWeight(int node, float t) {
        return (((float) SPLINE[3][node] * t + (float) SPLINE[2][node]) * t + (float) SPLINE[1][node]) * t
                + (float) SPLINE[0][node];
    }

    private static FloatVector splineWeights(float t, int lane) {
        FloatVector fraction = FloatVector.broadcast(SPECIES, t);
        return FloatVector.fromArray(SPECIES, SPLINE_LANES[3], lane)
                .fma(fraction, FloatVector.fromArray(SPECIES, SPLINE_LANES[2], lane))
                .fma(fraction, FloatVector.fromArray(SPECIES, SPLINE_LANES[1], lane))
                .fma(fraction, FloatVector.fromArray(SPECIES, SPLINE_LANES[0], lane));
    }

    private static FloatVector charges(float x, float y, float square, int lane) {
        return FloatVector.fromArray(SPECIES, CHARGE_LANES[1], lane).mul(x)
                .add(FloatVector.fromArray(SPECIES, CHARGE_LANES[2], lane).mul(y))
                .add(FloatVector.fromArray(SPECIES, CHARGE_LANES[3], lane).mul(square))
                .add(FloatVector.fromArray(SPECIES, CHARGE_LANES[0], lane));
    }
}

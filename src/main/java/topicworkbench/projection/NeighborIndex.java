package topicworkbench.projection;

import java.util.Arrays;
import java.util.stream.IntStream;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorKernels;

/**
 * Finds the nearest points of queries by blocks of matrix products: among all points (exact), or among those of the
 * clusters around the query's own (approximate, an inverted file as in Jégou, Douze and Schmid 2011). Both give the same
 * bits on any number of threads.
 */
public final class NeighborIndex {
    private static final int QUERIES_PER_BLOCK = 64;
    private static final int SPARE = 8;
    private static final int BLOCKS_PER_ROUND = 32;
    private static final int POINTS_PER_CLUSTER = 256;
    /** Points looked at for one query, at least; and for one neighbour wanted. */
    private static final int LEAST_CANDIDATES = 4096;
    private static final int CANDIDATES_PER_NEIGHBOR = 300;

    private final FloatMatrix points;
    private final PointCells cells;
    /** Null if exact. */
    private final Clusters clusters;
    /** Cluster of each point; all 0 if exact. */
    private final int[] clusterOfPoint;
    /** Cluster of each cell; clusters too wide for one cell have several. */
    private final int[] clusterOfCell;

    private NeighborIndex(FloatMatrix points, PointCells cells, Clusters clusters, int[] clusterOfPoint,
            int[] clusterOfCell) {
        this.points = points;
        this.cells = cells;
        this.clusters = clusters;
        this.clusterOfPoint = clusterOfPoint;
        this.clusterOfCell = clusterOfCell;
    }

    public static NeighborIndex exact(FloatMatrix points) {
        int[] cuts = IntStream.rangeClosed(0, Math.ceilDiv(points.rows(), PointCells.WIDEST))
                .map(c -> Math.min(points.rows(), c * PointCells.WIDEST)).toArray();
        return new NeighborIndex(points, new PointCells(points, IntStream.range(0, points.rows()).toArray(), cuts),
                null, new int[points.rows()], new int[cuts.length - 1]);
    }

    /** @param listener hears the clustering, may cancel */
    public static NeighborIndex clustered(FloatMatrix points, RandomStream random, Threads threads, ProgressListener listener) {
        Clusters clusters = Clusters.of(points, Math.ceilDiv(points.rows(), POINTS_PER_CLUSTER), random, threads,
                listener);
        int[] clusterOfPoint = clusters.assign(points, threads, listener);
        Groups groups = Groups.of(clusterOfPoint, clusters.count(), PointCells.WIDEST);
        return new NeighborIndex(points, new PointCells(points, groups.order(), groups.cuts()), clusters,
                clusterOfPoint, groups.groupOfCut());
    }

    /** The k nearest points of each point, itself left out; k less than the number of points. */
    public Neighbors searchSelf(int k, Threads threads, ProgressListener listener) {
        return search(points, clusterOfPoint, k, true, threads, listener);
    }

    /** The k nearest points of each query; k at most the number of points. */
    public Neighbors search(FloatMatrix queries, int k, Threads threads, ProgressListener listener) {
        int[] nearest = clusters == null ? new int[queries.rows()] : clusters.assign(queries, threads, listener);
        return search(queries, nearest, k, false, threads, listener);
    }

    /** @param clusterOfQuery of each query the nearest cluster */
    private Neighbors search(FloatMatrix queries, int[] clusterOfQuery, int k, boolean self, Threads threads,
            ProgressListener listener) {
        int n = queries.rows();
        Groups groups = Groups.of(clusterOfQuery, clusters == null ? 1 : clusters.count(), QUERIES_PER_BLOCK);
        int[][] routes = routes(k, threads);
        Neighbors found = new Neighbors(n, k, new int[Math.multiplyExact(n, k)], new float[n * k]);
        Search[] searches = new Search[threads.count()];
        Arrays.setAll(searches, i -> new Search(queries, found, self));
        int blocks = groups.cuts().length - 1;
        for (int done = 0; done < blocks; done += BLOCKS_PER_ROUND) {
            listener.progress(groups.cuts()[done], n);
            int first = done;
            threads.run(Math.min(BLOCKS_PER_ROUND, blocks - done), (job, worker) -> searches[worker].run(groups,
                    first + job, routes[groups.groupOfCut()[first + job]]));
        }
        return found;
    }

    /** For each cluster of queries the cells to look through, nearest first. */
    private int[][] routes(int k, Threads threads) {
        if (clusters == null) {
            return new int[][] {IntStream.range(0, cells.count()).toArray()};
        }
        int[][] routes = new int[clusters.count()][];
        long wanted = Math.max(LEAST_CANDIDATES, (long) CANDIDATES_PER_NEIGHBOR * k);
        threads.run(routes.length, (cluster, worker) -> {
            FloatMatrix centres = clusters.centres();
            long[] byDistance = new long[cells.count()];
            for (int c = 0; c < byDistance.length; c++) {
                float distance = VectorKernels.squaredDistance(centres.values(), centres.offset(cluster),
                        centres.values(), centres.offset(clusterOfCell[c]), centres.columns());
                byDistance[c] = (long) Float.floatToIntBits(distance) << 32 | c;
            }
            Arrays.sort(byDistance);
            int count = 0;
            for (long candidates = 0; count < byDistance.length && candidates < wanted; count++) {
                candidates += cells.size((int) byDistance[count]);
            }
            routes[cluster] = Arrays.stream(byDistance, 0, count).mapToInt(packed -> (int) packed).toArray();
        });
        return routes;
    }

    /** Lays query {@code row} out as {@link PointCells#distances} wants it. */
    static void fillQuery(FloatMatrix queries, int row, float[] target, int targetRow) {
        int d = queries.columns();
        System.arraycopy(queries.values(), queries.offset(row), target, targetRow * (d + 1), d);
        target[targetRow * (d + 1) + d] = 1;
    }

    /** One thread's search. */
    private final class Search {
        private final FloatMatrix queries;
        private final Neighbors found;
        private final boolean self;
        private final float[] rows;
        private final float[] distances = new float[QUERIES_PER_BLOCK * PointCells.WIDEST];
        private final NearestSoFar[] nearest = new NearestSoFar[QUERIES_PER_BLOCK];
        private final long[] sorted;

        Search(FloatMatrix queries, Neighbors found, boolean self) {
            this.queries = queries;
            this.found = found;
            this.self = self;
            this.rows = new float[QUERIES_PER_BLOCK * (queries.columns() + 1)];
            // more than asked: the query finds itself, and near ties are settled only by measuring anew
            int kept = found.each() + (self ? 1 : 0) + SPARE;
            Arrays.setAll(nearest, i -> new NearestSoFar(kept));
            this.sorted = new long[kept];
        }

        void run(Groups groups, int block, int[] route) {
            int from = groups.cuts()[block];
            int count = groups.cuts()[block + 1] - from;
            for (int q = 0; q < count; q++) {
                fillQuery(queries, groups.order()[from + q], rows, q);
                nearest[q].clear();
            }
            for (int cell : route) {
                cells.distances(cell, rows, count, distances);
                int width = cells.width(cell);
                for (int q = 0; q < count; q++) {
                    nearest[q].offer(distances, q * width, cells.ids(), cells.start(cell), width);
                }
            }
            for (int q = 0; q < count; q++) {
                keep(groups.order()[from + q], nearest[q]);
            }
        }

        /** The product cancels digits of small distances, so those kept are measured anew before they are sorted. */
        private void keep(int query, NearestSoFar kept) {
            int d = points.columns();
            int size = 0;
            int count = kept.finish();
            for (int i = 0; i < count; i++) {
                int point = kept.id(i);
                if (!self || point != query) {
                    float distance = VectorKernels.squaredDistance(queries.values(), queries.offset(query),
                            points.values(), points.offset(point), d);
                    sorted[size++] = (long) Float.floatToIntBits(distance) << 32 | point;
                }
            }
            Arrays.sort(sorted, 0, size);
            int at = query * found.each();
            for (int i = 0; i < found.each(); i++) {
                found.indices()[at + i] = (int) sorted[i];
                found.squaredDistances()[at + i] = Float.intBitsToFloat((int) (sorted[i] >>> 32));
            }
        }
    }
}

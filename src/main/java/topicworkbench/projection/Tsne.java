package topicworkbench.projection;

import java.util.function.UnaryOperator;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;

/**
 * Lays points out in the plane so that neighbours stay neighbours: t-SNE in the stages neighbours, affinities,
 * initial positions, descent. Each stage is a class of this package.
 *
 * @see <a href="https://jmlr.org/papers/v9/vandermaaten08a.html">van der Maaten and Hinton 2008</a>
 */
public final class Tsne {

    private Tsne() { }

    /**
     * Embeds the rows of {@code points} in the plane by t-SNE, from their principal axes.
     * Same points, options and seed give the same bits on any thread count; memory is O(n).
     *
     * @param points   n x d, one document per row; not modified. Probabilities go through {@link Hellinger} first
     * @param options  perplexity in effective neighbours (3 x perplexity &lt; n), steps, seed
     * @param listener hears the KL divergence (nats, unexaggerated) every few steps, on this thread; may stop or cancel
     * @return n x 2, rows in the order of {@code points}; unitless, centred on the origin
     * @throws topicworkbench.failure.InvalidOptionException if 3 x perplexity &gt;= n
     * @throws IllegalArgumentException                      if a value is NaN or infinite, or there are no columns
     * @see <a href="https://arxiv.org/abs/1712.09005">Linderman et al. 2017</a>
     */
    public static FloatMatrix embed(FloatMatrix points, TsneOptions options, Threads threads, TsneListener listener) {
        options.requireFor(points.rows());
        MemoryOrder order = order(points, options);
        return order.restored(prepared(order.arranged(points), centred -> PrincipalAxes.of(centred, random(options), threads),
                options, threads, listener).run(order.restoring(listener)));
    }

    /**
     * As {@link #embed(FloatMatrix, TsneOptions, Threads, TsneListener)}, from the given positions.
     *
     * @param initial n x 2, for example each document at the mean of its topics; only their arrangement matters, for
     *                they are shrunk to a dot
     */
    public static FloatMatrix embed(FloatMatrix points, FloatMatrix initial, TsneOptions options, Threads threads,
            TsneListener listener) {
        options.requireFor(points.rows());
        Centred.requireMap(initial, points.rows());
        MemoryOrder order = order(points, options);
        FloatMatrix start = order.arranged(initial);
        return order.restored(prepared(order.arranged(points), centred -> PrincipalAxes.dot(start, random(options)),
                options, threads, listener).run(order.restoring(listener)));
    }

    /**
     * Lays some points of a map out anew among themselves, from where they are, and fits the result into the place they
     * had: same centre and size, turned to lie as before.
     *
     * @param points n x d, as the map was made from
     * @param map    n x 2; not modified
     * @param rows   the points to lay out, more than 3 x perplexity
     * @return rows.length x 2, in the order of {@code rows}
     */
    public static FloatMatrix relay(FloatMatrix points, FloatMatrix map, int[] rows, TsneOptions options,
            Threads threads, TsneListener listener) {
        Centred.requireMap(map, points.rows());
        InPlace place = new InPlace(selected(map, rows));
        TsneListener inPlace = new TsneListener() {
            @Override
            public void progress(long done, long total) {
                listener.progress(done, total);
            }

            @Override
            public boolean shape(int step, double divergence, FloatMatrix positions) {
                return listener.shape(step, divergence, place.fit(positions));
            }
        };
        return place.fit(embed(selected(points, rows), place.before(), options, threads, inPlace));
    }

    /**
     * Places new points on an existing map, which holds still; each is placed by itself. The same bits on any thread
     * count.
     *
     * @param points   n x d, as the map was made from; n more than 3 x perplexity
     * @param map      n x 2; not modified
     * @param newcomers m x d
     * @param listener hears the steps, may cancel
     * @return m x 2
     * @throws topicworkbench.failure.InvalidOptionException if 3 x perplexity &gt;= n
     * @throws IllegalArgumentException                      if shapes do not fit, or a value is NaN or infinite
     * @see <a href="https://doi.org/10.1007/s10994-021-06043-1">Poličar, Stražar and Zupan 2021</a>
     */
    public static FloatMatrix place(FloatMatrix points, FloatMatrix map, FloatMatrix newcomers,
            PlacementOptions options, Threads threads, ProgressListener listener) {
        Centred.requireMap(map, points.rows());
        TsneOptions search = TsneOptions.DEFAULTS.withPerplexities(options.perplexity())
                .withExactNeighborsUpTo(options.exactNeighborsUpTo());
        search.requireFor(points.rows());
        Centred centred = Centred.of(points);
        FloatMatrix moved = centred.alike(newcomers);
        ProgressListener searching = (done, total) -> listener.progress(0, options.steps());
        Neighbors neighbors = index(centred.points(), search, threads, searching)
                .search(moved, search.neighbors(), threads, searching);
        float[] conditional = neighbors.squaredDistances();
        ConditionalAffinities.fill(conditional, neighbors, search.perplexities(), threads, searching);
        CsrMatrix affinities = JointAffinities.toOthers(neighbors, conditional, points.rows());
        return new Placement(neighbors, affinities, map, threads).run(options.exaggeration(), options.steps(), listener);
    }

    private static FloatMatrix selected(FloatMatrix matrix, int[] rows) {
        FloatMatrix result = FloatMatrix.zeros(rows.length, matrix.columns());
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(matrix.values(), matrix.offset(rows[i]), result.values(), result.offset(i),
                    matrix.columns());
        }
        return result;
    }

    /** Where a search has to be approximate, there are too many positions for the processor's cache. */
    private static MemoryOrder order(FloatMatrix points, TsneOptions options) {
        return points.rows() <= options.exactNeighborsUpTo() ? MemoryOrder.asGiven(points.rows()) : MemoryOrder.of(points);
    }

    /** Ready to run, with nothing kept that is no longer needed: at its side stand only the affinities. */
    private static Descent prepared(FloatMatrix points, UnaryOperator<FloatMatrix> initial, TsneOptions options,
            Threads threads, TsneListener listener) {
        FloatMatrix centred = Centred.of(points).points();
        return new Descent(affinities(neighbors(centred, options, threads, listener), options, threads, listener),
                initial.apply(centred), options, threads);
    }

    private static Neighbors neighbors(FloatMatrix centred, TsneOptions options, Threads threads,
            TsneListener listener) {
        int total = TsneListener.SEARCH_UNITS + options.totalSteps();
        NeighborIndex index = index(centred, options, threads, (done, of) -> listener.progress(0, total));
        return index.searchSelf(options.neighbors(), threads, (done, of) ->
                listener.progress(TsneListener.SEARCH_UNITS * done / of, total));
    }

    private static CsrMatrix affinities(Neighbors neighbors, TsneOptions options, Threads threads,
            TsneListener listener) {
        int total = TsneListener.SEARCH_UNITS + options.totalSteps();
        ProgressListener searched = (done, of) -> listener.progress(TsneListener.SEARCH_UNITS, total);
        float[] conditional = neighbors.squaredDistances();
        ConditionalAffinities.fill(conditional, neighbors, options.perplexities(), threads, searched);
        return JointAffinities.of(neighbors, conditional, threads, searched);
    }

    private static NeighborIndex index(FloatMatrix points, TsneOptions options, Threads threads,
            ProgressListener listener) {
        return points.rows() <= options.exactNeighborsUpTo() ? NeighborIndex.exact(points)
                : NeighborIndex.clustered(points, RandomStream.of(options.seed(), "t-SNE neighbours"), threads, listener);
    }

    private static RandomStream random(TsneOptions options) {
        return RandomStream.of(options.seed(), "t-SNE initial positions");
    }
}

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

    /** Where a search has to be approximate, there are too many positions for the processor's cache. */
    private static MemoryOrder order(FloatMatrix points, TsneOptions options) {
        return points.rows() <= options.exactNeighborsUpTo() ? MemoryOrder.asGiven(points.rows()) : MemoryOrder.of(points);
    }

    /** Ready to run, with nothing kept that is no longer needed: at its side stand only the affinities. */
    private static Descent prepared(FloatMatrix points, UnaryOperator<FloatMatrix> initial, TsneOptions options,
            Threads threads, TsneListener listener) {
        FloatMatrix centred = Centred.of(points);
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

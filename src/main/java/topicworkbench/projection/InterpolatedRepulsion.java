package topicworkbench.projection;

import topicworkbench.math.Threads;

/** Repulsion by way of a {@link PotentialField}: time grows with the number of points, not of pairs. */
final class InterpolatedRepulsion implements Repulsion {
    private final Threads threads;
    private final PotentialField field;
    private final Bands bands;

    InterpolatedRepulsion(int points, Threads threads) {
        this.threads = threads;
        this.field = new PotentialField(threads);
        this.bands = new Bands(points);
    }

    @Override
    public double forces(float[] x, float[] y, float[] forceX, float[] forceY) {
        field.charge(x, y, bands);
        double[] totals = new double[bands.count()];
        threads.run(bands.count(), (band, worker) -> totals[band] = field.read(x, y, bands.order(), bands.start(band),
                bands.start(band + 1), forceX, forceY));
        double total = 0;
        for (double part : totals) {
            total += part;
        }
        return total - x.length;
    }
}

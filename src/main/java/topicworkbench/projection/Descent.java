package topicworkbench.projection;

import java.util.Arrays;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

/**
 * Gradient descent of the Kullback-Leibler divergence, with momentum and a gain for each coordinate that grows while
 * the gradient keeps its direction (Jacobs 1988), as openTSNE sets them.
 */
final class Descent {
    private static final float EARLY_MOMENTUM = 0.5f;
    private static final float MOMENTUM = 0.8f;
    private static final float GAIN_STEP = 0.2f;
    private static final float GAIN_DECAY = 0.8f;
    private static final float LEAST_GAIN = 0.01f;
    /** A longer step is shortened to this. */
    private static final float LONGEST_STEP = 5;
    private static final int POINTS_PER_BLOCK = 4096;

    private final int n;
    private final TsneOptions options;
    private final Threads threads;
    private final Attraction attraction;
    private final double negativeEntropy;
    private final Repulsion repulsion;
    private final float[][] position = new float[2][];
    private final float[][] attractive = new float[2][];
    private final float[][] repulsive = new float[2][];
    private final float[][] update = new float[2][];
    private final float[][] gain = new float[2][];

    /**
     * @param affinities from {@link JointAffinities#of}
     * @param initial    n x 2
     */
    Descent(CsrMatrix affinities, FloatMatrix initial, TsneOptions options, Threads threads) {
        this.n = initial.rows();
        this.options = options;
        this.threads = threads;
        this.attraction = new Attraction(affinities, threads);
        this.negativeEntropy = attraction.negativeEntropy();
        this.repulsion = options.repulsion().repulsion(n, threads);
        for (int axis = 0; axis < 2; axis++) {
            position[axis] = new float[n];
            attractive[axis] = new float[n];
            repulsive[axis] = new float[n];
            update[axis] = new float[n];
            gain[axis] = new float[n];
            Arrays.fill(gain[axis], 1);
            for (int i = 0; i < n; i++) {
                position[axis][i] = initial.get(i, axis);
            }
        }
        centre();
    }

    /** Takes all steps, or as many as the listener lets it; n x 2. */
    FloatMatrix run(TsneListener listener) {
        int total = options.totalSteps();
        for (int step = 1; step <= total; step++) {
            listener.progress(TsneListener.SEARCH_UNITS + step - 1L, TsneListener.SEARCH_UNITS + total);
            boolean early = step <= options.earlySteps();
            double exaggeration = early ? options.earlyExaggeration() : options.exaggeration();
            boolean report = step % options.stepsPerReport() == 0 || step == total;
            double weights = gradient();
            double divergence = report ? divergence(weights) : Double.NaN;
            double rate = options.learningRate() > 0 ? options.learningRate() : n / exaggeration;
            move((float) exaggeration, (float) (1 / weights), (float) rate, early ? EARLY_MOMENTUM : MOMENTUM);
            centre();
            if (report && !listener.shape(step, divergence, positions())) {
                break;
            }
        }
        return positions();
    }

    private double gradient() {
        attraction.forces(position[0], position[1], position[0], position[1], attractive[0], attractive[1]);
        return repulsion.forces(position[0], position[1], repulsive[0], repulsive[1]);
    }

    /** Sum of p log(p / q), in nats, where q = w / {@code weights}. */
    private double divergence(double weights) {
        return negativeEntropy + attraction.logDistances(position[0], position[1], position[0], position[1])
                + Math.log(weights);
    }

    private void move(float exaggeration, float perWeight, float rate, float momentum) {
        threads.run(Math.ceilDiv(n, POINTS_PER_BLOCK), (block, worker) -> {
            int from = block * POINTS_PER_BLOCK;
            int to = Math.min(n, from + POINTS_PER_BLOCK);
            for (int axis = 0; axis < 2; axis++) {
                updates(axis, from, to, exaggeration, perWeight, rate, momentum);
            }
            for (int i = from; i < to; i++) {
                float dx = update[0][i];
                float dy = update[1][i];
                float squared = dx * dx + dy * dy;
                if (squared > LONGEST_STEP * LONGEST_STEP) {
                    float shorter = LONGEST_STEP / (float) Math.sqrt(squared);
                    update[0][i] *= shorter;
                    update[1][i] *= shorter;
                }
                position[0][i] += update[0][i];
                position[1][i] += update[1][i];
            }
        });
    }

    private void updates(int axis, int from, int to, float exaggeration, float perWeight, float rate, float momentum) {
        float[] pull = attractive[axis];
        float[] push = repulsive[axis];
        float[] last = update[axis];
        float[] gains = gain[axis];
        for (int i = from; i < to; i++) {
            float gradient = exaggeration * pull[i] - perWeight * push[i];
            gains[i] = gain(gains[i], gradient, last[i]);
            last[i] = momentum * last[i] - rate * gains[i] * gradient;
        }
    }

    /** The next gain: a step goes against the gradient, so unlike signs mean that the direction was kept. */
    static float gain(float gain, float gradient, float lastStep) {
        return gradient * lastStep > 0 ? gain * GAIN_DECAY + LEAST_GAIN : gain + GAIN_STEP;
    }

    private void centre() {
        int blocks = Math.ceilDiv(n, POINTS_PER_BLOCK);
        double[][] sums = new double[2][blocks];
        threads.run(2 * blocks, (job, worker) -> {
            int from = job / 2 * POINTS_PER_BLOCK;
            double sum = 0;
            for (int i = from; i < Math.min(n, from + POINTS_PER_BLOCK); i++) {
                sum += position[job % 2][i];
            }
            sums[job % 2][job / 2] = sum;
        });
        float[] mean = new float[2];
        for (int axis = 0; axis < 2; axis++) {
            mean[axis] = (float) (Arrays.stream(sums[axis]).sum() / n);
        }
        threads.run(2 * blocks, (job, worker) -> {
            int from = job / 2 * POINTS_PER_BLOCK;
            for (int i = from; i < Math.min(n, from + POINTS_PER_BLOCK); i++) {
                position[job % 2][i] -= mean[job % 2];
            }
        });
    }

    private FloatMatrix positions() {
        FloatMatrix result = FloatMatrix.zeros(n, 2);
        for (int i = 0; i < n; i++) {
            result.set(i, 0, position[0][i]);
            result.set(i, 1, position[1][i]);
        }
        return result;
    }
}

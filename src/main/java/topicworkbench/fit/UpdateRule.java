package topicworkbench.fit;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How a gradient changes a parameter: the update rules of MXNet 1.5 ({@code python/mxnet/optimizer/optimizer.py},
 * {@code src/operator/optimizer_op-inl.h}) with its constants, which are the service's. Every rule multiplies the
 * gradient by {@code rescale_gradient} and clips it element by element; weight decay touches weights, never biases.
 */
sealed interface UpdateRule {

    /** What all rules share. */
    record Settings(float learningRate, float rescaleGradient, float clipGradient, float weightDecay) {

        static Settings of(NtmOptions options, double learningRate) {
            return new Settings((float) learningRate, (float) options.rescaleGradient(),
                    (float) options.clipGradient(), (float) options.weightDecay());
        }

        float decayOf(Parameter parameter) {
            return parameter.isWeight() ? weightDecay : 0;
        }

        /** The rescaled gradient plus {@code decay} times the weight, clipped. */
        FloatVector gradient(FloatVector raw, FloatVector weight, float decay) {
            FloatVector g = decay == 0 ? raw.mul(rescaleGradient) : weight.mul(decay).add(raw.mul(rescaleGradient));
            return clipGradient == Float.POSITIVE_INFINITY ? g : g.max(-clipGradient).min(clipGradient);
        }
    }

    VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    static UpdateRule of(NtmOptions options, double learningRate) {
        Settings settings = Settings.of(options, learningRate);
        return switch (options.optimizer()) {
            case SGD -> new Sgd(settings);
            case ADAM -> new Adam(settings);
            case ADAGRAD -> new AdaGrad(settings);
            case ADADELTA -> new AdaDelta(settings);
            case RMSPROP -> new RmsProp(settings);
        };
    }

    /** Arrays of state it keeps beside a parameter. */
    int stateArrays();

    /** Whether a gradient of 0 leaves both the value and its state as they are, so that it need not be looked at. */
    default boolean skipsZeros(Parameter parameter) {
        return false;
    }

    /** Called once before the updates of each batch. */
    default void nextStep() { }

    /**
     * Changes {@code length} values of the parameter from {@code offset} on; different ranges may be updated by
     * different threads.
     *
     * @param length a multiple of the padding of {@link Parameter}
     */
    void update(Parameter parameter, int offset, float[] gradient, int gradientOffset, int length);

    /** Updates all of the parameter. */
    default void update(Parameter parameter, float[] gradient) {
        update(parameter, 0, gradient, 0, parameter.values.length);
    }

    private static FloatVector load(float[] values, int offset) {
        return FloatVector.fromArray(SPECIES, values, offset);
    }

    /** Stochastic gradient descent without momentum. */
    record Sgd(Settings settings) implements UpdateRule {
        @Override
        public int stateArrays() {
            return 0;
        }

        @Override
        public boolean skipsZeros(Parameter parameter) {
            return settings.decayOf(parameter) == 0;
        }

        @Override
        public void update(Parameter parameter, int offset, float[] gradient, int gradientOffset, int length) {
            float keep = 1 - settings.learningRate * settings.decayOf(parameter);
            for (int i = 0; i < length; i += SPECIES.length()) {
                FloatVector w = load(parameter.values, offset + i);
                FloatVector g = settings.gradient(load(gradient, gradientOffset + i), w, 0);
                w.mul(keep).sub(g.mul(settings.learningRate)).intoArray(parameter.values, offset + i);
            }
        }
    }

    /** Kingma and Ba 2015; beta1 .9, beta2 .999, epsilon 1e-8 outside the root, weight decay inside the gradient. */
    final class Adam implements UpdateRule {
        private static final float BETA1 = 0.9f;
        private static final float BETA2 = 0.999f;
        private final Settings settings;
        private int step;
        private float stepSize;

        Adam(Settings settings) {
            this.settings = settings;
        }

        @Override
        public int stateArrays() {
            return 2;
        }

        @Override
        public void nextStep() {
            step++;
            stepSize = (float) (settings.learningRate * Math.sqrt(1 - Math.pow(0.999, step))
                    / (1 - Math.pow(0.9, step)));
        }

        @Override
        public void update(Parameter parameter, int offset, float[] gradient, int gradientOffset, int length) {
            float[] means = parameter.state[0];
            float[] variances = parameter.state[1];
            float decay = settings.decayOf(parameter);
            for (int i = 0; i < length; i += SPECIES.length()) {
                FloatVector w = load(parameter.values, offset + i);
                FloatVector g = settings.gradient(load(gradient, gradientOffset + i), w, decay);
                FloatVector mean = load(means, offset + i).mul(BETA1).add(g.mul(1 - BETA1));
                FloatVector variance = load(variances, offset + i).mul(BETA2).add(g.mul(g).mul(1 - BETA2));
                mean.intoArray(means, offset + i);
                variance.intoArray(variances, offset + i);
                w.sub(mean.mul(stepSize).div(variance.sqrt().add(1e-8f))).intoArray(parameter.values, offset + i);
            }
        }
    }

    /** Duchi, Hazan and Singer 2011; epsilon 1e-7 inside the root, weight decay outside the scaled gradient. */
    record AdaGrad(Settings settings) implements UpdateRule {
        @Override
        public int stateArrays() {
            return 1;
        }

        @Override
        public boolean skipsZeros(Parameter parameter) {
            return settings.decayOf(parameter) == 0;
        }

        @Override
        public void update(Parameter parameter, int offset, float[] gradient, int gradientOffset, int length) {
            float[] sums = parameter.state[0];
            float decay = settings.decayOf(parameter);
            for (int i = 0; i < length; i += SPECIES.length()) {
                FloatVector w = load(parameter.values, offset + i);
                FloatVector g = settings.gradient(load(gradient, gradientOffset + i), w, 0);
                FloatVector sum = load(sums, offset + i).add(g.mul(g));
                sum.intoArray(sums, offset + i);
                FloatVector step = g.div(sum.add(1e-7f).sqrt()).add(w.mul(decay));
                w.sub(step.mul(settings.learningRate)).intoArray(parameter.values, offset + i);
            }
        }
    }

    /** Zeiler 2012; rho .9, epsilon 1e-5. MXNet's rule has no learning rate: {@code learning_rate} changes nothing. */
    record AdaDelta(Settings settings) implements UpdateRule {
        private static final float RHO = 0.9f;

        @Override
        public int stateArrays() {
            return 2;
        }

        @Override
        public void update(Parameter parameter, int offset, float[] gradient, int gradientOffset, int length) {
            float[] gradients = parameter.state[0];
            float[] steps = parameter.state[1];
            float decay = settings.decayOf(parameter);
            for (int i = 0; i < length; i += SPECIES.length()) {
                FloatVector w = load(parameter.values, offset + i);
                FloatVector g = settings.gradient(load(gradient, gradientOffset + i), w, 0);
                FloatVector squares = load(gradients, offset + i).mul(RHO).add(g.mul(g).mul(1 - RHO));
                FloatVector earlier = load(steps, offset + i);
                FloatVector step = earlier.add(1e-5f).sqrt().div(squares.add(1e-5f).sqrt()).mul(g);
                squares.intoArray(gradients, offset + i);
                earlier.mul(RHO).add(step.mul(step).mul(1 - RHO)).intoArray(steps, offset + i);
                w.sub(step.add(w.mul(decay))).intoArray(parameter.values, offset + i);
            }
        }
    }

    /** Tieleman and Hinton 2012; gamma .9, epsilon 1e-8 inside the root, weight decay inside the gradient. */
    record RmsProp(Settings settings) implements UpdateRule {
        private static final float GAMMA = 0.9f;

        @Override
        public int stateArrays() {
            return 1;
        }

        @Override
        public void update(Parameter parameter, int offset, float[] gradient, int gradientOffset, int length) {
            float[] squares = parameter.state[0];
            float decay = settings.decayOf(parameter);
            for (int i = 0; i < length; i += SPECIES.length()) {
                FloatVector w = load(parameter.values, offset + i);
                FloatVector g = settings.gradient(load(gradient, gradientOffset + i), w, decay);
                FloatVector square = load(squares, offset + i).mul(GAMMA).add(g.mul(g).mul(1 - GAMMA));
                square.intoArray(squares, offset + i);
                w.sub(g.mul(settings.learningRate).div(square.add(1e-8f).sqrt()))
                        .intoArray(parameter.values, offset + i);
            }
        }
    }
}

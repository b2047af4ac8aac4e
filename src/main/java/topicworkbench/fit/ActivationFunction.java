package topicworkbench.fit;

import topicworkbench.math.VectorMath;

/** The functions between the encoder's layers, in place over ranges of arrays. */
final class ActivationFunction {
    private final NtmOptions.Activation kind;

    ActivationFunction(NtmOptions.Activation kind) {
        this.kind = kind;
    }

    void apply(float[] x, int offset, int length) {
        switch (kind) {
            case SIGMOID -> VectorMath.sigmoid(x, offset, length);
            case TANH -> {
                // tanh x = 2 sigmoid(2 x) - 1
                for (int i = offset; i < offset + length; i++) {
                    x[i] *= 2;
                }
                VectorMath.sigmoid(x, offset, length);
                for (int i = offset; i < offset + length; i++) {
                    x[i] = 2 * x[i] - 1;
                }
            }
            case RELU -> {
                for (int i = offset; i < offset + length; i++) {
                    x[i] = Math.max(x[i], 0);
                }
            }
        }
    }

    /** Multiplies a gradient by the function's derivative, given the function's output. */
    void multiplyByDerivative(float[] output, float[] gradient, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            float y = output[i];
            gradient[i] *= switch (kind) {
                case SIGMOID -> y * (1 - y);
                case TANH -> 1 - y * y;
                case RELU -> y > 0 ? 1 : 0;
            };
        }
    }
}

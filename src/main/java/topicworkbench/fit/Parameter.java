package topicworkbench.fit;

import topicworkbench.math.FloatMatrix;
import topicworkbench.math.VectorKernels;

/**
 * A trained array, stored with its rows padded by zeros to whole vectors, beside the state that the update rule keeps
 * for it. Weights lie with the inputs as rows, the transpose of what the exported arrays hold.
 */
final class Parameter {
    final String name;
    final int rows;
    final int columns;
    final int stride;
    final float[] values;
    /** One array a kind of state; empty until training asks for it. */
    float[][] state = {};

    Parameter(String name, int rows, int columns) {
        this.name = name;
        this.rows = rows;
        this.columns = columns;
        this.stride = VectorKernels.padded(columns);
        this.values = new float[Math.multiplyExact(rows, stride)];
    }

    boolean isWeight() {
        return name.endsWith("_weight");
    }

    void allocateState(int kinds) {
        state = new float[kinds][values.length];
    }

    /** As exported: outputs x inputs for weights, 1 x n for vectors. */
    FloatMatrix exported() {
        FloatMatrix unpadded = FloatMatrix.zeros(rows, columns);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(values, r * stride, unpadded.values(), r * columns, columns);
        }
        return isWeight() ? unpadded.transposed() : unpadded;
    }

    /** Takes the values of an exported array. */
    void load(FloatMatrix exported) {
        FloatMatrix source = isWeight() ? exported.transposed() : exported;
        if (source.rows() != rows || source.columns() != columns) {
            throw new IllegalArgumentException(name + " is " + exported.rows() + " x " + exported.columns()
                    + " where the network has " + (isWeight() ? columns + " x " + rows : rows + " x " + columns));
        }
        for (int r = 0; r < rows; r++) {
            System.arraycopy(source.values(), r * columns, values, r * stride, columns);
        }
    }
}

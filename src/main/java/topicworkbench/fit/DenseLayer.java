package topicworkbench.fit;

import java.util.Arrays;
import java.util.List;
import topicworkbench.math.MatrixProduct;
import topicworkbench.math.MatrixProduct.View;
import topicworkbench.math.TransposedProduct;
import topicworkbench.math.VectorKernels;

/** A fully connected layer, output = input W + b, over rows of documents with padded strides. */
final class DenseLayer {
    /** Rows of the weights that one block of {@link #update} handles. */
    static final int ROWS_PER_BLOCK = 32;

    final Parameter weight;
    final Parameter bias;

    /** @param name SageMaker's name of the layer, for example {@code enc_1} */
    DenseLayer(String name, int inputs, int outputs) {
        weight = new Parameter(name + "_weight", inputs, outputs);
        bias = new Parameter(name + "_bias", 1, outputs);
    }

    List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    int stride() {
        return weight.stride;
    }

    void forward(float[] input, int inputStride, float[] output, int from, int to) {
        int stride = stride();
        for (int d = from; d < to; d++) {
            System.arraycopy(bias.values, 0, output, d * stride, stride);
        }
        MatrixProduct.multiply(View.of(input, from * inputStride, inputStride), View.of(weight.values, 0, stride),
                View.of(output, from * stride, stride), to - from, weight.rows, stride, true);
    }

    /** The gradient that the inputs get from that of the outputs. */
    void backward(float[] outputGradient, float[] inputGradient, int inputStride, int from, int to, boolean add) {
        int stride = stride();
        TransposedProduct.multiply(View.of(outputGradient, from * stride, stride),
                View.of(weight.values, 0, stride), View.of(inputGradient, from * inputStride, inputStride), to - from,
                stride, weight.rows, add);
    }

    int updateBlocks() {
        return Math.ceilDiv(weight.rows, ROWS_PER_BLOCK);
    }

    /** Floats of scratch space that {@link #update} needs. */
    int scratchSize() {
        return ROWS_PER_BLOCK * stride();
    }

    /** Updates some rows of the weights, and the bias in the first block. */
    void update(UpdateRule rule, int block, int documents, float[] input, int inputStride, float[] outputGradient,
            float[] scratch) {
        int stride = stride();
        int from = block * ROWS_PER_BLOCK;
        int rows = Math.min(weight.rows, from + ROWS_PER_BLOCK) - from;
        MatrixProduct.multiply(View.of(input, from, inputStride).transposed(), View.of(outputGradient, 0, stride),
                View.of(scratch, 0, stride), rows, documents, stride, false);
        rule.update(weight, from * stride, scratch, 0, rows * stride);
        if (block == 0) {
            updateBias(rule, bias, documents, outputGradient, scratch);
        }
    }

    static void updateBias(UpdateRule rule, Parameter bias, int documents, float[] outputGradient, float[] scratch) {
        Arrays.fill(scratch, 0, bias.stride, 0);
        for (int d = 0; d < documents; d++) {
            VectorKernels.axpy(1, outputGradient, d * bias.stride, scratch, 0, bias.stride);
        }
        rule.update(bias, 0, scratch, 0, bias.stride);
    }
}

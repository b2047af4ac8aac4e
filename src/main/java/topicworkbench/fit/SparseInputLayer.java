package topicworkbench.fit;

import java.util.Arrays;
import java.util.List;
import topicworkbench.math.VectorKernels;

/**
 * The encoder's first layer, which reads the counts as they are stored: work follows the documents' distinct terms and
 * not the vocabulary.
 */
final class SparseInputLayer {
    private static final float[] LOGARITHMS = new float[256];

    static {
        for (int i = 0; i < LOGARITHMS.length; i++) {
            LOGARITHMS[i] = (float) StrictMath.log1p(i);
        }
    }

    final Parameter weight;
    final Parameter bias;
    private final boolean logInput;

    SparseInputLayer(String name, int terms, int outputs, boolean logInput) {
        this.weight = new Parameter(name + "_weight", terms, outputs);
        this.bias = new Parameter(name + "_bias", 1, outputs);
        this.logInput = logInput;
    }

    List<Parameter> parameters() {
        return List.of(weight, bias);
    }

    int stride() {
        return weight.stride;
    }

    private float inputOf(int count) {
        if (!logInput) {
            return count;
        }
        return count < LOGARITHMS.length ? LOGARITHMS[count] : (float) StrictMath.log1p(count);
    }

    void forward(DocumentBatch batch, float[] output, int from, int to) {
        int stride = stride();
        int[] terms = batch.counts.columnIndices();
        int[] counts = batch.counts.counts();
        for (int d = from; d < to; d++) {
            System.arraycopy(bias.values, 0, output, d * stride, stride);
            int begin = batch.tileStart(d, 0);
            int end = batch.tileStart(d, batch.tiles.count());
            for (int i = begin; i < end; i++) {
                VectorKernels.axpy(inputOf(counts[i]), weight.values, terms[i] * stride, output, d * stride, stride);
            }
        }
    }

    /** Floats of scratch space that {@link #update} needs. */
    int scratchSize(VocabularyTiles tiles) {
        return tiles.width() * (stride() + 1);
    }

    /**
     * Updates the weights of one vocabulary tile, and the bias with the first. Weights of terms that no document of the
     * batch holds are passed over where that changes nothing; most rules have momentum, which moves them too.
     */
    void update(UpdateRule rule, int tile, DocumentBatch batch, float[] outputGradient, float[] scratch) {
        int stride = stride();
        int[] terms = batch.counts.columnIndices();
        int[] counts = batch.counts.counts();
        int tileStart = batch.tiles.start(tile);
        int tileTerms = batch.tiles.end(tile) - tileStart;
        int length = tileTerms * stride;
        Arrays.fill(scratch, 0, length + tileTerms, 0);
        for (int d = 0; d < batch.size; d++) {
            int end = batch.tileStart(d, tile + 1);
            for (int i = batch.tileStart(d, tile); i < end; i++) {
                VectorKernels.axpy(inputOf(counts[i]), outputGradient, d * stride, scratch,
                        (terms[i] - tileStart) * stride, stride);
                scratch[length + terms[i] - tileStart] = 1;
            }
        }
        if (rule.skipsZeros(weight)) {
            for (int w = 0; w < tileTerms; w++) {
                if (scratch[length + w] == 1) {
                    rule.update(weight, (tileStart + w) * stride, scratch, w * stride, stride);
                }
            }
        } else {
            rule.update(weight, tileStart * stride, scratch, 0, length);
        }
        if (tile == 0) {
            DenseLayer.updateBias(rule, bias, batch.size, outputGradient, scratch);
        }
    }
}

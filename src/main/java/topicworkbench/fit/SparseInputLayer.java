package topicworkbench.fit;

import java.util.Arrays;
import java.util.List;
import topicworkbench.math.RandomStream;
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
    private final double dropout;
    /** What the layer saw of each stored count of the batch. */
    private float[] inputs = {};

    /** @param dropout share of the inputs hidden while learning; the others stand in for them */
    SparseInputLayer(String name, int terms, int outputs, boolean logInput, double dropout) {
        this.weight = new Parameter(name + "_weight", terms, outputs);
        this.bias = new Parameter(name + "_bias", 1, outputs);
        this.logInput = logInput;
        this.dropout = dropout;
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

    /** Makes room for a batch, before its blocks run. */
    void reserve(DocumentBatch batch) {
        int stored = batch.starts[batch.size];
        if (inputs.length < stored) {
            inputs = new float[stored + stored / 4];
        }
    }

    /** @param masks numbers that hide inputs, one substream a document; null hides none */
    void forward(DocumentBatch batch, float[] output, int from, int to, RandomStream masks) {
        int stride = stride();
        int[] terms = batch.counts.columnIndices();
        for (int d = from; d < to; d++) {
            see(batch, d, masks);
            System.arraycopy(bias.values, 0, output, d * stride, stride);
            int begin = batch.tileStart(d, 0);
            for (int i = batch.starts[d]; i < batch.starts[d + 1]; i++) {
                if (inputs[i] != 0) {
                    VectorKernels.axpy(inputs[i], weight.values, terms[begin + i - batch.starts[d]] * stride, output,
                            d * stride, stride);
                }
            }
        }
    }

    private void see(DocumentBatch batch, int d, RandomStream masks) {
        // the noise of the latent variables has the substreams from 0 on
        RandomStream mask = masks == null || dropout == 0 ? null : masks.substream(-1 - batch.documents[d]);
        float scale = mask == null ? 1 : (float) (1 / (1 - dropout));
        int[] counts = batch.counts.counts();
        int begin = batch.tileStart(d, 0);
        for (int i = batch.starts[d]; i < batch.starts[d + 1]; i++) {
            inputs[i] = mask != null && mask.nextDouble() < dropout ? 0
                    : scale * inputOf(counts[begin + i - batch.starts[d]]);
        }
    }

    /** Floats of scratch space that {@link #update} needs. */
    int scratchSize(VocabularyTiles tiles) {
        return tiles.width() * (stride() + 1);
    }

    /**
     * Updates the weights of one vocabulary tile, and the bias with the first. Weights of terms that were seen in no document
     * of the batch are passed over where that changes nothing; most rules have momentum, which moves them too.
     */
    void update(UpdateRule rule, int tile, DocumentBatch batch, float[] outputGradient, float[] scratch) {
        int stride = stride();
        int[] terms = batch.counts.columnIndices();
        int tileStart = batch.tiles.start(tile);
        int tileTerms = batch.tiles.end(tile) - tileStart;
        int length = tileTerms * stride;
        Arrays.fill(scratch, 0, length + tileTerms, 0);
        for (int d = 0; d < batch.size; d++) {
            int end = batch.tileStart(d, tile + 1);
            int seen = batch.starts[d] - batch.tileStart(d, 0);
            for (int i = batch.tileStart(d, tile); i < end; i++) {
                if (inputs[seen + i] != 0) {
                    VectorKernels.axpy(inputs[seen + i], outputGradient, d * stride, scratch,
                            (terms[i] - tileStart) * stride, stride);
                    scratch[length + terms[i] - tileStart] = 1;
                }
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

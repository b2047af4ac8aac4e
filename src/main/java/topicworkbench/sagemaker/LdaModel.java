package topicworkbench.sagemaker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import topicworkbench.math.FloatMatrix;

/**
 * What SageMaker's LDA leaves: two nameless MXNet arrays.
 *
 * @param alpha prior of the topics in a document, 1 x topics
 * @param beta  topics x terms, each row a distribution over words
 * @see <a href="https://github.com/aws/amazon-sagemaker-examples">LDA-Science.ipynb of the service's examples</a>
 */
public record LdaModel(FloatMatrix alpha, FloatMatrix beta) implements HostModel {

    /** @throws IllegalArgumentException if the two are no such model */
    public LdaModel {
        NtmModel.requireSize(beta.rows(), beta.columns());
        if (alpha.rows() != 1 || alpha.columns() != beta.rows()) {
            throw new IllegalArgumentException("a prior of " + alpha.rows() + " x " + alpha.columns() + " for " + beta.rows()
                    + " topics");
        }
        requireWeights(alpha, "prior");
        requireWeights(beta, "topic");
    }

    private static void requireWeights(FloatMatrix matrix, String what) {
        for (int row = 0; row < matrix.rows(); row++) {
            double sum = 0;
            for (int i = matrix.offset(row); i < matrix.offset(row) + matrix.columns(); i++) {
                float value = matrix.values()[i];
                sum += value >= 0 ? value : Double.NaN;
            }
            if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a " + what + " holds numbers that are no weights");
            }
        }
    }

    @Override
    public String algorithm() {
        return "lda";
    }

    @Override
    public int topics() {
        return beta.rows();
    }

    @Override
    public int terms() {
        return beta.columns();
    }

    @Override
    public byte[] bytes() {
        return MxnetArrays.write(List.of(MxnetArray.ofFloats(List.of(alpha.columns()), alpha.values()), MxnetArray.of(beta)));
    }

    /** @throws IOException if the bytes are something else */
    static LdaModel of(byte[] bytes) throws IOException {
        List<FloatMatrix> arrays = new ArrayList<>(MxnetArrays.matrices(bytes).values());
        if (arrays.size() != 2) {
            throw new IOException("LDA leaves two arrays, and there are " + arrays.size());
        }
        try {
            return new LdaModel(arrays.getFirst(), arrays.getLast());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

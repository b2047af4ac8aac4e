package topicworkbench.sagemaker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import topicworkbench.math.FloatMatrix;

/** Neural topic models of random weights, in the shapes of the service's network. */
public final class Networks {

    private Networks() { }

    /** @param layers widths of the encoder */
    public static NtmModel random(int terms, int topics, int... layers) {
        Random random = new Random(terms);
        Map<String, FloatMatrix> parameters = new LinkedHashMap<>();
        int inputs = terms;
        for (int i = 0; i < layers.length; i++) {
            layer(parameters, "enc_" + i, layers[i], inputs, random);
            inputs = layers[i];
        }
        layer(parameters, "mean", topics, inputs, random);
        layer(parameters, "logsigma", topics, inputs, random);
        layer(parameters, "projection", terms, topics, random);
        return new NtmModel(Map.of("num_topics", Integer.toString(topics), "encoder_layers_activation", "sigmoid"), parameters);
    }

    /** Of a small one, as the service would have left it. */
    static byte[] smallBytes() {
        try {
            return random(9, 2, 3, 2).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void layer(Map<String, FloatMatrix> parameters, String name, int outputs, int inputs, Random random) {
        parameters.put(name + "_weight", matrix(outputs, inputs, random));
        parameters.put(name + "_bias", matrix(1, outputs, random));
    }

    private static FloatMatrix matrix(int rows, int columns, Random random) {
        FloatMatrix matrix = FloatMatrix.zeros(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = (float) random.nextGaussian();
        }
        return matrix;
    }
}

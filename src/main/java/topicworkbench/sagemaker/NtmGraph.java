package topicworkbench.sagemaker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topicworkbench.math.FloatMatrix;

/**
 * The network of SageMaker's NTM as MXNet 1.1 writes a graph, operation by operation as a real artifact's symbol.json has
 * them. It knows the network without batch normalization only, since nobody has seen another.
 */
final class NtmGraph {
    private final List<String> nodes = new ArrayList<>();
    private final List<Integer> arguments = new ArrayList<>();

    private NtmGraph() { }

    /** @throws IllegalArgumentException if the arrays are not exactly those of such a network, each of its shape */
    static List<Integer> encoderLayers(Map<String, FloatMatrix> parameters) {
        Set<String> known = new HashSet<>();
        FloatMatrix projection = parameters.get("projection_weight");
        int inputs = projection.rows();
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; parameters.containsKey("enc_" + i + "_weight"); i++) {
            inputs = layer(parameters, "enc_" + i, inputs, known);
            widths.add(inputs);
        }
        int topics = layer(parameters, "mean", inputs, known);
        int deviations = layer(parameters, "logsigma", inputs, known);
        int terms = layer(parameters, "projection", topics, known);
        if (widths.isEmpty() || topics != deviations || topics != projection.columns() || terms != projection.rows()
                || !known.equals(parameters.keySet())) {
            throw new IllegalArgumentException("the arrays " + parameters.keySet() + " are not those of a known network");
        }
        return widths;
    }

    /** @return the width of the layer */
    private static int layer(Map<String, FloatMatrix> parameters, String name, int inputs, Set<String> known) {
        FloatMatrix weight = parameters.get(name + "_weight");
        FloatMatrix bias = parameters.get(name + "_bias");
        if (weight == null || bias == null || weight.columns() != inputs || bias.rows() != 1
                || bias.columns() != weight.rows() || weight.rows() < 1) {
            throw new IllegalArgumentException("the layer " + name + " is missing or does not fit its " + inputs + " inputs");
        }
        known.addAll(List.of(name + "_weight", name + "_bias"));
        return weight.rows();
    }

    static String json(List<Integer> encoderLayers, String activation, int topics, int terms) {
        return new NtmGraph().write(encoderLayers, activation, topics, terms);
    }

    private String write(List<Integer> encoderLayers, String activation, int topics, int terms) {
        int data = add("null", "data", "__storage_type__", "2");
        int encoded = data;
        for (int i = 0; i < encoderLayers.size(); i++) {
            encoded = add("Activation", "activation" + i, "act_type", activation,
                    connected("enc_" + i, encoderLayers.get(i), encoded));
        }
        int mean = connected("mean", topics, encoded);
        int oneLessSquare = add("_rminus_scalar", "_rminusscalar0", "scalar", "1", add("square", "square0", null, null, mean));
        int logSigma = connected("logsigma", topics, encoded);
        int plusLog = add("elemwise_add", "_plus1", oneLessSquare, add("_mul_scalar", "_mulscalar0", "scalar", "2", logSigma));
        int variance = add("exp", "exp0", add("_mul_scalar", "_mulscalar1", "scalar", "2", logSigma));
        int half = add("_mul_scalar", "_mulscalar2", "scalar", "-0.5", add("elemwise_sub", "_minus1", plusLog, variance));
        int divergence = add("sum", "sum1", "axis", "1", half);
        int tokens = add("sum", "sum0", "axis", "1", data);
        int empty = add("_equal", "_equal0", tokens, add("zeros_like", "zeros_like0", tokens));
        int divisor = add("elemwise_add", "_plus0", tokens, empty);
        int each = add("elemwise_div", "_div0", divergence, divisor);
        int full = add("elemwise_sub", "_minus0", add("ones_like", "ones_like0", tokens), empty);
        int kld = add("elemwise_mul", "_mul0", each, full);
        int factor = add("ones_like", "ones_like2", add("null", "n_epoch"));
        int weighted = add("elemwise_mul", "_mul5", kld, factor);
        int negative = add("_mul_scalar", "_mulscalar3", "scalar", "-1.0", data);
        int zeros = add("zeros_like", "zeros_like1", mean);
        int noise = add("_sample_normal", "sample_normal0", zeros, add("ones_like", "ones_like1", mean));
        int spread = add("elemwise_mul", "_mul1", noise, add("exp", "exp1", logSigma));
        int weights = add("Activation", "activation" + encoderLayers.size(), "act_type", "relu",
                add("elemwise_add", "_plus2", mean, spread));
        int words = add("log_softmax", "log_softmax0", connected("projection", terms, weights));
        int loss = add("sum", "sum2", "axis", "1", add("elemwise_mul", "_mul2", negative, words));
        int recons = add("elemwise_mul", "_mul3", add("elemwise_div", "_div1", loss, divisor), full);
        int total = add("MakeLoss", "total_loss", add("elemwise_add", "_plus6", weighted, recons));
        int toldDivergence = add("BlockGrad", "kld", kld);
        int toldRecons = add("BlockGrad", "recons", recons);
        int toldBoth = add("BlockGrad", "logppx", add("elemwise_add", "_plus5", recons, kld));
        return text(total, toldDivergence, toldRecons, toldBoth);
    }

    private int connected(String name, int width, int input) {
        int weight = add("null", name + "_weight", "num_hidden", Integer.toString(width));
        int bias = add("null", name + "_bias", "num_hidden", Integer.toString(width));
        return add("FullyConnected", name, "num_hidden", Integer.toString(width), input, weight, bias);
    }

    private int add(String operation, String name, int... inputs) {
        return add(operation, name, null, null, inputs);
    }

    private int add(String operation, String name, String attribute, String value, int... inputs) {
        if (operation.equals("null")) {
            arguments.add(nodes.size());
        }
        nodes.add("\n    {\n      \"op\": \"" + operation + "\", \n      \"name\": \"" + name + "\", "
                + (attribute == null ? "" : "\n      \"attrs\": {\"" + attribute + "\": \"" + value + "\"}, ")
                + "\n      \"inputs\": " + references(inputs) + "\n    }");
        return nodes.size() - 1;
    }

    private static String references(int... inputs) {
        return Arrays.stream(inputs).mapToObj(input -> "[" + input + ", 0, 0]").collect(Collectors.joining(", ", "[", "]"));
    }

    private String text(int... heads) {
        List<Integer> rows = IntStream.rangeClosed(0, nodes.size()).boxed().toList();
        return "{\n  \"nodes\": [" + String.join(", ", nodes) + "\n  ], \n  \"arg_nodes\": " + numbers(arguments)
                + ", \n  \"node_row_ptr\": " + numbers(rows) + ", \n  \"heads\": " + references(heads)
                + ", \n  \"attrs\": {\"mxnet_version\": [\"int\", 10100]}\n}";
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(number -> "\n    " + number).collect(Collectors.joining(", ", "[", "\n  ]"));
    }
}

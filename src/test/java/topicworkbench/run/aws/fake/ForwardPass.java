package topicworkbench.run.aws.fake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import topicworkbench.evaluation.ArtifactModel;
import topicworkbench.fit.TopicInference;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.sagemaker.HostModel;
import topicworkbench.sagemaker.LdaModel;
import topicworkbench.sagemaker.NtmModel;

/**
 * What a model answers about a document. An NTM's is computed here from the artifact's arrays alone, in double precision and
 * without the program's own network: softmax of relu(mean).
 */
sealed interface ForwardPass {

    static ForwardPass of(HostModel model) {
        return switch (model) {
            case NtmModel ntm -> new Ntm(ntm);
            case LdaModel lda -> new Lda(lda);
        };
    }

    /** As the service calls the weights. */
    String name();

    /** @param terms that occur; @param counts of each */
    List<Double> weights(int[] terms, float[] counts);

    /** @param model as it was trained */
    record Ntm(NtmModel model) implements ForwardPass {
        @Override
        public String name() {
            return "topic_weights";
        }

        @Override
        public List<Double> weights(int[] terms, float[] counts) {
            double[] hidden = new double[model.terms()];
            for (int i = 0; i < terms.length; i++) {
                hidden[terms[i]] = counts[i];
            }
            for (int layer = 0; model.parameters().containsKey("enc_" + layer + "_weight"); layer++) {
                hidden = Arrays.stream(connected("enc_" + layer, hidden)).map(this::activated).toArray();
            }
            double[] weights = Arrays.stream(connected("mean", hidden)).map(mean -> Math.exp(Math.max(0, mean))).toArray();
            double sum = Arrays.stream(weights).sum();
            return Arrays.stream(weights).map(weight -> weight / sum).boxed().collect(Collectors.toList());
        }

        private double activated(double value) {
            return switch (model.hyperparameters().getOrDefault("encoder_layers_activation", "sigmoid")) {
                case "tanh" -> Math.tanh(value);
                case "relu" -> Math.max(0, value);
                default -> 1 / (1 + Math.exp(-value));
            };
        }

        private double[] connected(String name, double[] input) {
            FloatMatrix weight = model.parameters().get(name + "_weight");
            FloatMatrix bias = model.parameters().get(name + "_bias");
            double[] output = new double[weight.rows()];
            for (int row = 0; row < output.length; row++) {
                output[row] = bias.values()[row];
                for (int column = 0; column < input.length; column++) {
                    output[row] += weight.get(row, column) * input[column];
                }
            }
            return output;
        }
    }

    /** @param model whose answers are the program's own */
    record Lda(LdaModel model) implements ForwardPass {
        @Override
        public String name() {
            return "topic_mixture";
        }

        @Override
        public List<Double> weights(int[] terms, float[] counts) {
            try (Threads threads = new Threads(1)) {
                TopicInference inference = ArtifactModel.of(model).inference(threads);
                int[] whole = new int[counts.length];
                for (int i = 0; i < whole.length; i++) {
                    whole[i] = (int) counts[i];
                }
                float[] row = inference.documentTopic(new CsrCounts(1, model.terms(), new int[] {0, terms.length}, terms, whole),
                        ProgressListener.NONE).row(0);
                double[] weights = new double[row.length];
                Arrays.setAll(weights, topic -> row[topic]);
                return DoubleStream.of(weights).boxed().toList();
            }
        }
    }
}

package topicworkbench.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.ModelOptions;
import topicworkbench.fit.NtmInference;
import topicworkbench.fit.NtmOptions;
import topicworkbench.fit.TopicInference;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorMath;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.ServiceHyperparameters;
import topicworkbench.run.Settings;
import topicworkbench.sagemaker.HostModel;
import topicworkbench.sagemaker.LdaModel;
import topicworkbench.sagemaker.NtmModel;

/**
 * A model that SageMaker trained, in the terms of this program: it gives topics to documents as one that was trained here.
 *
 * @param options    as it was trained; a hyperparameter that is not understood has its default
 * @param topicTerm  topics x terms, each row a distribution
 * @param parameters arrays by name; an {@code alpha} among them makes it a mixture
 */
public record ArtifactModel(ModelOptions options, FloatMatrix topicTerm, Map<String, FloatMatrix> parameters) {
    /** Of a document's weight of each topic, where the encoder is of an unknown kind: light, so that a review is about few. */
    private static final float PRIOR = 0.1f;
    /** A prior that is 0, or nearly, would forbid a topic altogether. */
    private static final float LEAST_PRIOR = 1e-6f;

    public static ArtifactModel of(HostModel model) {
        return switch (model) {
            case NtmModel ntm -> ntm(ntm);
            case LdaModel lda -> lda(lda);
        };
    }

    /** Whether documents find their topics by a mixture of the topics' words, and not by an encoder. */
    public boolean isMixture() {
        return parameters.containsKey("alpha");
    }

    public TopicInference inference(Threads threads) {
        return TopicInference.of(options, topicTerm, parameters, threads);
    }

    /**
     * The way back, for a model that was trained here: what SageMaker would have left.
     *
     * @throws ExplainedException if it was trained with what the service does not have
     */
    public HostModel hostModel() {
        if (isMixture()) {
            return new LdaModel(parameters.get("alpha"), topicTerm);
        }
        RunSpec spec = RunSpecs.defaults(options.algorithm(), options.topics()).withModel(options);
        List<String> beyond = ServiceHyperparameters.beyond(spec);
        if (!beyond.isEmpty() || !(options instanceof NtmOptions)) {
            throw new ExplainedException("SageMaker has no model that is trained with " + (beyond.isEmpty() ? options.algorithm()
                    : String.join(", ", beyond)) + ".", "Train an NTM with the preset sagemaker, or an LDA.");
        }
        Map<String, String> hyperparameters = new TreeMap<>(ServiceHyperparameters.of(spec));
        hyperparameters.put("feature_dim", Integer.toString(topicTerm.columns()));
        return new NtmModel(hyperparameters, parameters);
    }

    private static ArtifactModel ntm(NtmModel model) {
        try {
            String layers = model.encoderLayers().stream().map(String::valueOf).collect(Collectors.joining(","));
            NtmOptions options = options(model, layers);
            try (Threads threads = new Threads(1)) {
                return new ArtifactModel(options, new NtmInference(options, model.parameters(), threads).topicTerm(),
                        model.parameters());
            }
        } catch (IllegalArgumentException e) { // as with batch_norm, whose arrays nobody has described
            FloatMatrix prior = FloatMatrix.zeros(1, model.topics());
            Arrays.fill(prior.values(), PRIOR);
            return new ArtifactModel(options(model, "auto"), softmaxOfColumns(model.parameters().get("projection_weight")),
                    Map.of("alpha", prior));
        }
    }

    private static NtmOptions options(NtmModel model, String encoderLayers) {
        List<String> settings = new ArrayList<>(List.of("preset=sagemaker", "encoder_layers=" + encoderLayers));
        RunSpec spec = RunSpecs.defaults(RunSpecs.NTM, Math.max(2, model.topics()));
        for (Map.Entry<String, String> setting : model.hyperparameters().entrySet()) {
            String assignment = setting.getKey() + "=" + setting.getValue();
            if (!setting.getKey().startsWith("_") && !List.of("feature_dim", "num_topics", "encoder_layers")
                    .contains(setting.getKey()) && isUnderstood(spec, assignment)) {
                settings.add(assignment);
            }
        }
        return (NtmOptions) Settings.apply(spec, settings).model();
    }

    private static boolean isUnderstood(RunSpec spec, String assignment) {
        try {
            Settings.apply(spec, List.of(assignment));
            return true;
        } catch (InvalidOptionException e) {
            return false;
        }
    }

    /** topics x terms, as the service's own notebooks read an artifact. */
    private static FloatMatrix softmaxOfColumns(FloatMatrix projection) {
        FloatMatrix topicTerm = projection.transposed();
        for (int topic = 0; topic < topicTerm.rows(); topic++) {
            int row = topicTerm.offset(topic);
            double normalizer = VectorMath.logSumExp(topicTerm.values(), row, topicTerm.columns());
            for (int i = row; i < row + topicTerm.columns(); i++) {
                topicTerm.values()[i] = (float) Math.exp(topicTerm.values()[i] - normalizer);
            }
        }
        return topicTerm;
    }

    private static ArtifactModel lda(LdaModel model) {
        FloatMatrix alpha = model.alpha().copy();
        double sum = 0;
        for (int topic = 0; topic < alpha.columns(); topic++) {
            alpha.values()[topic] = Math.max(LEAST_PRIOR, alpha.values()[topic]);
            sum += alpha.values()[topic];
        }
        LdaOptions defaults = LdaOptions.recommended(Math.max(2, model.topics()));
        LdaOptions options = new LdaOptions(defaults.topics(), defaults.iterations(), sum, defaults.beta(),
                defaults.optimizeInterval(), defaults.burnIn(), defaults.service());
        return new ArtifactModel(options, normalized(model.beta()), Map.of("alpha", alpha));
    }

    /** Rows that already sum to 1, as far as single precision can tell, stay as they are to the last bit. */
    private static FloatMatrix normalized(FloatMatrix beta) {
        FloatMatrix result = beta.copy();
        for (int topic = 0; topic < result.rows(); topic++) {
            double sum = 0;
            for (int i = result.offset(topic); i < result.offset(topic) + result.columns(); i++) {
                sum += result.values()[i];
            }
            if (Math.abs(sum - 1) > 1e-4) {
                for (int i = result.offset(topic); i < result.offset(topic) + result.columns(); i++) {
                    result.values()[i] = (float) (result.values()[i] / sum);
                }
            }
        }
        return result;
    }
}

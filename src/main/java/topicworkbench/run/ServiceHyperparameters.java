package topicworkbench.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.NtmOptions;

/**
 * A specification's model as SageMaker's own algorithms take it: names and texts of {@code HyperParameters}, without those
 * that follow from the corpus. Only those the service knows, since it refuses others.
 *
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/ntm_hyperparameters.html">NTM hyperparameters</a>
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/lda_hyperparameters.html">LDA hyperparameters</a>
 */
public final class ServiceHyperparameters {
    private static final List<String> NTM = List.of("batch_norm", "clip_gradient", "encoder_layers", "encoder_layers_activation",
            "epochs", "learning_rate", "mini_batch_size", "num_patience_epochs", "num_topics", "optimizer", "rescale_gradient",
            "sub_sample", "tolerance", "weight_decay");
    private static final Map<String, String> LDA = Map.of("num_topics", "num_topics", "alpha", "alpha0",
            "max_restarts", "max_restarts", "max_iterations", "max_iterations", "tol", "tol");

    private ServiceHyperparameters() { }

    /** Empty for an algorithm that the service does not have. */
    public static Map<String, String> of(RunSpec spec) {
        Map<String, String> texts = new TreeMap<>();
        switch (spec.model()) {
            case NtmOptions ntm -> {
                NTM.forEach(name -> texts.put(name, text(name, spec)));
                if (Double.isInfinite(ntm.clipGradient())) {
                    texts.remove("clip_gradient"); // the default, whose spelling differs between documentation and container
                }
            }
            case LdaOptions _ -> LDA.forEach((ours, theirs) -> texts.put(theirs, text(ours, spec)));
            default -> { }
        }
        return texts;
    }

    /** Whether the service's model of that name has a hyperparameter for the setting. */
    public static boolean has(String setting, String algorithm) {
        return switch (algorithm) {
            case RunSpecs.NTM -> NTM.contains(setting);
            case RunSpecs.LDA -> LDA.containsKey(setting);
            default -> false;
        };
    }

    /** A number as the service reads it: without an exponent, which not every parser takes. */
    public static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String text(String name, RunSpec spec) {
        Setting setting = Settings.named(name);
        return setting.value().apply(spec) instanceof Double number && Double.isFinite(number) ? plain(number) : setting.read(spec);
    }

    /** Settings of the neural topic model that the service does not have and that change this one; empty of other models. */
    public static List<String> beyond(RunSpec spec) {
        if (!(spec.model() instanceof NtmOptions ntm)) {
            return List.of();
        }
        RunSpec service = spec.withModel(NtmOptions.sagemaker(ntm.topics()));
        return Settings.forAlgorithm(RunSpecs.NTM).stream().filter(setting -> RunSpecs.NTM.equals(setting.algorithm())
                && !NTM.contains(setting.name()) && !setting.name().equals(ModelSettings.PRESET)
                && !setting.read(spec).equals(setting.read(service))).map(Setting::name).toList();
    }
}

package topicworkbench.run.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.CloudOptions.Tuning;

/**
 * Hyperparameters as the service takes them: only those it knows, since it refuses others, and all as text. What follows from
 * the corpus is added when that is there.
 *
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/ntm_hyperparameters.html">NTM hyperparameters</a>
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/lda_hyperparameters.html">LDA hyperparameters</a>
 */
final class Hyperparameters {

    private Hyperparameters() { }

    static JsonObject ntm(NtmOptions options) {
        JsonObject all = new JsonObject();
        all.addProperty("num_topics", Integer.toString(options.topics()));
        all.addProperty("encoder_layers", options.encoderLayers().isEmpty() ? "auto"
                : options.encoderLayers().stream().map(Object::toString).collect(Collectors.joining(",")));
        all.addProperty("encoder_layers_activation", lower(options.activation()));
        all.addProperty("optimizer", lower(options.optimizer()));
        all.addProperty("learning_rate", number(options.learningRate()));
        all.addProperty("mini_batch_size", Integer.toString(options.miniBatchSize()));
        all.addProperty("epochs", Integer.toString(options.epochs()));
        all.addProperty("num_patience_epochs", Integer.toString(options.patienceEpochs()));
        all.addProperty("tolerance", number(options.tolerance()));
        all.addProperty("batch_norm", Boolean.toString(options.batchNorm()));
        if (Double.isFinite(options.clipGradient())) { // else the service's own default, which does not clip
            all.addProperty("clip_gradient", number(options.clipGradient()));
        }
        all.addProperty("rescale_gradient", number(options.rescaleGradient()));
        all.addProperty("weight_decay", number(options.weightDecay()));
        all.addProperty("sub_sample", number(options.subSample()));
        return all;
    }

    static JsonObject lda(LdaOptions options) {
        JsonObject all = new JsonObject();
        all.addProperty("num_topics", Integer.toString(options.topics()));
        all.addProperty("alpha0", number(options.alpha()));
        all.addProperty("max_restarts", Integer.toString(options.service().maxRestarts()));
        all.addProperty("max_iterations", Integer.toString(options.service().maxIterations()));
        all.addProperty("tol", number(options.service().tolerance()));
        return all;
    }

    /** What a tuning job searches, and takes out of {@code fixed} what it does, since nothing may be both. */
    static JsonObject ranges(Tuning tuning, JsonObject fixed) {
        JsonObject ranges = new JsonObject();
        JsonArray continuous = new JsonArray();
        JsonArray integer = new JsonArray();
        JsonArray categorical = new JsonArray();
        range("learning_rate", tuning.learningRates(), false, continuous, fixed);
        range("mini_batch_size", tuning.batchSizes(), true, integer, fixed);
        choice("optimizer", tuning.optimizers(), categorical, fixed);
        choice("encoder_layers_activation", tuning.activations(), categorical, fixed);
        ranges.add("ContinuousParameterRanges", continuous);
        ranges.add("IntegerParameterRanges", integer);
        ranges.add("CategoricalParameterRanges", categorical);
        return ranges;
    }

    private static void range(String name, List<Double> bounds, boolean whole, JsonArray ranges, JsonObject fixed) {
        if (!bounds.isEmpty()) {
            JsonObject range = new JsonObject();
            range.addProperty("Name", name);
            range.addProperty("MinValue", whole ? Long.toString(Math.round(bounds.getFirst())) : number(bounds.getFirst()));
            range.addProperty("MaxValue", whole ? Long.toString(Math.round(bounds.getLast())) : number(bounds.getLast()));
            range.addProperty("ScalingType", "Logarithmic");
            ranges.add(range);
            fixed.remove(name);
        }
    }

    private static void choice(String name, List<String> values, JsonArray choices, JsonObject fixed) {
        if (!values.isEmpty()) {
            JsonArray all = new JsonArray();
            values.forEach(all::add);
            JsonObject choice = new JsonObject();
            choice.addProperty("Name", name);
            choice.add("Values", all);
            choices.add(choice);
            fixed.remove(name);
        }
    }

    /** Without an exponent, which not every parser takes. */
    private static String number(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

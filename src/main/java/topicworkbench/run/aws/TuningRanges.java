package topicworkbench.run.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import topicworkbench.run.CloudOptions.Tuning;
import topicworkbench.run.ServiceHyperparameters;

/** What a tuning job searches, in the words of {@code HyperParameterTuningJobConfig.ParameterRanges}. */
final class TuningRanges {

    private TuningRanges() { }

    /** Takes out of {@code fixed} what is searched, since no hyperparameter may be both. */
    static JsonObject json(Tuning tuning, JsonObject fixed) {
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
            range.addProperty("MinValue", whole ? Long.toString(Math.round(bounds.getFirst()))
                    : ServiceHyperparameters.plain(bounds.getFirst()));
            range.addProperty("MaxValue", whole ? Long.toString(Math.round(bounds.getLast()))
                    : ServiceHyperparameters.plain(bounds.getLast()));
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
}

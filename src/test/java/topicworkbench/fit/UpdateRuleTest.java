package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.math.FloatMatrix;

/**
 * Three steps of each rule. The plain rows of sgd, adam and adadelta are PyTorch's figures in double precision, whose
 * rules coincide there with MXNet's; the others were worked out in NumPy from MXNet's formulas.
 */
class UpdateRuleTest {
    private static final float[] START = {0.5f, -1, 0.25f, 2};
    private static final float[][] GRADIENTS =
            {{0.1f, -0.2f, 0.3f, 4}, {-0.4f, 0.05f, 0, -1}, {0.02f, 0.3f, -0.6f, 0.5f}};

    @ParameterizedTest
    @CsvSource({
        "SGD, 0, 1, Infinity, 0.514 -1.0075 0.265 1.825",
        "SGD, 0.1, 1, Infinity, 0.5064873125 -0.992662125 0.26141834375 1.79689475",
        "SGD, 0.1, 0.5, 0.25, 0.499512375 -0.9888685 0.25134353125 1.9577119375",
        "ADAM, 0, 1, Infinity, 0.4980263 -0.9425894 0.1834988 1.9046649",
        "ADAM, 0.1, 1, Infinity, 0.4819331 -0.9048693 0.1787272 1.8992338",
        "ADAM, 0.1, 0.5, 0.25, 0.4634758 -0.8820250 0.1719164 1.9358420",
        "ADAGRAD, 0, 1, Infinity, 0.4960849 -1.0033350 0.2447214 1.9561075",
        "ADAGRAD, 0.1, 1, Infinity, 0.4888785 -0.9888480 0.2414889 1.9266954",
        "ADAGRAD, 0.1, 0.5, 0.25, 0.4888792 -0.9888481 0.2396422 1.9269596",
        "ADADELTA, 0, 1, Infinity, 0.5027773 -1.0057025 0.2525708 1.9917073",
        "ADADELTA, 0.1, 1, Infinity, 0.3677956 -0.7362405 0.1867197 1.4512469",
        "ADADELTA, 0.1, 0.5, 0.25, 0.3678213 -0.7362133 0.1862764 1.4487033",
        "RMSPROP, 0, 1, Infinity, 0.4876353 -1.0165297 0.2360736 1.8611309",
        "RMSPROP, 0.1, 1, Infinity, 0.4604662 -0.9218410 0.2288850 1.8458709",
        "RMSPROP, 0.1, 0.5, 0.25, 0.4309973 -0.8501882 0.2168692 1.8605467"})
    void threeStepsEqualTheReference(NtmOptions.Optimizer optimizer, double weightDecay, double rescale, double clip,
            String expected) {
        float[] values = threeSteps("a_weight", optimizer, weightDecay, rescale, clip);
        String[] numbers = expected.split(" ");
        for (int i = 0; i < 4; i++) {
            assertThat(values[i]).isCloseTo(Float.parseFloat(numbers[i]), within(1e-6f));
        }
    }

    @Test
    void biasesDoNotDecay() {
        for (NtmOptions.Optimizer optimizer : NtmOptions.Optimizer.values()) {
            assertThat(threeSteps("a_bias", optimizer, 0.1, 1, Double.POSITIVE_INFINITY)).as(optimizer.name())
                    .isEqualTo(threeSteps("a_weight", optimizer, 0, 1, Double.POSITIVE_INFINITY));
        }
    }

    private static float[] threeSteps(String name, NtmOptions.Optimizer optimizer, double weightDecay, double rescale,
            double clip) {
        NtmOptions defaults = NtmOptions.sagemaker(2);
        UpdateRule rule = UpdateRule.of(new NtmOptions(2, defaults.encoderLayers(), defaults.activation(), optimizer,
                0.05, 256, 50, 3, 0.001, false, clip, rescale, weightDecay, 1, defaults.latent(), defaults.decoder(),
                defaults.initialization(), 0, false, false, 1, 0, Double.POSITIVE_INFINITY, 1), 0.05);
        Parameter parameter = name.endsWith("_weight") ? new Parameter(name, 4, 1) : new Parameter(name, 1, 4);
        parameter.load(new FloatMatrix(1, 4, START.clone()));
        parameter.allocateState(rule.stateArrays());
        for (float[] gradient : GRADIENTS) {
            Parameter padded = new Parameter(name, parameter.rows, parameter.columns);
            padded.load(new FloatMatrix(1, 4, gradient));
            rule.nextStep();
            rule.update(parameter, 0, padded.values, 0, parameter.values.length);
        }
        return parameter.exported().values();
    }
}

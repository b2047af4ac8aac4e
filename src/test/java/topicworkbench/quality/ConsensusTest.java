package topicworkbench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import topicworkbench.math.FloatMatrix;

class ConsensusTest {
    /** Two topics of four words in three models; the second model has them the other way round. */
    private static final List<FloatMatrix> MODELS = List.of(
            matrix(.4f, .4f, .1f, .1f, .1f, .1f, .4f, .4f),
            matrix(.05f, .05f, .1f, .8f, .1f, .4f, .4f, .1f),
            matrix(.4f, .4f, .1f, .1f, 0, .25f, .25f, .5f));

    private static FloatMatrix matrix(float... values) {
        return new FloatMatrix(2, 4, values);
    }

    /** The medoid is the first model; its second topic was found in the third only. */
    private static Stability stability() {
        return Stability.of(List.of(match(0, 0, 1, 1, .8), match(0, 1, 1, 0, .2), match(0, 0, 2, 0, 1), match(0, 1, 2, 1, .4),
                match(1, 1, 0, 0, .8), match(1, 0, 0, 1, .2), match(2, 0, 0, 0, 1), match(2, 1, 0, 1, .4),
                match(1, 0, 2, 1, .1), match(2, 1, 1, 0, .1), match(1, 1, 2, 0, .1), match(2, 0, 1, 1, .1)));
    }

    private static Stability.Match match(int model, int topic, int other, int otherTopic, double overlap) {
        return new Stability.Match(model, topic, other, otherTopic, overlap);
    }

    @Test
    void topicsAreMeansOverTheModelsThatFoundThem() {
        assertThat(stability().medoid()).isZero();
        FloatMatrix consensus = Consensus.topicTerm(MODELS, stability());
        double[] first = {mean(.4, .1, .4), mean(.4, .4, .4), mean(.1, .4, .1), mean(.1, .1, .1)};
        double[] second = {mean(.1, 0), mean(.1, .25), mean(.4, .25), mean(.4, .5)};
        assertRow(consensus.row(0), first);
        assertRow(consensus.row(1), second);
    }

    /** The square of the mean square root. */
    private static double mean(double... shares) {
        return Math.pow(Arrays.stream(shares).map(Math::sqrt).average().orElseThrow(), 2);
    }

    private static void assertRow(float[] row, double[] expected) {
        double sum = 0;
        for (double value : expected) {
            sum += value;
        }
        for (int term = 0; term < row.length; term++) {
            assertThat((double) row[term]).isCloseTo(expected[term] / sum, within(1e-6));
        }
    }

    @Test
    void agreeingModelsAreTheirOwnConsensus() {
        List<FloatMatrix> same = List.of(MODELS.getFirst(), MODELS.getFirst().copy());
        Stability stability = Stability.of(List.of(match(0, 0, 1, 0, 1), match(0, 1, 1, 1, 1), match(1, 0, 0, 0, 1),
                match(1, 1, 0, 1, 1)));
        float[] consensus = Consensus.topicTerm(same, stability).values();
        for (int i = 0; i < consensus.length; i++) {
            assertThat(consensus[i]).isCloseTo(MODELS.getFirst().values()[i], within(1e-6f));
        }
    }
}

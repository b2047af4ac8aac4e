package topicworkbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import topicworkbench.run.Quality;
import topicworkbench.run.RunRemarks;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Spent;

class StudyAdviceTest {

    /** With a TU of 1, so that topic quality is the NPMI; a NaN is a run that failed. */
    private static StudyAdvice advice(List<String> variations, double... npmi) {
        StudySpec spec = new StudySpec(RunSpecs.defaults(RunSpecs.NTM, 20),
                variations.stream().map(Variation::parse).toList(), 0);
        List<Trial> trials = spec.trials();
        List<StudyRow> rows = new ArrayList<>();
        for (int i = 0; i < npmi.length; i++) {
            boolean failed = Double.isNaN(npmi[i]);
            RunSummary run = new RunSummary("id" + i, "name", failed ? RunState.FAILED : RunState.DONE, trials.get(i).spec(),
                    Instant.EPOCH, null, failed ? null : new Quality(.5, 1, npmi[i], 900, Double.NaN, "vectors", 5), null,
                    RunRemarks.NONE, Spent.NOTHING);
            rows.add(new StudyRow(i + 1, trials.get(i), run, 1));
        }
        return StudyAdvice.of(spec, rows);
    }

    private static final List<String> TOPICS = List.of("num_topics=40,5,10,20");

    @Test
    void aPeakIsSuggestedWhereverItStandsInTheTable() {
        StudyAdvice advice = advice(TOPICS, .15, .10, .18, .17);
        assertThat(advice.row().trial().inWords()).isEqualTo("num_topics=10");
        assertThat(advice.why()).contains("highest at num_topics=10, 0.180", "lower on both sides");
    }

    @Test
    void aKneeIsNamedByItsMethod() {
        StudyAdvice advice = advice(TOPICS, .185, .05, .15, .18);
        assertThat(advice.row().trial().inWords()).isEqualTo("num_topics=10");
        assertThat(advice.why()).contains("Kneedle", "from 0.050 to 0.185");
    }

    @Test
    void whereThereIsNoKneeItSaysSo() {
        assertThat(advice(TOPICS, .190, .100, .112, .138).why()).startsWith("There is no knee").contains("above what was tried");
        assertThat(advice(TOPICS, .10, .19, .18, .15).why()).startsWith("There is no knee").contains("below what was tried");
        assertThat(advice(TOPICS, .171, .170, .175, .172).why()).contains("less than 5%", "num_topics=5");
        assertThat(advice(List.of("num_topics=5,10"), .1, .2).why()).contains("3 or more values are needed");
    }

    @Test
    void severalSettingsAreJudgedByTheBestCombination() {
        StudyAdvice advice = advice(List.of("num_topics=5,10", "optimizer=adam,sgd"), .1, .2, .3, .15);
        assertThat(advice.row().number()).isEqualTo(3);
        assertThat(advice.why()).contains("Of 4 finished runs num_topics=10, optimizer=adam has the highest");
    }

    @Test
    void runsWithoutScoresAreNoCandidates() {
        assertThat(advice(TOPICS, Double.NaN, .1, .2, Double.NaN).why()).contains("3 or more values are needed");
        StudyAdvice none = advice(TOPICS, Arrays.copyOf(new double[] {Double.NaN}, 1));
        assertThat(none.row()).isNull();
        assertThat(none.why()).isEqualTo("No run has finished with scores yet.");
    }
}

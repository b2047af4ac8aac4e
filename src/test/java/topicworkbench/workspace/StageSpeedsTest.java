package topicworkbench.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.run.TimeLeft;
import topicworkbench.workspace.StageSpeeds.Measured;
import topicworkbench.workspace.StageSpeeds.Standing;

class StageSpeedsTest {
    private static final RunSpec LDA = Settings.apply(RunSpecs.defaults("lda", 20)
            .withSource(new ReviewSource(List.of("/reviews.csv"), Map.of())), List.of("iterations=100", "map=false"));
    private static final RunSpec OTHER_FILE = LDA.withSource(new ReviewSource(List.of("/other.csv"), Map.of()));

    /** 10,000 reviews; each stage took as many seconds as said. */
    private static Measured run(RunSpec spec, double seconds, long epochs) {
        return new Measured(spec, Map.of(
                Stage.INGEST, new FinishedStage(Stage.INGEST, seconds, Map.of("read", 10_000L)),
                Stage.PREPARE, new FinishedStage(Stage.PREPARE, seconds, Map.of("kept", 8_000L)),
                Stage.VECTORISE, new FinishedStage(Stage.VECTORISE, seconds, Map.of("documents", 7_000L, "tokens", 70_000L)),
                Stage.TRAIN, new FinishedStage(Stage.TRAIN, seconds, Map.of("epochs", epochs)),
                Stage.EVALUATE, new FinishedStage(Stage.EVALUATE, seconds, Map.of()),
                Stage.GATE, new FinishedStage(Stage.GATE, 0, Map.of())));
    }

    private static void assertRange(TimeLeft left, double least, double most) {
        assertThat(left.least()).isCloseTo(least, within(1e-9));
        assertThat(left.most()).isCloseTo(most, within(1e-9));
    }

    @Test
    void withoutProgressAndEarlierRunsNothingIsSaid() {
        StageSpeeds none = new StageSpeeds(List.of());
        assertThat(none.timeLeft(new Standing(LDA, List.of(), Stage.INGEST, Double.NaN, 4))).isEmpty();
        TimeLeft own = none.timeLeft(new Standing(LDA, List.of(), Stage.INGEST, 0.25, 10)).orElseThrow();
        assertThat(own.isWhole()).isFalse();
        assertRange(own, 24, 36); // 30 s, give or take a fifth
        assertThat(own.inWords()).isEqualTo("25–35 s left in this stage");
    }

    @Test
    void earlierRunsOnTheSameReviewsTellTheWholeFromTheStart() {
        StageSpeeds speeds = new StageSpeeds(List.of(run(LDA, 10, 10), run(LDA, 20, 10)));
        TimeLeft left = speeds.timeLeft(new Standing(LDA, List.of(), Stage.INGEST, Double.NaN, 5)).orElseThrow();
        assertThat(left.isWhole()).isTrue();
        assertRange(left, 3 + 4 * 8, 19 + 4 * 24);
        assertThat(left.inWords()).isEqualTo("0–2 min left");
    }

    @Test
    void whatWasTakenOverFromAnotherRunIsNoMeasurement() {
        Measured measured = run(LDA, 10, 10);
        Map<Stage, FinishedStage> shared = new java.util.EnumMap<>(measured.finished());
        shared.replaceAll((stage, done) -> stage.compareTo(Stage.TRAIN) < 0
                ? new FinishedStage(stage, 0.02, done.figures(), "another-run") : done);
        StageSpeeds speeds = new StageSpeeds(List.of(new Measured(LDA, shared), measured));
        TimeLeft left = speeds.timeLeft(new Standing(LDA, List.of(), Stage.INGEST, Double.NaN, 0)).orElseThrow();
        assertRange(left, 4 * 10 * 0.8 + 10 * 0.8, 4 * 10 * 1.2 + 10 * 1.2);
    }

    @Test
    void otherReviewsScaleOnceTheyAreCounted() {
        StageSpeeds speeds = new StageSpeeds(List.of(run(LDA, 10, 10)));
        assertThat(speeds.timeLeft(new Standing(OTHER_FILE, List.of(), Stage.INGEST, 0.5, 4)).orElseThrow().isWhole())
                .isFalse();
        List<FinishedStage> counted = List.of(
                new FinishedStage(Stage.VECTORISE, 1, Map.of("documents", 70_000L, "tokens", 700_000L)));
        RunSpec twiceAsLong = Settings.apply(OTHER_FILE, List.of("iterations=200"));
        TimeLeft left = speeds.timeLeft(new Standing(twiceAsLong, counted, Stage.TRAIN, 0, 0)).orElseThrow();
        assertThat(left.isWhole()).isTrue();
        assertRange(left, (200 + 100) * 0.8, (200 + 100) * 1.2);
        assertThat(left.inWords()).isEqualTo("4–6 min left");
    }

    @Test
    void trainingMayStopAsEarlyAsItDidBefore() {
        RunSpec ntm = Settings.apply(RunSpecs.defaults("ntm", 20).withSource(LDA.source()), List.of("epochs=100", "map=false"));
        StageSpeeds speeds = new StageSpeeds(List.of(run(ntm, 50, 60), run(ntm, 50, 100)));
        List<FinishedStage> counted = List.of(
                new FinishedStage(Stage.VECTORISE, 1, Map.of("documents", 7_000L, "tokens", 70_000L)));
        TimeLeft left = speeds.timeLeft(new Standing(ntm, counted, Stage.TRAIN, 0.5, 100)).orElseThrow();
        // 100 s more at this speed; of the second half a fifth may be all; then evaluate
        assertRange(left, 100 * 0.8 * 0.2 + 40, 100 * 1.2 + 60);
    }

    @Test
    void theWordsHoldTheRange() {
        assertThat(new TimeLeft(0.5, 3, true).inWords()).isEqualTo("less than 5 s left");
        assertThat(new TimeLeft(20, 21, true).inWords()).isEqualTo("20 s left");
        assertThat(new TimeLeft(100, 170, true).inWords()).isEqualTo("1–3 min left");
        assertThat(new TimeLeft(100, 110, false).inWords()).isEqualTo("1–2 min left in this stage");
        assertThat(new TimeLeft(4000, 6000, true).inWords()).isEqualTo("1.1–1.7 h left");
    }
}

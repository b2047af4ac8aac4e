package topicworkbench.ui.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import topicworkbench.run.Quality;
import topicworkbench.run.RunRemarks;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.Spent;

/** Searching, sorting and grouping, without a window. */
class RunListTest {
    private final RunRow lda = row("Spring cleaning", RunSpecs.defaults("lda", 10), 0.31, "Sweep", "march", "best of all");
    private final RunRow ntm = row("Autumn", RunSpecs.defaults("ntm", 20), 0.42, "", "march");
    private final RunRow unmeasured = row("Winter", RunSpecs.defaults("ntm", 40), Double.NaN, "Sweep");
    private final List<RunRow> all = List.of(lda, ntm, unmeasured);

    private static RunRow row(String name, RunSpec spec, double wetc, String study, String... tags) {
        RunRemarks remarks = new RunRemarks(List.of(tags), "", false);
        return new RunRow(new RunSummary("20260101-000000-abcd", name, RunState.DONE, spec, Instant.EPOCH, null,
                Double.isNaN(wetc) ? null : new Quality(wetc, 0.9, 0.1, 800, Double.NaN, "vectors", 10), null, remarks,
                new Spent(12, 500, wetc)), null, study);
    }

    private List<RunLine> found(String query) {
        return new RunArrangement(RunQuery.parse(query), Grouping.NONE, null, Set.of()).of(all);
    }

    @Test
    void everyWordMustOccurSomewhere() {
        assertThat(found("")).containsExactly(lda, ntm, unmeasured);
        assertThat(found("SPRING clean")).containsExactly(lda);
        assertThat(found("march spring")).containsExactly(lda);
        assertThat(found("\"best of all\"")).containsExactly(lda);
        assertThat(found("\"of best\"")).isEmpty();
    }

    @Test
    void conditionsAskColumnsAndSettings() {
        assertThat(found("wetc>0.3")).containsExactly(lda, ntm);
        assertThat(found("wetc>.4")).containsExactly(ntm);
        assertThat(found("wetc<=0.31")).containsExactly(lda);
        assertThat(found("num_topics=20")).containsExactly(ntm);
        assertThat(found("num_topics!=20")).containsExactly(lda, unmeasured);
        assertThat(found("algorithm=lda")).containsExactly(lda);
        assertThat(found("tags:best")).containsExactly(lda);
        assertThat(found("study=sweep algorithm=ntm")).containsExactly(unmeasured);
        assertThat(found("iterations>1")).containsExactly(lda); // which only LDA has
    }

    @Test
    void onlyRunsOnAwsCost() {
        RunRow paid = row("Paid", Settings.apply(RunSpecs.defaults("ntm", 20), List.of("where=aws")), 0.4256, "");
        RunRow unknown = row("Unknown", Settings.apply(RunSpecs.defaults("ntm", 20), List.of("where=aws")), Double.NaN, "");
        RunColumn cost = RunColumns.named("cost").orElseThrow();
        assertThat(List.of(ntm, paid, unknown)).extracting(cost.text()).containsExactly("–", "$0.43", "?");
        assertThat(new RunArrangement(RunQuery.parse("cost>0.1"), Grouping.NONE, null, Set.of()).of(List.of(ntm, paid, unknown)))
                .containsExactly(paid);
        assertThat(new RunArrangement(RunQuery.parse(""), Grouping.NONE, cost.order(), Set.of()).of(List.of(unknown, ntm, paid)))
                .startsWith(paid);
    }

    @Test
    void whatIsNoConditionIsAWord() {
        assertThat(found("wetc>high")).isEmpty();
        assertThat(found("nonsense=1")).isEmpty();
    }

    @Test
    void runsWithoutAScoreComeLastWhenRising() {
        RunColumn wetc = RunColumns.named("wetc").orElseThrow();
        assertThat(new RunArrangement(RunQuery.parse(""), Grouping.NONE, wetc.order(), Set.of()).of(all))
                .containsExactly(lda, ntm, unmeasured);
        assertThat(new RunArrangement(RunQuery.parse(""), Grouping.NONE, RunColumns.named("name").orElseThrow().order(),
                Set.of()).of(all)).containsExactly(ntm, lda, unmeasured);
    }

    @Test
    void groupsStandUnderTheirHeadsAndFold() {
        List<RunLine> byStudy = new RunArrangement(RunQuery.parse(""), Grouping.STUDY, null, Set.of("No study")).of(all);
        assertThat(byStudy).containsExactly(new RunLine.Group("No study", List.of(ntm), true),
                new RunLine.Group("Sweep", List.of(lda, unmeasured), false), lda, unmeasured);
        List<RunLine> byTag = new RunArrangement(RunQuery.parse(""), Grouping.TAG, null, Set.of()).of(all);
        assertThat(byTag.stream().filter(RunLine.Group.class::isInstance).map(line -> ((RunLine.Group) line).name()))
                .containsExactly("best of all", "march", "No tag");
        assertThat(byTag.stream().filter(line -> line == lda)).hasSize(2);
    }

    @Test
    void everySettingIsAColumn() {
        assertThat(RunColumns.named("learning_rate").orElseThrow().text().apply(lda)).isEmpty();
        assertThat(RunColumns.named("learning_rate").orElseThrow().text().apply(ntm)).isNotEmpty();
        assertThat(RunColumns.STANDARD).allSatisfy(id -> assertThat(RunColumns.named(id)).isPresent());
    }
}

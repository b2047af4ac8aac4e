package topicworkbench.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.comparison.AlignedTopics.Pair;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.run.Quality;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.SpecDifference;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Real runs of the real pipeline, compared. */
class ComparisonTest {
    @TempDir
    private static Path folder;
    private static Workspace workspace;
    private static RunSummary lda;
    /** The same with other words left out, so that the vocabularies differ. */
    private static RunSummary fewerWords;
    private static RunSummary moreTopics;

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        workspace = new Workspace(folder.resolve("workspace"));
        RunSpec spec = SmallRun.spec(SmallReviews.write(folder.resolve("small.csv")));
        lda = run(spec, "LDA");
        fewerWords = run(Settings.apply(spec, List.of("extra_stop_words=battery,sleeves")), "fewer words");
        moreTopics = run(Settings.apply(spec, List.of("num_topics=4", "seed=5")), "more topics");
    }

    private static RunSummary run(RunSpec spec, String name) throws InterruptedException {
        return new LocalPipelineRunner(workspace, 1).start(spec, name, event -> { }).await();
    }

    private static Comparison compare(RunSummary... runs) {
        try (Threads threads = new Threads(2)) {
            return Comparison.of(java.util.Arrays.stream(runs).map(run -> workspace.find(run.id())).toList(), threads,
                    ProgressListener.NONE);
        }
    }

    private static AlignedTopics align(Comparison comparison) {
        try (Threads threads = new Threads(1)) {
            return AlignedTopics.of(comparison.runs().get(0), comparison.runs().get(1), threads);
        }
    }

    @Test
    void onItsOwnGroundARunHasTheScoresItWasGiven() {
        Quality own = workspace.find(lda.id()).result().quality();
        Quality scored = compare(lda, moreTopics).runs().getFirst().quality();
        assertThat(scored.wetc()).isEqualTo(own.wetc());
        assertThat(scored.tu()).isEqualTo(own.tu());
        assertThat(scored.npmi()).isEqualTo(own.npmi());
        assertThat(scored.perplexity()).isEqualTo(own.perplexity());
        assertThat(scored.vectors()).isEqualTo(own.vectors());
    }

    @Test
    void runsOnOtherWordsAreScoredOnThoseThatAllKnow() {
        Comparison comparison = compare(lda, fewerWords);
        assertThat(comparison.ground().isNarrower()).isTrue();
        assertThat(comparison.ground().vocabulary().terms()).isNotEmpty().doesNotContain("battery", "sleeves");
        assertThat(comparison.ground().inWords()).contains("LDA").contains("that all runs know");
        for (ComparedRun run : comparison.runs()) {
            for (int topic = 0; topic < run.topicTerm().rows(); topic++) {
                double sum = 0;
                for (float p : run.topicTerm().row(topic)) {
                    sum += p;
                }
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
        }
        assertThat(comparison.runs().get(0).kept()).isBetween(0.5, 0.999);
        assertThat(comparison.runs().get(1).kept()).isCloseTo(1, within(1e-5));
    }

    @Test
    void aPerplexityOfOtherDocumentsOrTermsIsLeftOut() {
        Comparison comparison = compare(lda, fewerWords);
        assertThat(comparison.runs().get(0).quality().perplexity()).isGreaterThan(1);
        assertThat(comparison.runs().get(1).quality().perplexity()).isNaN();
    }

    @Test
    void theTopicsOfARunAreThoseOfItself() {
        AlignedTopics aligned = align(compare(lda, lda));
        assertThat(aligned.same(AlignedTopics.WORDS)).hasSize(SmallRun.TOPICS).allSatisfy(pair -> {
            assertThat(pair.first().id()).isEqualTo(pair.second().id());
            assertThat(pair.similarity()).isCloseTo(1, within(1e-5));
        });
        assertThat(aligned.vanished(AlignedTopics.WORDS)).isEmpty();
        assertThat(aligned.appeared(AlignedTopics.WORDS)).isEmpty();
    }

    @Test
    void aFourthTopicHasAppearedAndIsShownBesideItsNearest() {
        AlignedTopics aligned = align(compare(lda, moreTopics));
        assertThat(aligned.pairs()).hasSize(4).filteredOn(pair -> pair.first() == null).hasSize(1);
        assertThat(aligned.same(1).size() + aligned.appeared(1).size()).isEqualTo(4);
        List<Pair> appeared = aligned.appeared(1);
        assertThat(appeared).isNotEmpty().allSatisfy(pair -> assertThat(pair.first()).isNotNull());
        int[][] order = aligned.diagonalOrder();
        assertThat(order[0]).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(order[1]).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(aligned.similarities().get(order[0][0], order[1][0]))
                .isGreaterThanOrEqualTo(aligned.similarities().get(order[0][2], order[1][2]));
    }

    @Test
    void theSameBitsOnOneThreadAndTwo() {
        Comparison comparison = compare(lda, moreTopics);
        try (Threads two = new Threads(2)) {
            assertThat(AlignedTopics.of(comparison.runs().get(0), comparison.runs().get(1), two).similarities().values())
                    .containsExactly(align(comparison).similarities().values());
        }
    }

    @Test
    void differencesAreThoseOfTheSpecifications() {
        assertThat(compare(lda, moreTopics).differences()).extracting(SpecDifference::name)
                .containsExactly("num_topics", "seed");
    }

    @Test
    void theOtherAlgorithmKeepsEverythingElse() {
        RunSpec other = RunSpecs.counterpart(lda.spec());
        assertThat(other.model().algorithm()).isEqualTo(RunSpecs.NTM);
        assertThat(other.model().topics()).isEqualTo(SmallRun.TOPICS);
        assertThat(other.withModel(lda.spec().model())).isEqualTo(lda.spec());
        assertThat(RunSpecs.counterpart(other).model().algorithm()).isEqualTo(RunSpecs.LDA);
    }

    @Test
    void aRunWithoutFilesIsNamed() throws IOException, InterruptedException {
        RunFolder broken = workspace.find(run(lda.spec(), "broken").id());
        Files.delete(broken.files().topicTerm());
        assertThatThrownBy(() -> compare(lda, broken.summary())).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("broken").hasMessageContaining("cannot be compared");
    }

    @Test
    void runsWithoutACommonWordCannotBeCompared() throws IOException, InterruptedException {
        Path foreign = folder.resolve("foreign.csv");
        Files.writeString(foreign, Files.readString(folder.resolve("small.csv")).lines()
                .map(line -> line.startsWith("id,") ? line : line.substring(0, line.lastIndexOf(',') + 1)
                        + line.substring(line.lastIndexOf(',') + 1).replaceAll("\\b(\\w)", "zz$1"))
                .collect(java.util.stream.Collectors.joining("\n")).replace("Complaint", "Klage"));
        RunSummary other = run(lda.spec().withSource(new ReviewSource(List.of(foreign.toString()), Map.of())), "foreign");
        assertThatThrownBy(() -> compare(lda, other)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("no word in common");
    }
}

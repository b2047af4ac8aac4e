package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.curation.Curation;
import topicworkbench.curation.CurationEntry;
import topicworkbench.curation.Decision;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.SmallRun;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.Workspace;

class CuratedRunTest {
    @TempDir
    private static Path folder;
    private static ExploredRun run;
    private static TopicAssignment strongest;

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        run = ExploredRun.open(workspace.find(SmallRun.in(workspace, "small").id()), ProgressListener.NONE);
        try (Threads threads = new Threads(1)) {
            strongest = TopicAssignment.strongest(run.shares(), threads);
        }
    }

    private static CuratedRun asModelled() {
        return CuratedRun.of(run, strongest, Curation.of(SmallRun.TOPICS));
    }

    private static CuratedRun after(CuratedRun before, CurationEntry... entries) {
        return before.with(before.curation().with(java.util.Arrays.stream(entries)
                .map(entry -> new Decision(java.time.Instant.EPOCH, "ada", entry)).toList()));
    }

    private static CurationEntry.Split split(CuratedRun curated, int topic, int parts, int threads) {
        try (Threads workers = new Threads(threads)) {
            return curated.split(topic, parts, workers, ProgressListener.NONE);
        }
    }

    private static int[] counts(CuratedRun curated) {
        return curated.assignment().counts(Selection.all(run.documents()), curated.curation().nextTopic());
    }

    @Test
    void withoutDecisionsItIsTheModelsWord() {
        assertThat(asModelled().assignment()).isSameAs(strongest);
        assertThat(asModelled().topics()).isEqualTo(run.result().topics());
        assertThat(asModelled().topicTerm().values()).isEqualTo(run.model().topicTerm().values());
    }

    @Test
    void aMergedTopicHasTheDocumentsWordsAndPrevalenceOfItsParts() {
        int[] model = counts(asModelled());
        CuratedRun merged = after(asModelled(), new CurationEntry.Name(2, "both"), new CurationEntry.Merge(2, List.of(0)));
        assertThat(counts(merged)).containsExactly(0, model[1], model[2] + model[0]);
        assertThat(merged.topics()).extracting(Topic::id).containsExactly(1, 2);
        Topic both = merged.topics().getLast();
        List<Topic> found = run.result().topics();
        assertThat(both.prevalence()).isEqualTo(found.get(0).prevalence() + found.get(2).prevalence(), within(1e-12));
        assertThat(both.label()).isEqualTo("both");
        assertThat(both.wetc()).isNaN();
        FloatMatrix words = merged.topicTerm();
        for (int term = 0; term < words.columns(); term++) {
            double mixed = (found.get(0).prevalence() * run.model().topicTerm().get(0, term)
                    + found.get(2).prevalence() * run.model().topicTerm().get(2, term)) / both.prevalence();
            assertThat(words.get(1, term)).isEqualTo((float) mixed, within(1e-6f));
        }
    }

    @Test
    void aSplitDealsOutTheTopicsDocumentsAndLeavesTheOthers() {
        CuratedRun before = asModelled();
        CurationEntry.Split split = split(before, 1, 2, 1);
        CuratedRun after = after(before, split);
        int[] model = counts(before);
        int[] now = counts(after);
        assertThat(now[0]).isEqualTo(model[0]);
        assertThat(now[1]).isZero();
        assertThat(now[2]).isEqualTo(model[2]);
        assertThat(now[3]).isGreaterThanOrEqualTo(now[4]);
        assertThat(now[3] + now[4]).isEqualTo(model[1]);
        assertThat(after.topics()).extracting(Topic::id).containsExactly(0, 2, 3, 4);
        assertThat(after.topics().get(2).prevalence() + after.topics().get(3).prevalence())
                .isEqualTo(run.result().topics().get(1).prevalence(), within(1e-12));
        assertThat(after.topics()).allSatisfy(topic -> assertThat(topic.words()).hasSizeGreaterThan(5));
        assertThat(IntStream.range(0, after.topicTerm().columns()).mapToDouble(term -> after.topicTerm().get(3, term)).sum())
                .isEqualTo(1, within(1e-4));
        assertThat(after(after, new CurationEntry.Undo()).assignment().topics()).isEqualTo(strongest.topics());
    }

    @Test
    void aSplitIsTheSameOnOneThreadAndTwo() {
        int[] one = counts(after(asModelled(), split(asModelled(), 0, 3, 1)));
        assertThat(counts(after(asModelled(), split(asModelled(), 0, 3, 2)))).isEqualTo(one);
        CuratedRun first = after(asModelled(), split(asModelled(), 0, 3, 1));
        CuratedRun second = after(asModelled(), split(asModelled(), 0, 3, 2));
        assertThat(first.assignment().topics()).isEqualTo(second.assignment().topics());
    }

    @Test
    void mergesSplitsAndCorrectionsAreFollowedInTheirOrder() {
        CuratedRun merged = after(asModelled(), new CurationEntry.Merge(0, List.of(1)));
        CuratedRun split = after(merged, split(merged, 0, 2, 1));
        int[] model = counts(asModelled());
        assertThat(counts(split)[3] + counts(split)[4]).isEqualTo(model[0] + model[1]);
        CuratedRun mergedAgain = after(split, new CurationEntry.Merge(2, List.of(4)));
        assertThat(counts(mergedAgain)[2]).isEqualTo(model[2] + counts(split)[4]);
        int document = IntStream.range(0, run.documents()).filter(d -> mergedAgain.assignment().of(d) == 3).findFirst()
                .orElseThrow();
        CuratedRun corrected = after(mergedAgain, new CurationEntry.Correct(List.of(run.reviews()[document]), 2));
        assertThat(corrected.assignment().of(document)).isEqualTo(2);
        CuratedRun splitAgain = after(corrected, split(corrected, 2, 2, 1));
        assertThat(splitAgain.assignment().of(document)).as("goes with the topic that it was corrected to").isIn(5, 6);
    }

    @Test
    void aSplitFileThatIsGoneKeepsTheReviewsTogether() throws IOException {
        CurationEntry.Split split = split(asModelled(), 1, 2, 1);
        Files.delete(run.folder().files().split(split.file()));
        int[] now = counts(after(asModelled(), split));
        assertThat(now[3]).isEqualTo(counts(asModelled())[1]);
        assertThat(now[4]).isZero();
    }

    @Test
    void tooFewReviewsForSoManyPartsIsSaid() {
        assertThatThrownBy(() -> split(asModelled(), 1, 50, 1)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("too few for 50 parts");
    }
}

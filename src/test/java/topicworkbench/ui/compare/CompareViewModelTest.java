package topicworkbench.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.comparison.AlignedTopics;
import topicworkbench.comparison.ComparedRun;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.compare.CompareViewModel.Chosen;
import topicworkbench.ui.compare.CompareViewModel.Content;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

class CompareViewModelTest {
    @TempDir
    private Path folder;
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final ScriptedRunner runner = new ScriptedRunner();
    private final LiveRuns liveRuns = new LiveRuns(runner, tasks);
    private final Messages messages = new Messages();
    private Workspace workspace;
    private CompareViewModel model;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder);
        model = new CompareViewModel(workspace, liveRuns, tasks, messages);
    }

    private Chosen run(String name) throws IOException, InterruptedException {
        RunSummary done = SmallRun.in(workspace, name);
        return new Chosen(done.id(), done.name());
    }

    private Content content() {
        return model.contentProperty().get();
    }

    @Test
    void twoRunsAreScoredAndTheirTopicsAligned() throws IOException, InterruptedException {
        Chosen first = run("first");
        Chosen second = run("second");
        model.open(List.of(first, second));
        assertThat(((Content.Shown) content()).comparison().runs()).extracting(ComparedRun::name)
                .containsExactly("first", "second");
        AlignedTopics aligned = model.alignedProperty().get();
        assertThat(aligned.second().name()).isEqualTo("second");
        assertThat(aligned.same(AlignedTopics.SAME)).hasSize(SmallRun.TOPICS); // the same specification, the same topics

        model.makeReference(second.id());
        assertThat(model.alignedProperty().get().first().name()).isEqualTo("second");
        model.leaveOut(first.id());
        assertThat(content()).isInstanceOfSatisfying(Content.Alone.class,
                alone -> assertThat(alone.run().name()).isEqualTo("second"));
        model.leaveOut(second.id());
        assertThat(content()).isEqualTo(new Content.Nothing());
    }

    @Test
    void aRunThatStillGoesOnIsWaitedFor() throws IOException, InterruptedException {
        Chosen done = run("done");
        String id;
        try (RunWriter going = workspace.create("going", SmallRun.spec(SmallReviews.write(folder.resolve("g.csv"))),
                Map.of())) {
            going.state(RunState.RUNNING, null);
            id = going.folder().id();
            model.open(List.of(done, new Chosen(id, "going")));
            assertThat(content()).isInstanceOfSatisfying(Content.Waiting.class,
                    waiting -> assertThat(waiting.going()).extracting(RunSummary::id).containsExactly(id));
        }
        model.read(); // its process is gone now, and it has no topics
        assertThat(content()).isInstanceOfSatisfying(Content.Failed.class,
                failed -> assertThat(failed.why().text()).contains("going").contains("no topics"));
    }

    @Test
    void aRunWhoseFilesAreGoneIsNamedAndCanBeLeftOut() throws IOException, InterruptedException {
        Chosen kept = run("kept");
        Chosen gone = run("gone");
        workspace.delete(workspace.find(gone.id()));
        model.open(List.of(kept, gone));
        assertThat(content()).isInstanceOfSatisfying(Content.Failed.class,
                failed -> assertThat(failed.why().text()).contains("gone"));
        model.leaveOut(gone.id());
        assertThat(content()).isInstanceOf(Content.Alone.class);
    }

    @Test
    void theOtherAlgorithmIsStartedWithEverythingElseEqual() throws IOException, InterruptedException {
        RunSummary lda = SmallRun.in(workspace, "mine");
        boolean[] told = new boolean[1];
        model.runCounterpart(lda, () -> told[0] = true);
        assertThat(runner.started).containsExactly(RunSpecs.counterpart(lda.spec()));
        assertThat(runner.names).containsExactly("mine, NTM");
        assertThat(told[0]).isTrue();
        assertThat(model.chosen()).extracting(Chosen::id).containsExactly(lda.id(), ScriptedRunner.ID);
    }

    @Test
    void aRefusedStartIsTold() throws IOException, InterruptedException {
        RunSummary lda = SmallRun.in(workspace, "mine");
        runner.refusal = new topicworkbench.failure.ExplainedException("The reviews are gone.", "Bring them back.");
        model.runCounterpart(lda, () -> { });
        assertThat(messages.lastProperty().get().text()).isEqualTo("The reviews are gone.");
        assertThat(model.chosen()).isEmpty();
    }

    @Test
    void moreRunsThanChartsHaveColorsForAreSaid() {
        model.open(IntStream.range(0, 9).mapToObj(i -> new Chosen("id" + i, "run " + i)).toList());
        assertThat(model.chosen()).hasSize(CompareViewModel.MOST_RUNS);
        assertThat(messages.lastProperty().get().text()).contains("6").contains("9");
    }
}

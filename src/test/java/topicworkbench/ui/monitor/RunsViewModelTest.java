package topicworkbench.ui.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

class RunsViewModelTest {
    @TempDir
    private Path folder;
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final ScriptedRunner runner = new ScriptedRunner();
    private final LiveRuns liveRuns = new LiveRuns(runner, tasks);
    private final Messages messages = new Messages();

    private RunsViewModel model() {
        return new RunsViewModel(new Workspace(folder), liveRuns, tasks, messages);
    }

    /** A run that its process left behind. */
    private void interruptedRun(String name) throws IOException {
        Path csv = SmallReviews.write(folder.resolve("small.csv"));
        try (RunWriter writer = new Workspace(folder).create(name, SmallRun.spec(csv), java.util.Map.of())) {
            writer.state(RunState.RUNNING, null);
        }
    }

    @Test
    void anEmptyWorkspaceHasNoRunsAndNoFailure() {
        RunsViewModel model = model();
        assertThat(model.loadedProperty().get()).isFalse();
        model.refresh();
        assertThat(model.loadedProperty().get()).isTrue();
        assertThat(model.runs()).isEmpty();
        assertThat(model.failureProperty().get()).isNull();
    }

    @Test
    void aWorkspaceThatCannotBeReadSaysSo() throws IOException {
        Path file = Files.createDirectory(folder.resolve("runs"));
        org.junit.jupiter.api.Assumptions.assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file),
                "skipped: this user may read everything");
        RunsViewModel model = model();
        model.refresh();
        assertThat(model.failureProperty().get().text()).contains("cannot be read");
    }

    @Test
    void aRowTellsTheRunInWords() throws IOException {
        interruptedRun("Mine");
        RunsViewModel model = model();
        model.refresh();
        RunRow row = model.runs().getFirst();
        assertThat(row.name()).isEqualTo("Mine");
        assertThat(row.corpus()).isEqualTo("small.csv");
        assertThat(row.model()).isEqualTo("LDA, 3 topics");
        assertThat(row.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(row.wetc()).isNaN();
    }

    @Test
    void aRenamedRunStaysSelected() throws IOException {
        interruptedRun("Mine");
        RunsViewModel model = model();
        model.refresh();
        model.selectedProperty().set(model.runs().getFirst());
        model.changes().rename(model.runs().getFirst(), "Yours");
        assertThat(model.runs().getFirst().name()).isEqualTo("Yours");
        assertThat(model.selectedProperty().get().name()).isEqualTo("Yours");
    }

    @Test
    void aRefusedNameIsSaid() throws IOException {
        interruptedRun("Mine");
        RunsViewModel model = model();
        model.refresh();
        model.changes().rename(model.runs().getFirst(), " ");
        assertThat(messages.lastProperty().get().isFailure()).isTrue();
        assertThat(model.runs().getFirst().name()).isEqualTo("Mine");
    }

    @Test
    void aResumedRunIsWatchedAndCanBeCancelled() throws IOException {
        interruptedRun("Mine");
        RunsViewModel model = model();
        model.refresh();
        model.changes().resume(model.runs().getFirst());
        assertThat(runner.resumed).containsExactly(model.runs().getFirst().id());
        assertThat(model.runs().getFirst().state()).isEqualTo(RunState.QUEUED);
        runner.tell(new RunEvent.StageStarted(Instant.EPOCH, Stage.TRAIN));
        assertThat(model.runs().getFirst().state()).isEqualTo(RunState.RUNNING);
        model.changes().cancel(model.runs().getFirst());
        assertThat(runner.cancelled).isEqualTo(1);
        runner.end(RunState.CANCELLED, null);
        assertThat(model.runs().getFirst().live()).isNull();
    }

    @Test
    void aRunThatEndedWhileTheQuestionStoodIsNotCancelled() throws IOException {
        interruptedRun("Mine");
        RunsViewModel model = model();
        model.refresh();
        model.changes().resume(model.runs().getFirst());
        RunRow asked = model.runs().getFirst();
        runner.tell(new RunEvent.StageStarted(Instant.EPOCH, Stage.MAP));
        runner.end(RunState.DONE, null);
        model.changes().cancel(asked);
        assertThat(runner.cancelled).isZero();
        assertThat(messages.lastProperty().get().text()).isEqualTo("Mine had ended before it could be cancelled.");
        model.changes().cancel(model.runs().getFirst()); // nobody works on it
        assertThat(messages.lastProperty().get().text()).isEqualTo("Mine had ended before it could be cancelled.");
    }

    @Test
    void severalRunsAreTaggedArchivedAndDeletedAtOnce() throws IOException {
        for (String name : List.of("One", "Two", "Three")) {
            interruptedRun(name);
        }
        RunsViewModel model = model();
        model.refresh();
        List<RunRow> two = model.runs().stream().filter(row -> !row.name().equals("Three")).toList();
        model.changes().tag(two.getFirst(), List.of("old"));
        model.changes().tagMore(two, List.of("march"));
        assertThat(model.runs()).filteredOn(row -> row.summary().remarks().tags().contains("march")).hasSize(2);
        assertThat(model.runs()).filteredOn(row -> row.summary().remarks().tags().containsAll(List.of("old", "march"))).hasSize(1);
        model.changes().archive(two, true);
        assertThat(model.runs()).extracting(RunRow::name).containsExactly("Three");
        assertThat(messages.lastProperty().get().text()).isEqualTo("Archived 2 runs.");
        model.showingArchivedProperty().set(true);
        List<RunRow> kept = new ArrayList<>();
        model.changes().delete(List.copyOf(model.runs()), kept::addAll);
        assertThat(model.runs()).as("gone but for those that the system has no bin for").hasSameSizeAs(kept);
    }
}

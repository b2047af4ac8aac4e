package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.RunRequest;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** Tags, the archive, the bin, and asking a run of another process. */
class KeepingRunsTest {
    @TempDir
    private Path folder;
    private Commands commands;
    private RunFolder run;

    @BeforeEach
    void makeRun() {
        commands = new Commands(folder);
        try (RunWriter writer = new Workspace(folder).create("March", RunSpecs.defaults("lda", 3), Map.of())) {
            writer.state(RunState.DONE, null);
            run = writer.folder();
        }
    }

    @Test
    void tagsArePutOnAndTakenAway() {
        assertThat(commands.run("tag", "March", "seed-1", "baseline").out()).contains("baseline, seed-1");
        assertThat(commands.run("list").out()).contains("March [baseline, seed-1]");
        assertThat(commands.run("tag", "March", "--remove", "BASELINE").code()).isEqualTo(ExitCode.DONE);
        assertThat(run.remarks().tags()).isEqualTo(List.of("seed-1"));
        assertThat(commands.run("tag", "March", "a,b").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void archivedRunsAreLeftOutUnlessAskedFor() {
        commands.run("archive", run.id());
        Commands.Answer list = commands.run("list");
        assertThat(list.out()).doesNotContain("March");
        assertThat(list.err()).contains("1 archived");
        assertThat(commands.run("list", "--archived").out()).contains("March");
        commands.run("archive", run.id(), "--undo");
        assertThat(commands.run("list").out()).contains("March");
    }

    @Test
    void nothingIsDeletedWithoutItsId() {
        Commands.Answer refused = commands.run("delete", "March");
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(refused.err()).contains("--yes " + run.id());
        assertThat(commands.run("delete", "March", "--yes", "March").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.path()).exists();
        assertThat(commands.run("delete", "March", "--yes", run.id(), "--for-good").code()).isEqualTo(ExitCode.DONE);
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void onlyARunThatGoesIsAskedToEnd() {
        assertThat(commands.run("cancel", "March").err()).contains("is not running");
        try (RunWriter writer = new Workspace(folder).create("June", RunSpecs.defaults("lda", 3), Map.of())) {
            writer.state(RunState.RUNNING, null);
            assertThat(commands.run("cancel", "June", "--after-epoch").code()).isEqualTo(ExitCode.DONE);
            assertThat(writer.take(RunRequest.STOP_TRAINING)).isTrue();
            assertThat(writer.take(RunRequest.CANCEL)).isFalse();
        }
    }
}

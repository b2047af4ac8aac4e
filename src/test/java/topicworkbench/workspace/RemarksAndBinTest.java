package topicworkbench.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.RunRemarks;
import topicworkbench.run.RunRequest;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;

class RemarksAndBinTest {
    @TempDir
    private Path folder;
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new Workspace(folder.resolve("my workspace"));
    }

    private RunFolder finishedRun() {
        try (RunWriter run = workspace.create("mine", RunSpecs.defaults("lda", 3), Map.of())) {
            run.state(RunState.DONE, null);
            return run.folder();
        }
    }

    @Test
    void remarksAreKeptAndDamagedOnesCountAsNone() throws IOException {
        RunFolder run = finishedRun();
        assertThat(run.remarks()).isEqualTo(RunRemarks.NONE);
        RunRemarks said = new RunRemarks(List.of("june", "Best ", "best"), "two lines\nof it ", true);
        run.remark(said);
        assertThat(workspace.runs().getFirst().remarks()).isEqualTo(said)
                .isEqualTo(new RunRemarks(List.of("Best", "june"), "two lines\nof it", true));
        Files.writeString(run.files().remarks(), "{\"tags\": 3");
        assertThat(workspace.runs().getFirst().remarks()).isEqualTo(RunRemarks.NONE);
        assertThatThrownBy(() -> RunRemarks.NONE.withTags(List.of("a,b"))).isInstanceOf(InvalidOptionException.class);
    }

    @Test
    void theBinKeepsTheRunAndSaysWhereItWas() throws IOException {
        RunFolder run = finishedRun();
        Path bin = Bin.binOf(run.path(), folder.resolve("Trash")).orElseThrow();
        Files.createDirectories(bin.resolve("info"));
        Files.createFile(bin.resolve("info").resolve(run.id() + ".trashinfo"));
        assertThat(Bin.take(run.path(), bin)).isTrue();
        assertThat(run.path()).doesNotExist();
        assertThat(bin.resolve("files").resolve(run.id() + ".2").resolve("spec.json")).exists();
        assertThat(Files.readString(bin.resolve("info").resolve(run.id() + ".2.trashinfo")))
                .startsWith("[Trash Info]\nPath=/").contains("/my%20workspace/runs/" + run.id() + "\n")
                .containsPattern("DeletionDate=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\n");
    }

    @Test
    void aRunIsDeletedForGoodButNotWhileItGoes() {
        RunFolder run = finishedRun();
        try (RunWriter working = workspace.open(run)) {
            assertThatThrownBy(() -> workspace.delete(run)).isInstanceOf(ExplainedException.class)
                    .hasMessageContaining("is still running");
            assertThatThrownBy(() -> workspace.moveToBin(working.folder())).hasMessageContaining("is still running");
        }
        workspace.delete(run);
        assertThat(workspace.runs()).isEmpty();
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void aRequestIsHeardOnce() {
        try (RunWriter run = workspace.create("mine", RunSpecs.defaults("lda", 3), Map.of())) {
            run.state(RunState.RUNNING, null);
            workspace.find("mine").ask(RunRequest.CANCEL);
            assertThat(run.take(RunRequest.STOP_TRAINING)).isFalse();
            assertThat(run.take(RunRequest.CANCEL)).isTrue();
            assertThat(run.take(RunRequest.CANCEL)).isFalse();
        }
        assertThatThrownBy(() -> workspace.find("mine").ask(RunRequest.CANCEL)).hasMessageContaining("is not running");
    }
}

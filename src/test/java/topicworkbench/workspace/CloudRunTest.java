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
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.workspace.CloudExecution.Phase;

/** The folder of a run that is executed elsewhere. */
class CloudRunTest {
    private static final RunSpec SPEC = Settings.apply(RunSpecs.defaults("ntm", 5), List.of("where=aws"));
    private static final CloudExecution EXECUTION = new CloudExecution("123456789012", "eu-west-1", null, "topic-workbench",
            "topic-workbench-data", "runs/x", "arn:aws:states:eu-west-1:123456789012:stateMachine:topic-workbench", 1, Phase.UPLOADING);

    @TempDir
    Path root;
    private Workspace workspace;
    private RunFolder folder;

    @BeforeEach
    void create() {
        workspace = new Workspace(root);
        try (RunWriter writer = workspace.create("cloud", SPEC, Map.of())) {
            writer.state(RunState.RUNNING, null);
            writer.cloud(EXECUTION);
            folder = writer.folder();
        }
    }

    private void phase(Phase phase) {
        try (RunWriter writer = workspace.open(folder)) {
            writer.cloud(EXECUTION.in(phase));
        }
    }

    @Test
    void isNotInterruptedWhileItsExecutionGoesOn() {
        assertThat(folder.summary().state()).isEqualTo(RunState.INTERRUPTED);
        phase(Phase.STARTED);
        assertThat(folder.summary().state()).isEqualTo(RunState.RUNNING);
        assertThatThrownBy(() -> workspace.delete(folder)).isInstanceOf(ExplainedException.class).hasMessageContaining("still running");
        phase(Phase.ENDED);
        assertThat(folder.summary().state()).isEqualTo(RunState.INTERRUPTED);
        workspace.delete(folder);
    }

    @Test
    void keepsWhereItIs() throws IOException {
        assertThat(folder.cloud()).contains(EXECUTION);
        assertThat(EXECUTION.next().arn("r")).isEqualTo("arn:aws:states:eu-west-1:123456789012:execution:topic-workbench:r-2");
        for (String damaged : List.of("{", "{}", "{\"bucket\": \"x\"}", "null")) {
            Files.writeString(folder.files().cloud(), damaged);
            assertThat(folder.cloud()).isEmpty();
        }
    }

    @Test
    void isFoundByEitherIdWhereAFileStartedItThere() {
        assertThat(folder.idInAccount()).isEqualTo("x");
        for (String either : List.of("x", folder.id())) {
            assertThat(workspace.folderOfAccount(either)).map(RunFolder::id).contains(folder.id());
            assertThat(workspace.idInAccount(either)).isEqualTo("x");
        }
        assertThat(workspace.folderOfAccount("auto-1")).isEmpty();
        assertThat(workspace.idInAccount("auto-1")).isEqualTo("auto-1");
    }

    @Test
    void onlyWhatWouldBeginAnewCosts() {
        assertThat(folder.wouldBegin()).as("before anything was started there").isTrue();
        phase(Phase.STARTED);
        assertThat(folder.wouldBegin()).as("it goes on").isFalse();
        phase(Phase.ENDED);
        assertThat(folder.wouldBegin()).as("it is to be fetched").isFalse();
        try (RunWriter writer = workspace.open(folder)) {
            writer.state(RunState.FAILED, null);
        }
        assertThat(folder.wouldBegin()).isTrue();
        try (RunWriter writer = workspace.open(folder)) {
            SPEC.stages().stream().filter(stage -> !stage.isHere()).forEach(stage ->
                    writer.stageFinished(new FinishedStage(stage, 0, Map.of()), null, null));
            writer.state(RunState.FAILED, null);
        }
        assertThat(folder.wouldBegin()).as("only fetching failed").isFalse();
    }

    @Test
    void isAdoptedUnderItsOwnId() {
        String id = "20260102-030405-ab12";
        try (RunWriter writer = workspace.adopt(id, "found", SPEC)) {
            assertThat(writer.folder().id()).isEqualTo(id);
        }
        assertThat(workspace.find("found").spec()).isEqualTo(SPEC);
        assertThatThrownBy(() -> workspace.adopt(id, "again", SPEC)).isInstanceOf(ExplainedException.class);
        assertThatThrownBy(() -> workspace.adopt("../x", "out", SPEC)).isInstanceOf(ExplainedException.class);
    }

    @Test
    void hasStagesOfItsOwn() {
        assertThat(SPEC.stages()).containsExactly(Stage.UPLOAD, Stage.INGEST, Stage.PREPARE, Stage.VECTORISE, Stage.TRAIN,
                Stage.EVALUATE, Stage.GATE, Stage.FETCH, Stage.MAP);
        assertThat(Settings.apply(SPEC, List.of("endpoint=serverless", "map=false")).stages()).endsWith(Stage.ENDPOINT, Stage.FETCH);
        assertThat(Settings.apply(SPEC, List.of("where=this_computer")).stages()).startsWith(Stage.INGEST).endsWith(Stage.GATE, Stage.MAP)
                .doesNotContain(Stage.FETCH);
    }
}

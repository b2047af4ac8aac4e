package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.sees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunState;
import topicworkbench.run.aws.PlayedAccount;
import topicworkbench.run.aws.fake.GoldenRun;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.Typeface;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.wording.Figures;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** A run on AWS from the form to its end, clicked through with the real adapters in an account that is played. */
@ExtendWith(ApplicationExtension.class)
class CloudRunWindowTest {
    @TempDir
    private static Path shared;
    private static GoldenRun golden;

    @TempDir
    private Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private final List<String> visited = new ArrayList<>();
    private PlayedAccount account;
    private Workspace workspace;
    private WindowPreferences preferences;
    private Stage stage;

    @BeforeAll
    static void makeWhatTheCloudLeaves() throws IOException, InterruptedException {
        golden = GoldenRun.make(shared);
    }

    @Start
    void open(Stage newStage) {
        stage = newStage;
        Typeface.load();
        account = new PlayedAccount(golden, Duration.ofMillis(120));
        workspace = new Workspace(folder.resolve("workspace"));
        preferences = WindowPreferences.open(folder.resolve("window.json"));
        preferences.setWindow(1280, 780, false);
        show(stage);
    }

    /** As a program that was just started. */
    private void show(Stage on) {
        LocalPipelineRunner here = new LocalPipelineRunner(workspace, 1);
        WindowTasks tasks = new WindowTasks();
        Theme theme = new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        new WorkbenchWindow(on, preferences, theme).show(new WorkbenchView.Surroundings(workspace,
                new LiveRuns(account.runner(workspace, here), tasks), account.cloud(workspace, here), tasks, dialogs, theme, preferences,
                () -> { }, visited::add));
    }

    @AfterEach
    void nothingSaidIsUnknownToAws() {
        assertThat(account.aws.faults()).isEmpty();
        account.close();
    }

    private void openTheForm(FxRobot robot) throws IOException, TimeoutException {
        dialogs.files = List.of(Files.writeString(folder.resolve("spec.json"), RunSpecJson.write(golden.spec())));
        press(robot, "#go-new-run");
        press(robot, "#open-spec");
        await(() -> text(robot, "#start-cost").startsWith("about $"));
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).queryAs(Label.class).getText();
    }

    private RunFolder run() {
        return workspace.folders().getFirst();
    }

    @Test
    void startAsksOnceWithThePriceAndTheRunIsWatchedToItsEnd(FxRobot robot) throws IOException, TimeoutException {
        openTheForm(robot);
        robot.interact(() -> ((ButtonBase) robot.lookup("#cloud-section").query()).fire());
        await(() -> text(robot, "#expected-cost").startsWith("About $"));
        assertThat(sees(robot, "Account 123456789012 · eu-west-1")).isTrue();
        assertThat(sees(robot, "ml.g4dn.xlarge for training job usage: needs 1, allowed 1")).isTrue();
        dialogs.agrees = false;
        press(robot, "#start");
        await(() -> text(robot, "#refusal").contains("Nothing was started"));
        assertThat(dialogs.asked).contains("Start this run on AWS?", "Expected $", "At most $");
        assertThat(workspace.folders()).isEmpty();

        dialogs.agrees = true;
        int questions = dialogs.questions;
        Button start = robot.lookup("#start").queryButton();
        robot.interact(() -> {
            start.fire();
            start.fire();
        });
        await(() -> robot.lookup("#stage-train").tryQuery().isPresent());
        await(() -> text(robot, "#stage-train .stage-box-words").matches("\\d+%|starting|training|uploading"));
        assertThat(robot.lookup("#stop-training").tryQuery()).isEmpty();
        await(() -> text(robot, "#run-cost").matches("\\$\\d\\.\\d\\d so far"));
        await(() -> run().summary().state() == RunState.DONE && sees(robot, "Done"));
        assertThat(text(robot, "#run-cost"))
                .isEqualTo(Figures.dollars(run().summary().spent().cost()) + " on AWS");
        assertThat(dialogs.questions - questions).isEqualTo(1);
        assertThat(account.pipeline.started()).isEqualTo(1);
        assertThat(workspace.folders()).hasSize(1);
    }

    @Test
    void aRunThatGoesOnIsFollowedByTheNextWindowWithoutAnythingBegun(FxRobot robot) throws Exception {
        openTheForm(robot);
        press(robot, "#start");
        await(() -> robot.lookup("#stage-train").tryQuery().isPresent() && run().events().stream()
                .anyMatch(topicworkbench.run.RunEvent.EpochFinished.class::isInstance));
        Path copy = folder.resolve("again");
        copy(workspace.root(), copy);
        workspace = new Workspace(copy);
        assertThat(run().summary().state()).isEqualTo(RunState.RUNNING);
        robot.interact(() -> {
            stage.hide();
            show(stage);
        });
        await(() -> run().summary().state() == RunState.DONE);
        assertThat(account.pipeline.started()).isEqualTo(1);
        assertThat(run().events().stream().filter(topicworkbench.run.RunEvent.EpochFinished.class::isInstance)).hasSize(4);
    }

    /** What is on the disk of a program that ended without warning. */
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void whatTheAccountLacksIsToldBeforeAnythingBegins(FxRobot robot) throws IOException, TimeoutException {
        account.market.quota("ml.g4dn.xlarge for training job usage", 0);
        openTheForm(robot);
        press(robot, "#start");
        await(() -> text(robot, "#refusal").contains("may not use what this run needs: ml.g4dn.xlarge for training job usage"));
        await(() -> robot.lookup("#where").query().isFocused());
        robot.interact(() -> robot.lookup("#request-quota").queryButton().fire());
        await(() -> text(robot, "#quota-answer").contains("PENDING"));
        assertThat(dialogs.asked).contains("Ask AWS for 1 × ml.g4dn.xlarge for training job usage?");
        assertThat(workspace.folders()).isEmpty();
        assertThat(account.aws.calls()).contains("servicequotas:RequestServiceQuotaIncrease").doesNotContain("states:StartExecution");
    }
}

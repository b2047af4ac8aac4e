package topicworkbench.ui.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.sees;

import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.aws.EmptyAccount;
import topicworkbench.run.aws.fake.Trouble;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** The Cloud screen by clicks on the adapter itself, in an account that is played, whose every call is checked by AWS's models. */
@ExtendWith(ApplicationExtension.class)
class CloudRoomOnPlayedAwsTest {
    private static final String RUN = "20260412-101500-a1b2";

    @TempDir
    private Path folder;

    private final EmptyAccount account = new EmptyAccount();
    private final FakeDialogs dialogs = new FakeDialogs();

    @Start
    void open(Stage stage) {
        account.market.quota("ml.g4dn.xlarge for training job usage", 0);
        Workspace workspace = new Workspace(folder.resolve("runs"));
        PipelineRunner here = new LocalPipelineRunner(workspace, 1);
        WindowTasks tasks = new WindowTasks();
        CloudView view = new CloudView(CloudView.Models.of(account.cloud(workspace, here), workspace, new LiveRuns(here, tasks),
                WindowPreferences.open(folder.resolve("window.json")), tasks, new Messages()), dialogs,
                new CloudView.Ways(id -> { }, () -> { }, () -> { }, address -> { }));
        SharedStage.show(stage, new Scene(view, 940, 640));
    }

    @AfterEach
    void everythingSaidIsKnownToAws() {
        account.close();
        assertThat(account.aws.faults()).isEmpty();
    }

    @Test
    void deploysShowsWhatCostsAndDeletes(FxRobot robot) throws TimeoutException {
        account.aws.trouble("sts:GetCallerIdentity", Trouble.EXPIRED);
        press(robot, "#cloud-first-sign-in");
        await(() -> robot.lookup("#copy-command").tryQuery().isPresent());
        press(robot, "#cloud-try-again");
        await(() -> sees(robot, "Account 123456789012 as user/ann"));
        assertThat(robot.lookup("#cloud-region").<ComboBox<String>>query().getItems()).contains("eu-west-1");
        await(() -> sees(robot, "nothing is billed by the hour"));
        await(() -> robot.lookup("Request increase").tryQuery().isPresent());

        press(robot, "#cloud-deploy-first");
        press(robot, "#deploy-plan");
        await(() -> robot.lookup("#plan-changes").<TableView<?>>query().getItems().size() > 10);
        assertThat(account.builds.started()).as("before it was agreed to").isZero();
        press(robot, "#deploy-apply");
        await(() -> sees(robot, "is ready. Choose AWS"));
        assertThat(account.formation.stacks()).containsExactly("topic-workbench-platform", "topic-workbench-workflow");
        assertThat(account.builds.started()).isEqualTo(1);
        press(robot, "#deploy-back");
        await(() -> sees(robot, "this program's"));

        account.market.price("Hosting", "ml.m5.large", .115);
        account.endpoints.model("tw-" + RUN + "-0");
        account.jobs.executes(RUN);
        press(robot, "#cloud-refresh");
        robot.interact(() -> robot.lookup(".tab-pane").<TabPane>query().getSelectionModel().select(2));
        await(() -> robot.lookup("#cloud-runs").<TableView<?>>query().getItems().size() == 1);

        robot.interact(() -> robot.lookup(".tab-pane").<TabPane>query().getSelectionModel().select(0));
        press(robot, "#cloud-delete");
        await(() -> sees(robot, "execution " + RUN));
        assertThat(robot.lookup("#delete-now").query().isDisabled()).as("while something runs").isTrue();
    }

    @Test
    void deletesWhatNothingBlocks(FxRobot robot) throws TimeoutException {
        press(robot, "#cloud-first-sign-in");
        press(robot, "#cloud-deploy-first");
        press(robot, "#deploy-plan");
        press(robot, "#deploy-apply");
        press(robot, "#deploy-back");
        press(robot, "#cloud-delete");
        dialogs.text = "topic-workbench";
        press(robot, "#delete-now");
        await(() -> sees(robot, "Nothing of it is billed any more"));
        assertThat(account.formation.stacks()).isEmpty();
        assertThat(account.aws.buckets().names()).isEmpty();
        press(robot, "#delete-back");
        await(() -> sees(robot, "Nothing is deployed here"));
    }

    @Test
    void aRollBackIsToldWithItsReasonAndTheNextDeploymentGoesOn(FxRobot robot) throws TimeoutException {
        account.formation.fail("ToolsBucket", "You have attempted to create more buckets than allowed: limit 100");
        press(robot, "#cloud-first-sign-in");
        press(robot, "#cloud-deploy-first");
        press(robot, "#deploy-plan");
        press(robot, "#deploy-apply");
        await(() -> sees(robot, "more buckets than allowed"));
        assertThat(robot.lookup("#deploy-rolled-back").tryQuery()).isPresent();
        assertThat(robot.lookup("#work-resources").<TableView<PlatformWork.Resource>>query().getItems())
                .anySatisfy(resource -> assertThat(resource.reason()).contains("more buckets than allowed"));
        press(robot, "#deploy-again");
        await(() -> sees(robot, "is deleted first"));
        press(robot, "#deploy-apply");
        await(() -> sees(robot, "is ready. Choose AWS"));
        assertThat(robot.lookup("#build-log").<ListView<String>>tryQuery()).isEmpty();
    }
}

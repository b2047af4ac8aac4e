package topicworkbench.ui.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.sees;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
import topicworkbench.run.aws.AwsCloud;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakeBuilds;
import topicworkbench.run.aws.fake.FakeEndpoints;
import topicworkbench.run.aws.fake.FakeFormation;
import topicworkbench.run.aws.fake.FakeJobs;
import topicworkbench.run.aws.fake.FakeMarket;
import topicworkbench.run.aws.fake.Json;
import topicworkbench.run.aws.fake.Trouble;
import topicworkbench.run.aws.platform.ProgramFiles;
import topicworkbench.run.aws.platform.Release;
import topicworkbench.run.aws.platform.ReleaseFile;
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

    private final FakeAws aws = new FakeAws();
    private final FakeFormation formation = new FakeFormation(aws);
    private final FakeBuilds builds = new FakeBuilds(aws);
    private final FakeMarket market = new FakeMarket(aws);
    private final FakeJobs jobs = new FakeJobs(aws);
    private final FakeEndpoints endpoints = new FakeEndpoints(aws);
    private final FakeDialogs dialogs = new FakeDialogs();

    @Start
    void open(Stage stage) throws IOException {
        aws.on("sts:GetCallerIdentity", _ -> Json.of("UserId", "AIDA", "Account", "123456789012", "Arn", "arn:aws:iam::123456789012:user/ann"));
        market.quota("ml.g4dn.xlarge for training job usage", 0);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.writeString(classes.resolve("Code.class"), "code");
        Release release = Release.of(new ProgramFiles(classes, List.of()), ReleaseFile.of("spark", new byte[] {1}));
        Workspace workspace = new Workspace(folder.resolve("runs"));
        PipelineRunner here = new LocalPipelineRunner(workspace, 1);
        AwsCloud cloud = new AwsCloud(workspace, here, aws::clients, () -> release, Duration.ofMillis(1));
        WindowTasks tasks = new WindowTasks();
        CloudView view = new CloudView(CloudView.Models.of(cloud, workspace, new LiveRuns(here, tasks),
                WindowPreferences.open(folder.resolve("window.json")), tasks, new Messages()), dialogs,
                new CloudView.Ways(id -> { }, () -> { }, () -> { }, address -> { }));
        SharedStage.show(stage, new Scene(view, 940, 640));
    }

    @AfterEach
    void everythingSaidIsKnownToAws() {
        aws.close();
        assertThat(aws.faults()).isEmpty();
    }

    @Test
    void deploysShowsWhatCostsAndDeletes(FxRobot robot) throws TimeoutException {
        aws.trouble("sts:GetCallerIdentity", Trouble.EXPIRED);
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
        assertThat(builds.started()).as("before it was agreed to").isZero();
        press(robot, "#deploy-apply");
        await(() -> sees(robot, "is ready. Choose AWS"));
        assertThat(formation.stacks()).containsExactly("topic-workbench-platform", "topic-workbench-workflow");
        assertThat(builds.started()).isEqualTo(1);
        press(robot, "#deploy-back");
        await(() -> sees(robot, "this program's"));

        market.price("Hosting", "ml.m5.large", .115);
        endpoints.model("tw-" + RUN + "-0");
        jobs.executes(RUN);
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
        assertThat(formation.stacks()).isEmpty();
        assertThat(aws.buckets().names()).isEmpty();
        press(robot, "#delete-back");
        await(() -> sees(robot, "Nothing is deployed here"));
    }

    @Test
    void aRollBackIsToldWithItsReasonAndTheNextDeploymentGoesOn(FxRobot robot) throws TimeoutException {
        formation.fail("ToolsBucket", "You have attempted to create more buckets than allowed: limit 100");
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

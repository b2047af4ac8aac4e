package topicworkbench.ui.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.retype;
import static topicworkbench.ui.support.Patience.sees;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.cloud.FakePlatform;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Platform.Action;
import topicworkbench.cloud.Platform.Change;
import topicworkbench.cloud.Spending.Running;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunSpecJson;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** The Cloud screen by clicks and keys, on an account in memory. */
@ExtendWith(ApplicationExtension.class)
class CloudRoomTest {
    private static final String RUN = "20260412-101500-a1b2";

    @TempDir
    private Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeCloud cloud = FakeCloud.signedIn();
    private final Messages messages = new Messages();
    private final ScriptedRunner runner = new ScriptedRunner();
    private final List<String> browsed = new CopyOnWriteArrayList<>();
    private final List<String> led = new CopyOnWriteArrayList<>();
    private Workspace workspace;
    private WindowPreferences preferences;
    private CloudView view;

    @Start
    void open(Stage stage) {
        workspace = new Workspace(folder.resolve("workspace"));
        preferences = WindowPreferences.open(folder.resolve("window.json"));
        WindowTasks tasks = new WindowTasks();
        view = new CloudView(CloudView.Models.of(cloud, workspace, new LiveRuns(runner, tasks), preferences, tasks, messages), dialogs,
                new CloudView.Ways(led::add, () -> led.add("new run"), () -> led.add("help"), browsed::add));
        SharedStage.show(stage, new Scene(view, 940, 640));
    }

    private void signIn(FxRobot robot) throws TimeoutException {
        press(robot, "#cloud-first-sign-in");
        await(() -> sees(robot, "Account 123456789012 as user/ann"));
        await(() -> robot.lookup("#cloud-total").tryQuery().isPresent());
    }

    private static void tab(FxRobot robot, int which) {
        robot.interact(() -> robot.lookup(".tab-pane").<TabPane>query().getSelectionModel().select(which));
    }

    private long asked(String question) {
        return cloud.asked.stream().filter(each -> each.startsWith(question)).count();
    }

    @Test
    void whoDoesNotUseAwsIsToldWhatItWouldGive(FxRobot robot) throws TimeoutException {
        await(() -> sees(robot, "need nothing of it"));
        assertThat(cloud.asked).isEmpty();
        press(robot, "How to set it up");
        press(robot, "New run here");
        assertThat(led).containsExactly("help", "new run");
    }

    @Test
    void aMissingLoginSaysWhichCommandToRunAndCopiesIt(FxRobot robot) throws TimeoutException {
        cloud.refusals.put("signIn", new ExplainedException("The AWS login has expired or is not valid.", "Run: aws sso login --profile work"));
        press(robot, "#cloud-sign-in");
        await(() -> sees(robot, "has expired"));
        press(robot, "#copy-command");
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("aws sso login --profile work"));
        cloud.refusals.clear();
        press(robot, "#cloud-try-again");
        await(() -> sees(robot, "Nothing is deployed here"));
    }

    @Test
    void waitingForAnAnswerCanBeEndedAndTheAnswerIsDropped(FxRobot robot) throws TimeoutException {
        cloud.mayAnswer.drainPermits();
        press(robot, "#cloud-first-sign-in");
        press(robot, "#cancel-sign-in");
        await(() -> sees(robot, "need nothing of it"));
        cloud.mayAnswer.release();
        await(() -> asked("signIn") == 1);
        assertThat(sees(robot, "Account 123456789012")).isFalse();
    }

    @Test
    void aProfileAndARegionAreChosenAndKept(FxRobot robot) throws TimeoutException {
        signIn(robot);
        robot.interact(() -> robot.lookup("#cloud-profile").<ComboBox<String>>query().setValue("work"));
        robot.interact(() -> robot.lookup("#cloud-region").<ComboBox<String>>query().setValue("eu-west-1"));
        retype(robot, "#cloud-name", "Wrong");
        robot.push(KeyCode.ENTER);
        assertThat(preferences.settings().awsName()).isEmpty();
        retype(robot, "#cloud-name", "tw-test");
        robot.push(KeyCode.ENTER);
        await(() -> cloud.asked.contains("signIn work eu-west-1 tw-test"));
        await(() -> sees(robot, "eu-west-1 · looked at"));
        assertThat(preferences.settings().place().region()).isEqualTo("eu-west-1");
    }

    @Test
    void aDeploymentIsPlannedSeenAppliedAndFollowed(FxRobot robot) throws TimeoutException {
        signIn(robot);
        press(robot, "#cloud-deploy-first");
        robot.interact(() -> robot.lookup("#deploy-notify").<ComboBox<String>>query().setValue(DeployViewModel.ADDRESS));
        press(robot, "#deploy-email");
        robot.write("ann");
        press(robot, "#deploy-plan");
        await(() -> sees(robot, "Give an e-mail address"));
        press(robot, "#deploy-email");
        robot.push(KeyCode.END).write("@example.org");
        robot.interact(() -> robot.lookup("#deploy-upload").<ComboBox<Boolean>>query().setValue(true));
        press(robot, "#deploy-plan");
        await(() -> sees(robot, "2 made"));
        assertThat(robot.lookup("#plan-changes").<TableView<?>>query().getItems()).hasSize(2);
        assertThat(sees(robot, "Build the image of the processing jobs")).isTrue();
        assertThat(asked("apply")).isZero();
        press(robot, "#deploy-discard");
        await(() -> asked("discard") == 1);
        press(robot, "#deploy-plan");
        cloud.platform.mayEnd.drainPermits();
        press(robot, "#deploy-apply");
        await(() -> sees(robot, "Building the image"));
        assertThat(robot.lookup("#work-resources").<TableView<?>>query().getItems()).hasSize(1);
        assertThat(robot.lookup("#build-log").<ListView<String>>query().getItems()).containsExactly("Step 1/9 : FROM eclipse-temurin:25-jre");
        assertThat(view.isChangingStacks()).isTrue();
        assertThat(robot.lookup("#cloud-profile").query().isDisabled()).as("another place while this one changes").isTrue();
        cloud.platform.mayEnd.release(10);
        await(() -> sees(robot, "is ready. Choose AWS"));
        assertThat(cloud.platform.options).isEqualTo(new Platform.Options("ann@example.org", true, null));
        press(robot, "#deploy-back");
        await(() -> sees(robot, FakePlatform.RELEASE + ", this program's"));
        press(robot, "#cloud-deploy");
        robot.interact(() -> robot.lookup("#deploy-notify").<ComboBox<String>>query().setValue(DeployViewModel.UNCHANGED));
        robot.interact(() -> robot.lookup("#deploy-upload").<ComboBox<Boolean>>query().setValue(null));
        press(robot, "#deploy-plan");
        await(() -> sees(robot, "Everything is deployed as release"));
    }

    @Test
    void whatIsReplacedIsAskedAboutAndARollBackIsExplained(FxRobot robot) throws TimeoutException {
        cloud.platform.deployed("0.8");
        cloud.platform.changes = List.of(new Change("topic-workbench-platform", Action.MODIFY, "ToolsBucket", "AWS::S3::Bucket", true,
                List.of("BucketName: a → b")));
        cloud.platform.events = List.of(new Platform.Event.ResourceChanged(Instant.now(), "topic-workbench-platform", "ToolsBucket", "AWS::S3::Bucket",
                "UPDATE_FAILED", "You have attempted to create more buckets than allowed"), new Platform.Event.ResourceChanged(Instant.now(),
                "topic-workbench-platform", "ToolsBucket", "AWS::S3::Bucket", "UPDATE_ROLLBACK_COMPLETE", null));
        cloud.refusals.put("apply", new ExplainedException("CloudFormation could not update ToolsBucket and has taken the changes back.",
                "Raise the limit of buckets."));
        signIn(robot);
        await(() -> sees(robot, "which is not this program's"));
        press(robot, "#cloud-deploy");
        press(robot, "#deploy-plan");
        await(() -> sees(robot, "1 made anew"));
        dialogs.agrees = false;
        press(robot, "#deploy-apply");
        assertThat(asked("apply")).isZero();
        dialogs.agrees = true;
        press(robot, "#deploy-apply");
        await(() -> sees(robot, "Raise the limit of buckets"));
        assertThat(robot.lookup("#deploy-rolled-back").<Label>query().getText()).contains("takes back").contains("deploy again");
        assertThat(robot.lookup("#work-resources").<TableView<PlatformWork.Resource>>query().getItems()).singleElement()
                .satisfies(resource -> assertThat(resource.reason()).contains("more buckets than allowed"));
        cloud.refusals.clear();
        press(robot, "#deploy-again");
        await(() -> sees(robot, "1 made anew"));
    }

    @Test
    void waitingForADeploymentCanBeEnded(FxRobot robot) throws TimeoutException {
        signIn(robot);
        press(robot, "#cloud-deploy-first");
        press(robot, "#deploy-plan");
        cloud.platform.mayEnd.drainPermits();
        press(robot, "#deploy-apply");
        press(robot, "#stop-waiting");
        await(() -> sees(robot, "No longer waiting"));
        assertThat(asked("apply")).as("it was interrupted before it ended").isZero();
    }

    @Test
    void deletingShowsWhatGoesAndWhatBlocksAndIsConfirmedByName(FxRobot robot) throws TimeoutException {
        cloud.platform.deployed(FakePlatform.RELEASE);
        cloud.platform.blockers = List.of("endpoint tw-a (InService)");
        signIn(robot);
        press(robot, "#cloud-delete");
        await(() -> sees(robot, "endpoint tw-a (InService)"));
        assertThat(robot.lookup("#delete-now").query().isDisabled()).isTrue();
        cloud.platform.blockers = List.of();
        press(robot, "#delete-again");
        await(() -> robot.lookup("#delete-blockers").tryQuery().isEmpty() && robot.lookup("#delete-keeps").tryQuery().isPresent());
        press(robot, "#delete-with-data");
        await(() -> cloud.asked.contains("deletion true"));
        dialogs.text = "topic";
        press(robot, "#delete-now");
        assertThat(asked("delete ")).isZero();
        dialogs.text = "topic-workbench";
        press(robot, "#delete-now");
        await(() -> sees(robot, "Nothing of it is billed any more"));
        assertThat(cloud.asked).contains("delete true");
        press(robot, "#delete-back");
        await(() -> sees(robot, "Nothing is deployed here"));
    }

    @Test
    void whatIsBilledIsListedWithItsSumAndWhatIsRefusedSaysSoInItsPlace(FxRobot robot) throws TimeoutException {
        cloud.platform.deployed(FakePlatform.RELEASE);
        cloud.spending.running.add(new Running("training job", "tw-" + RUN + "-ntm-0", "InProgress", RUN, Instant.now(), 0.736));
        cloud.spending.running.add(new Running("endpoint", "tw-a", "InService", RUN, Instant.now(), 0.115));
        signIn(robot);
        await(() -> robot.lookup("#cloud-total").<Label>query().getText().equals("Together $0.851 an hour"));
        await(() -> robot.lookup("#cloud-hourly").<Label>query().getText().equals("$0.851 an hour now"));
        press(robot, "Request increase");
        await(() -> messages.lastProperty().get().text().contains("ml.g4dn.xlarge"));
        cloud.refusals.put("running", new ExplainedException("AWS does not allow the profile work to list endpoints.", "Ask the account's administrator."));
        robot.interact(() -> robot.lookup("#cloud-refresh").<ButtonBase>query().requestFocus());
        robot.push(KeyCode.F5);
        await(() -> sees(robot, "does not allow the profile"));
        assertThat(sees(robot, "this program's")).isTrue();
        robot.interact(() -> robot.lookup("#cloud-console").<MenuButton>query().getItems().forEach(item -> item.fire()));
        assertThat(browsed).hasSize(3).allMatch(page -> page.startsWith("https://us-east-1.console.aws.amazon.com/"));
    }

    @Test
    void anEndpointIsMadeAskedAndDeletedUntilItIsGone(FxRobot robot) throws Exception {
        RunFolder run = workspace.find(SmallRun.in(workspace, "small").id());
        Files.writeString(run.files().spec(), RunSpecJson.write(run.spec().withCloud(CloudViewModel.usual().cloud())));
        cloud.endpoints.topics = SmallRun.TOPICS;
        signIn(robot);
        tab(robot, 1);
        await(() -> sees(robot, "There are no endpoints"));
        await(() -> robot.lookup("#endpoint-run").<ComboBox<?>>query().getValue() != null);
        press(robot, "#copy-transform");
        AtomicReference<String> copied = new AtomicReference<>();
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.get()).isEqualTo("topic-workbench cloud endpoint transform " + run.id() + " --input reviews.csv --output topics.csv");
        assertThat(messages.lastProperty().get().text()).contains(copied.get());
        robot.interact(() -> robot.lookup("#endpoint-kind").<ComboBox<CloudOptions.Endpoint.Kind>>query()
                .setValue(CloudOptions.Endpoint.Kind.REAL_TIME));
        await(() -> sees(robot, "Costs $0.115 an hour ($83 a month)"));
        dialogs.agrees = false;
        press(robot, "#create-endpoint");
        assertThat(asked("create")).isZero();
        dialogs.agrees = true;
        cloud.endpoints.mayEnd.drainPermits();
        press(robot, "#create-endpoint");
        await(() -> sees(robot, "this takes some minutes"));
        cloud.endpoints.mayEnd.release();
        String name = "tw-" + run.id();
        await(() -> robot.lookup("#delete-" + name).tryQuery().isPresent());
        assertThat(messages.lastProperty().get().text()).contains("$0.115 an hour until it is deleted");

        press(robot, "#endpoint-text");
        robot.write("the courier was late");
        press(robot, "#ask-endpoint");
        await(() -> sees(robot, "75.0%"));
        assertThat(sees(robot, "courier")).isTrue();

        dialogs.agrees = false;
        press(robot, "#delete-" + name);
        assertThat(asked("deleteEndpoint")).isZero();
        dialogs.agrees = true;
        press(robot, "#delete-" + name);
        await(() -> sees(robot, "stays in this list until it is gone"));
        assertThat(robot.lookup("#delete-" + name).query().isDisabled()).isTrue();
        cloud.endpoints.mayEnd.release();
        await(() -> sees(robot, "There are no endpoints"));
        assertThat(messages.lastProperty().get().text()).contains("is gone");
    }

    @Test
    void whatAnEndpointRefusesIsToldBesideIt(FxRobot robot) throws TimeoutException {
        cloud.endpoints.add("tw-" + RUN, "InService", RUN, 0.115);
        cloud.endpoints.add("tw-broken", "Failed", RUN, 0.115);
        cloud.refusals.put("deleteEndpoint", new ExplainedException("AWS does not allow the profile work to delete the endpoint.", "Ask the administrator."));
        signIn(robot);
        tab(robot, 1);
        await(() -> sees(robot, "did not answer the ping"));
        press(robot, "#delete-tw-" + RUN);
        await(() -> sees(robot, "to delete the endpoint."));
        press(robot, "#endpoint-text");
        robot.write("late").push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> sees(robot, "Bring the run here first"));
    }

    @Test
    void aRunOfAnotherComputerIsBroughtHereAndWhatItCostIsShown(FxRobot robot) throws TimeoutException {
        cloud.platform.deployed(FakePlatform.RELEASE);
        cloud.runs.add(new CloudRuns.Found(RUN, 2, "SUCCEEDED", Instant.now(), false));
        cloud.refusals.put("adopt", new ExplainedException("The files of the run " + RUN + " are not in the bucket any more.",
                "They are kept for as many days as the stacks say."));
        cloud.adopting = run -> workspace.adopt(run.id(), "Elsewhere", CloudViewModel.usual()).close();
        signIn(robot);
        tab(robot, 2);
        await(() -> robot.lookup("#cloud-runs").<TableView<?>>query().getItems().size() == 1);
        robot.interact(() -> robot.lookup("#cloud-runs").<TableView<?>>query().getSelectionModel().select(0));
        press(robot, "#show-cost");
        await(() -> sees(robot, "tw-" + RUN + "-ntm-0"));
        assertThat(sees(robot, "Nothing of it costs any more")).isTrue();
        press(robot, "#run-console");
        assertThat(browsed).last().asString().endsWith(":execution:topic-workbench:" + RUN + "-2");
        press(robot, "#bring-here");
        await(() -> sees(robot, "are not in the bucket any more"));
        cloud.refusals.clear();
        press(robot, "#bring-here");
        await(() -> runner.resumed.contains(RUN));
        assertThat(workspace.find(RUN).summary().name()).isEqualTo("Elsewhere");
        press(robot, "#open-cloud-run");
        assertThat(led).containsExactly(RUN);
    }
}

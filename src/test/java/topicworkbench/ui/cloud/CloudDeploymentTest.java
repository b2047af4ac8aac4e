package topicworkbench.ui.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.sees;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.cloud.FakePlatform;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Platform.Action;
import topicworkbench.cloud.Platform.Change;
import topicworkbench.failure.ExplainedException;

/** From a plan to stacks, and from stacks to nothing, by clicks and keys. */
@ExtendWith(ApplicationExtension.class)
class CloudDeploymentTest extends CloudRoomInMemory {
    @Start
    void open(Stage stage) {
        show(stage);
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
        assertThat(robot.lookup("#build-log").<ListView<String>>query().getItems())
                .containsExactly("Step 1/9 : FROM eclipse-temurin:25-jre");
        dialogs.agrees = false;
        assertThat(view.mayClose()).as("the window, while stacks change").isFalse();
        assertThat(dialogs.asked).contains("Stacks in AWS are being changed");
        dialogs.agrees = true;
        assertThat(view.mayClose()).isTrue();
        assertThat(robot.lookup("#cloud-profile").query().isDisabled()).as("another place while this one changes").isTrue();
        cloud.platform.mayEnd.release(10);
        await(() -> sees(robot, "is ready. Choose AWS"));
        dialogs.asked = "";
        assertThat(view.mayClose()).isTrue();
        assertThat(dialogs.asked).isEmpty();
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
        cloud.platform.events = List.of(new Platform.Event.ResourceChanged(Instant.now(), "topic-workbench-platform", "ToolsBucket",
                "AWS::S3::Bucket",
                "UPDATE_FAILED", "You have attempted to create more buckets than allowed"),
                new Platform.Event.ResourceChanged(Instant.now(),
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
}

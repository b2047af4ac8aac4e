package topicworkbench.ui.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.retype;
import static topicworkbench.ui.support.Patience.sees;

import java.time.Instant;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.cloud.FakePlatform;
import topicworkbench.cloud.Spending.Running;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunState;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.RunWriter;

/** Whose account it is, what costs there now, and the runs that are there, by clicks and keys. */
@ExtendWith(ApplicationExtension.class)
class CloudRoomTest extends CloudRoomInMemory {
    @Start
    void open(Stage stage) {
        show(stage);
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
        cloud.refusals.put("signIn", new ExplainedException("The AWS login has expired or is not valid.",
                "Run: aws sso login --profile work"));
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
    void whatIsBilledIsListedWithItsSumAndWhatIsRefusedSaysSoInItsPlace(FxRobot robot) throws TimeoutException {
        cloud.platform.deployed(FakePlatform.RELEASE);
        cloud.spending.running.add(new Running("training job", "tw-" + RUN + "-ntm-0", "InProgress", RUN, Instant.now(), 0.736));
        cloud.spending.running.add(new Running("endpoint", "tw-a", "InService", RUN, Instant.now(), 0.115));
        signIn(robot);
        await(() -> robot.lookup("#cloud-total").<Label>query().getText().equals("Together $0.851 an hour"));
        await(() -> robot.lookup("#cloud-hourly").<Label>query().getText().equals("$0.851 an hour now"));
        press(robot, "Request increase");
        await(() -> messages.lastProperty().get().text().contains("ml.g4dn.xlarge"));
        cloud.refusals.put("running", new ExplainedException("AWS does not allow the profile work to list endpoints.",
                "Ask the account's administrator."));
        robot.interact(() -> robot.lookup("#cloud-refresh").<ButtonBase>query().requestFocus());
        robot.push(KeyCode.F5);
        await(() -> sees(robot, "does not allow the profile"));
        assertThat(sees(robot, "this program's")).isTrue();
        robot.interact(() -> robot.lookup("#cloud-console").<MenuButton>query().getItems().forEach(item -> item.fire()));
        assertThat(browsed).hasSize(3).allMatch(page -> page.startsWith("https://us-east-1.console.aws.amazon.com/"));
    }

    @Test
    void aRunThatAFileStartedOpensUnderItsIdHere(FxRobot robot) throws TimeoutException {
        cloud.platform.deployed(FakePlatform.RELEASE);
        workspace.adopt(RUN, "By a file", CloudViewModel.usual()).close();
        cloud.runs.add(new CloudRuns.Found("auto-17793124", 1, "SUCCEEDED", Instant.now(), RUN));
        signIn(robot);
        tab(robot, 2);
        await(() -> robot.lookup("#cloud-runs").<TableView<?>>query().getItems().size() == 1);
        robot.interact(() -> robot.lookup("#cloud-runs").<TableView<?>>query().getSelectionModel().select(0));
        await(() -> sees(robot, "By a file"));
        press(robot, "#open-cloud-run");
        assertThat(led).containsExactly(RUN);
    }

    /** Resuming would begin it anew where AWS has forgotten its execution. */
    @Test
    void bringingARunHereBeginsNothing(FxRobot robot) throws TimeoutException {
        cloud.platform.deployed(FakePlatform.RELEASE);
        cloud.runs.add(new CloudRuns.Found(RUN, 1, "UNKNOWN", null, null));
        cloud.adopting = run -> {
            try (RunWriter writer = workspace.adopt(run.id(), "Forgotten", CloudViewModel.usual())) {
                writer.cloud(new CloudExecution("123456789012", "eu-west-1", null, "topic-workbench", "topic-workbench-data", "runs/" + RUN,
                        "arn:aws:states:eu-west-1:123456789012:stateMachine:topic-workbench", 1, CloudExecution.Phase.STARTED));
                writer.state(RunState.RUNNING, null);
            }
        };
        signIn(robot);
        tab(robot, 2);
        await(() -> robot.lookup("#cloud-runs").<TableView<?>>query().getItems().size() == 1);
        robot.interact(() -> robot.lookup("#cloud-runs").<TableView<?>>query().getSelectionModel().select(0));
        press(robot, "#bring-here");
        await(() -> runner.followed.contains(RUN));
        assertThat(runner.resumed).isEmpty();
    }

    @Test
    void aRunOfAnotherComputerIsBroughtHereAndWhatItCostIsShown(FxRobot robot) throws TimeoutException {
        cloud.platform.deployed(FakePlatform.RELEASE);
        cloud.runs.add(new CloudRuns.Found(RUN, 2, "SUCCEEDED", Instant.now(), null));
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

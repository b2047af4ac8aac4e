package topicworkbench.ui.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.sees;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.cloud.FakePlatform;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.Spending.Limits;
import topicworkbench.cloud.Spending.Line;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.cloud.Spending.Range;
import topicworkbench.failure.ExplainedException;
import topicworkbench.study.StudyRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.FakeDialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Patience;
import topicworkbench.ui.support.ScriptedRunner;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.ui.support.WindowTasks;
import topicworkbench.workspace.Workspace;

/** Where to run: AWS, clicked through in an account that is made up. */
@ExtendWith(ApplicationExtension.class)
class NewRunOnAwsTest {
    private static final Quota ENOUGH = new Quota("L-2", "ml.g4dn.xlarge for training job usage", 1, 1);
    private static final LaunchPlan PLAN =
            new LaunchPlan(List.of(new Line("train ntm: 1 × ml.g4dn.xlarge", 0.736, new Range(9, 15, 40), 280)),
            List.of("S3: cents."), new Range(0.31, 0.43, 0.92), new Limits(10.0, 1800, 3600, 16_800, 9.98), "15,194 reviews.",
            "the price list.",
            List.of(ENOUGH), List.of(), List.of("The training is interruptible."));

    @TempDir
    private Path folder;
    private final FakeDialogs dialogs = new FakeDialogs();
    private final ScriptedRunner runner = new ScriptedRunner();
    private final FakeCloud cloud = new FakeCloud();
    private int opened;

    @Start
    void open(Stage stage) {
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        WindowTasks tasks = new WindowTasks();
        cloud.spending.launch = PLAN;
        cloud.platform.deployed(FakePlatform.RELEASE);
        LiveRuns live = new LiveRuns(runner, tasks);
        CloudLaunchViewModel launch = new CloudLaunchViewModel(cloud,
                () -> new CloudPlace("work", "eu-west-1", CloudPlace.DEFAULT_NAME), tasks,
                dialogs);
        live.askFirst(launch);
        SharedStage.show(stage, new Scene(new NewRunView(new NewRunViewModel(workspace, live,
                new StudyRunner(workspace, live.forStudies()), tasks,
                WindowPreferences.open(folder.resolve("window.json")), launch), dialogs, new Theme(Appearance.LIGHT,
                        new SimpleObjectProperty<>(ColorScheme.LIGHT)).darkProperty(), () -> opened++), 944, 623));
    }

    private void chooseAws(FxRobot robot) throws IOException, TimeoutException {
        dialogs.files = List.of(SmallReviews.write(folder.resolve("small.csv")));
        press(robot, "#choose-files");
        robot.interact(() -> ((ButtonBase) robot.lookup("#cloud-section").query()).fire());
        robot.interact(() -> robot.lookup("#where").<ComboBox<String>>query().setValue("aws"));
    }

    private static String text(FxRobot robot, String label) {
        return robot.lookup(label).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> ((ButtonBase) robot.lookup(button).query()).fire());
    }

    private long asked(String question) {
        return cloud.asked.stream().filter(one -> one.startsWith(question)).count();
    }

    @Test
    void priceAndCeilingAreThereAndStartAsksWithThem(FxRobot robot) throws IOException, TimeoutException {
        cloud.refusals.clear();
        chooseAws(robot);
        await(() -> text(robot, "#expected-cost").equals("About $0.43"));
        assertThat(text(robot, "#most-cost")).contains("At most $9.98").contains("ceiling is $10.00");
        assertThat(sees(robot, "each Spark job after 30 min, each processing job after 60 min, training after 280 min")).isTrue();
        assertThat(sees(robot, "Account 123456789012 · eu-west-1 · profile work")).isTrue();
        assertThat(sees(robot, "The training is interruptible.")).isTrue();
        fire(robot, "#jobs-section");
        assertThat(sees(robot, "train ntm: 1 × ml.g4dn.xlarge")).isTrue();

        dialogs.agrees = false;
        press(robot, "#start");
        await(() -> text(robot, "#refusal").equals("Nothing was started."));
        assertThat(dialogs.asked).isEqualTo("""
                Start this run on AWS?
                Expected $0.43 ($0.31 to $0.92).
                At most $9.98, since AWS ends each job at its limit; the ceiling is $10.00.
                Account 123456789012, eu-west-1.
                The training is interruptible.""");
        assertThat(runner.started).isEmpty();
        dialogs.agrees = true;
        press(robot, "#start");
        await(() -> runner.started.size() == 1);
        assertThat(runner.started.getFirst().cloud().onAws()).isTrue();
    }

    @Test
    void aSecondPressWhilePricesAreLookedUpIsTheSameOne(FxRobot robot) throws IOException, TimeoutException {
        cloud.refusals.clear();
        chooseAws(robot);
        robot.interact(() -> {
            for (int press = 0; press < 3; press++) {
                ((ButtonBase) robot.lookup("#start").query()).fire(); // before the form was left alone long enough
            }
        });
        await(() -> runner.started.size() == 1);
        await(() -> text(robot, "#expected-cost").startsWith("About"));
        assertThat(dialogs.questions).isEqualTo(1);
        assertThat(runner.started).hasSize(1);
    }

    @Test
    void typingAsksNothingOfAwsUntilItEnds(FxRobot robot) throws IOException, TimeoutException {
        cloud.refusals.clear();
        chooseAws(robot);
        await(() -> text(robot, "#expected-cost").startsWith("About"));
        long before = asked("planRun");
        robot.interact(() -> {
            ComboBox<String> type = robot.lookup("#instance_type").query();
            for (int end = 3; end <= "ml.g5.2xlarge".length(); end++) {
                type.getEditor().setText("ml.g5.2xlarge".substring(0, end));
            }
        });
        await(() -> asked("planRun") > before && !robot.lookup("#cloud-outlook .counting").query().isVisible());
        assertThat(asked("planRun") - before).isEqualTo(1);
        assertThat(robot.lookup("#instance_type").<ComboBox<String>>query().getItems()).startsWith("ml.g4dn.xlarge")
                .contains("ml.g5.xlarge");
    }

    @Test
    void whoIsNotSignedInIsToldHowInPlace(FxRobot robot) throws IOException, TimeoutException {
        chooseAws(robot);
        await(() -> sees(robot, "No AWS credentials were found"));
        assertThat(sees(robot, "Run: aws configure sso")).isTrue();
        press(robot, "#start");
        await(() -> text(robot, "#refusal").contains("No AWS credentials were found"));
        assertThat(runner.started).isEmpty();
        assertThat(dialogs.questions).isZero();
        fire(robot, "#open-cloud");
        assertThat(opened).isEqualTo(1);
        cloud.refusals.clear();
        fire(robot, "#look-again");
        await(() -> text(robot, "#expected-cost").startsWith("About"));
    }

    @Test
    void whatIsNotDeployedOrNotAllowedIsNoQuestion(FxRobot robot) throws IOException, TimeoutException {
        cloud.refusals.clear();
        cloud.platform.state("NONE");
        chooseAws(robot);
        await(() -> sees(robot, "is not deployed under the name topic-workbench in eu-west-1"));
        press(robot, "#start");
        await(() -> text(robot, "#refusal").contains("is not deployed"));
        cloud.platform.deployed(FakePlatform.RELEASE);
        cloud.spending.launch = new LaunchPlan(PLAN.lines(), PLAN.others(), PLAN.expected(), PLAN.limits(), "", "",
                List.of(new Quota("L-2", ENOUGH.name(), 0, 1)), List.of(), List.of());
        press(robot, "#start");
        await(() -> text(robot, "#refusal").contains("may not use what this run needs"));
        assertThat(dialogs.questions).isZero();
        assertThat(asked("requestIncrease")).as("never by itself").isZero();
        await(() -> robot.lookup("#request-quota").tryQuery().filter(Patience::isShown).isPresent());
        cloud.refusals.put("requestIncrease", new ExplainedException("AWS refused the request.", "Ask for it in the console."));
        fire(robot, "#request-quota");
        await(() -> text(robot, "#quota-answer").contains("Ask for it in the console."));
        assertThat(runner.started).isEmpty();
    }

    @Test
    void onThisComputerNothingOfAwsIsShownOrAsked(FxRobot robot) throws IOException, TimeoutException {
        chooseAws(robot);
        await(() -> sees(robot, "No AWS credentials were found"));
        robot.interact(() -> robot.lookup("#where").<ComboBox<String>>query().setValue("this_computer"));
        assertThat(Patience.isShown(robot.lookup("#cloud-outlook").query())).isFalse();
        assertThat(Patience.isShown(robot.lookup("#instance_type").query())).isFalse();
        assertThat(Patience.isShown(robot.lookup("#cloud-advanced").query())).isFalse();
        press(robot, "#start");
        await(() -> runner.started.size() == 1);
        assertThat(dialogs.questions).isZero();
    }
}

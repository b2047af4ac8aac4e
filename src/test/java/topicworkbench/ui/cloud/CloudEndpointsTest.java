package topicworkbench.ui.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;
import static topicworkbench.ui.support.Patience.press;
import static topicworkbench.ui.support.Patience.sees;

import java.nio.file.Files;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunSpecJson;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.RunFolder;

/** What answers all day and costs all day: made, asked and deleted by clicks and keys. */
@ExtendWith(ApplicationExtension.class)
class CloudEndpointsTest extends CloudRoomInMemory {
    @Start
    void open(Stage stage) {
        show(stage);
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
        assertThat(copied.get()).isEqualTo("topic-workbench cloud endpoint transform " + run.id()
                + " --input reviews.csv --output topics.csv");
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
        cloud.refusals.put("deleteEndpoint",
                new ExplainedException("AWS does not allow the profile work to delete the endpoint.", "Ask the administrator."));
        signIn(robot);
        tab(robot, 1);
        await(() -> sees(robot, "did not answer the ping"));
        press(robot, "#delete-tw-" + RUN);
        await(() -> sees(robot, "to delete the endpoint."));
        press(robot, "#endpoint-text");
        robot.write("late").push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> sees(robot, "Bring the run here first"));
    }
}

package topicworkbench.ui.support;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window's own dialogs, as far as they are not the system's. */
@ExtendWith(ApplicationExtension.class)
class WindowDialogsTest {
    private Stage stage;
    private WindowDialogs dialogs;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        Typeface.load();
        new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        Scene scene = new Scene(new Pane(), 600, 400);
        scene.getStylesheets().add(getClass().getResource("/topicworkbench/ui/workbench.css").toExternalForm());
        SharedStage.show(stage, scene);
        dialogs = new WindowDialogs(() -> stage);
    }

    @Test
    void aChoicesButtonsSayAllOfWhatTheyDo(FxRobot robot) throws TimeoutException {
        List<String> verbs = List.of("Keep running in the background", "Stop after the epoch", "Cancel the run");
        AtomicReference<OptionalInt> answer = new AtomicReference<>();
        new WindowTasks().onWindowThread(() -> answer.set(dialogs.choose("1 run still going. Close the window?", "Choose.", verbs)));
        await(() -> robot.lookup(".dialog-pane").tryQuery().isPresent());
        for (String verb : verbs) {
            Button button = robot.lookup(".dialog-pane .button").<Button>queryAll().stream()
                    .filter(each -> each.getText().equals(verb)).findFirst().orElseThrow();
            assertThat(((Text) button.lookup(".text")).getText()).isEqualTo(verb);
        }
        robot.clickOn("Stop after the epoch");
        await(() -> answer.get() != null);
        assertThat(answer.get()).hasValue(1);
    }

    @Test
    void aNewNameIsAskedForByAVerb(FxRobot robot) throws TimeoutException {
        AtomicReference<String> answer = new AtomicReference<>();
        new WindowTasks().onWindowThread(() -> answer.set(dialogs.askText("Rename run", "Name", "old name", "Rename").orElse("none")));
        await(() -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        robot.clickOn(".dialog-pane .text-field").push(KeyCode.SHORTCUT, KeyCode.A).write("new");
        robot.clickOn("Rename");
        await(() -> "new".equals(answer.get()));
    }
}

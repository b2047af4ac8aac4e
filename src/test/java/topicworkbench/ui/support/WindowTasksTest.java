package topicworkbench.ui.support;

import static org.assertj.core.api.Assertions.assertThat;
import static topicworkbench.ui.support.Patience.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WindowTasksTest {
    private final WindowTasks tasks = new WindowTasks();
    private final List<String> happened = new CopyOnWriteArrayList<>();
    private Stage stage;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        stage.setScene(new Scene(new Pane(), 100, 100));
        stage.show();
    }

    private void run(String what) {
        tasks.run(() -> happened.add(what), any -> { }, why -> happened.add(why.toString()));
    }

    @Test
    void workThatSomethingAsksForBeginsOnceThatIsLaidOut(FxRobot robot) throws TimeoutException {
        robot.interact(() -> tasks.show(() -> {
            run("work");
            stage.getScene().setRoot(new Pane() {
                @Override
                protected void layoutChildren() {
                    if (!happened.contains("laid out")) {
                        happened.add("laid out");
                    }
                }
            });
            happened.add("built");
        }));
        await(() -> happened.size() == 3);
        assertThat(happened).containsExactly("built", "laid out", "work");
    }

    @Test
    void aChangeWithinAnotherWaitsForBoth(FxRobot robot) throws TimeoutException {
        robot.interact(() -> tasks.show(() -> {
            run("first");
            tasks.show(() -> run("second"));
            happened.add("built");
        }));
        await(() -> happened.size() == 3);
        assertThat(happened.getFirst()).isEqualTo("built");
    }

    @Test
    void aChangeThatFailsKeepsNothingBack(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            try {
                tasks.show(() -> {
                    throw new IllegalStateException("on purpose");
                });
            } catch (IllegalStateException e) {
                happened.add(e.getMessage());
            }
        });
        await(() -> happened.size() == 1);
        robot.interact(() -> run("work"));
        await(() -> happened.contains("work"));
        assertThat(happened).containsExactly("on purpose", "work");
    }
}

package topicworkbench.ui.support;

import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.testfx.api.FxRobot;

/** Looks at a window and clicks in it as a person does, who waits until what they want is there: on a machine of any speed. */
public final class Patience {
    /** Far beyond what a slow machine needs; nothing is measured by it. */
    private static final long SECONDS = 300;
    /** Between looks, which take time from the window that they wait for, so that they become fewer. */
    private static final long FIRST_PAUSE = 5_000_000;
    private static final long LONGEST_PAUSE = 80_000_000;

    private Patience() { }

    /** @param condition asked from this thread while the window may change under it: a look that fails counts as not yet */
    public static void await(Callable<Boolean> condition) throws TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        for (long pause = FIRST_PAUSE; !isMet(condition); pause = Math.min(LONGEST_PAUSE, 2 * pause)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException();
            }
            LockSupport.parkNanos(pause);
        }
        waitForFxEvents();
    }

    private static boolean isMet(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception notYet) {
            return false;
        }
    }

    /** Whether a label that is shown holds the text. */
    public static boolean sees(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof Label label && label.getText() != null
                && label.getText().contains(text) && isShown(node)).tryQuery().isPresent();
    }

    /** Whether neither the node nor what it stands in is hidden. */
    public static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    /** Clicks on what can be clicked on by now, which a page that is still read does not show at once. */
    public static void press(FxRobot robot, String query) throws TimeoutException {
        await(() -> robot.lookup(query).queryAll().stream().anyMatch(node -> isShown(node) && !node.isDisabled()));
        robot.clickOn(query);
    }

    /** Types in place of what a field holds; a double click would do too, if the machine is fast enough for two in one. */
    public static void retype(FxRobot robot, String field, String text) throws TimeoutException {
        press(robot, field);
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write(text);
    }
}

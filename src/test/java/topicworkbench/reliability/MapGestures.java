package topicworkbench.reliability;

import java.util.random.RandomGenerator;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import topicworkbench.ui.shell.DrivenWindow;

/** A hand on the map of all reviews: it drags, turns the wheel, points and draws a lasso. */
final class MapGestures {
    private static final String MAP = "#review-map";
    private static final int FRAMES = 12;
    private static final int CORNERS = 60;

    private final DrivenWindow window;
    private final RandomGenerator random;

    MapGestures(DrivenWindow window, RandomGenerator random) {
        this.window = window;
        this.random = random;
    }

    /** Moves the map along and back, a frame a step. */
    void pan() throws Exception {
        mouse(MouseEvent.MOUSE_PRESSED, 300, 200, false);
        for (int i = 1; i <= FRAMES; i++) {
            double along = i <= FRAMES / 2 ? i : FRAMES - i;
            mouse(MouseEvent.MOUSE_DRAGGED, 300 + 12 * along, 200 + 5 * along, false);
            DrivenWindow.frames();
        }
        mouse(MouseEvent.MOUSE_RELEASED, 300, 200, false);
    }

    /** Into the map and out again. */
    void zoom() throws Exception {
        double x = 200 + random.nextInt(200);
        double y = 150 + random.nextInt(150);
        for (int i = 0; i < FRAMES; i++) {
            double turn = i < FRAMES / 2 ? 40 : -40;
            DrivenWindow.ask(() -> {
                Event.fireEvent(window.find(MAP), new ScrollEvent(ScrollEvent.SCROLL, x, y, x, y, false, false, false, false, false,
                        false, 0, turn, 0, turn, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                        ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
                return null;
            });
            DrivenWindow.frames();
        }
    }

    /** Over the points, each of which lights up. */
    void hover() throws Exception {
        for (int i = 0; i < FRAMES; i++) {
            mouse(MouseEvent.MOUSE_MOVED, 150 + 20 * i, 120 + random.nextInt(200), false);
            DrivenWindow.frames();
        }
        mouse(MouseEvent.MOUSE_EXITED, 0, 0, false);
    }

    void lasso() throws Exception {
        double x = 250 + random.nextInt(60);
        double y = 200 + random.nextInt(60);
        double radius = 60 + random.nextInt(60);
        mouse(MouseEvent.MOUSE_PRESSED, x + radius, y, true);
        for (int i = 1; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            mouse(MouseEvent.MOUSE_DRAGGED, x + radius * Math.cos(angle), y + radius * Math.sin(angle), true);
        }
        mouse(MouseEvent.MOUSE_RELEASED, x + radius, y - 5, true);
    }

    private void mouse(EventType<MouseEvent> type, double x, double y, boolean shift) throws Exception {
        boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
        DrivenWindow.ask(() -> {
            Node map = window.find(MAP);
            Event.fireEvent(map, new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, shift, false, false, false, down, false,
                    false, false, false, true, new PickResult(map, x, y)));
            return null;
        });
    }
}

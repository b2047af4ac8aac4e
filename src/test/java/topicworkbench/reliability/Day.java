package topicworkbench.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.shell.DrivenWindow;

/** What somebody does with the window again and again; each time it ends in the list of runs, with nothing chosen. */
final class Day {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final List<String> SEARCHES = List.of("the", "b* -a*", "/[a-d].*e/", "w* OR x*");
    private static final int SAMPLE_EVERY = 5;

    private final DrivenWindow window;
    private final Actions actions;
    private final RandomGenerator random;
    private final MapGestures map;
    private final RunErrands runs;
    private final String large;
    private final String small;
    private final Path reviews;
    private int round;

    /**
     * Who works it.
     *
     * @param large   name of the run with the large map
     * @param small   name of another
     * @param reviews a file to be looked at
     */
    Day(DrivenWindow window, Actions actions, RandomGenerator random, String large, String small, Path reviews) {
        this.window = window;
        this.actions = actions;
        this.random = random;
        this.map = new MapGestures(window, random);
        this.runs = new RunErrands(window, actions);
        this.large = large;
        this.small = small;
        this.reviews = reviews;
    }

    void once() throws InterruptedException {
        round++;
        explore();
        filter();
        read();
        look();
        label();
        actions.act("another run", () -> lookAt(small));
        actions.act("its map moved", map::pan);
        actions.act("its lasso", map::lasso);
        actions.act("no filters", this::clear);
        export();
        dress();
        runs.compare(round);
        runs.set(round, reviews);
        runs.watch(small);
        if (round % SAMPLE_EVERY == 1) {
            runs.sample();
        }
        runs.list();
    }

    private void explore() throws InterruptedException {
        actions.act("explore", () -> window.press("#go-explore"));
        actions.act("open the large run", () -> lookAt(large));
        actions.act("map", () -> window.press("#view-map"));
        actions.act("pan", map::pan);
        actions.act("zoom", map::zoom);
        actions.act("hover", map::hover);
        actions.act("recolor", () -> window.choose("#color-by", 1 + random.nextInt(3)));
        actions.act("recolor by topic", () -> window.choose("#color-by", 0));
        actions.act("lasso", map::lasso);
        actions.act("the others", () -> window.press("#invert-selection"));
        actions.act("no filters", this::clear);
        actions.act("whole map", () -> window.press("#fit-map"));
    }

    private void filter() throws InterruptedException {
        actions.act("topic", () -> window.select("#topics", random.nextInt(10)));
        actions.act("filter by time", () -> brush("#time-strip .plot-area", 3, 9));
        actions.act("view of stars", () -> window.press("#view-stars"));
        actions.act("filter by stars", () -> brush("#stars-view .plot-area", 0, 1));
        actions.act("back", () -> window.press("#filters-back"));
        actions.act("forward", () -> window.press("#filters-forward"));
        actions.act("no filters", this::clear);
        actions.act("view of impact", () -> window.press("#view-impact"));
        actions.act("filter by topic", this::followFigure);
        actions.act("no filters", this::clear);
        actions.act("view of reviews", () -> window.press("#view-reviews"));
        actions.act("search", () -> window.enter("#review-search", SEARCHES.get(round % SEARCHES.size())));
        actions.act("search for nothing", () -> window.enter("#review-search", ""));
        actions.act("no filters", this::clear);
    }

    private void read() throws InterruptedException {
        for (int order = 1; order < 4; order++) {
            int next = order;
            actions.act("order of reviews", () -> window.choose("#review-order", next));
        }
        actions.act("order by strength", () -> window.choose("#review-order", 0));
        actions.act("scroll the reviews", () -> {
            for (int i = 0; i < 10; i++) {
                window.key(".review-list", KeyCode.J);
                DrivenWindow.frames();
            }
        });
        actions.act("open a review", () -> window.key(".review-list", KeyCode.ENTER));
        actions.act("next review", () -> window.key("#open-review", KeyCode.J));
        actions.act("close it", () -> window.key("#open-review", KeyCode.ESCAPE));
    }

    private void look() throws InterruptedException {
        for (String view : List.of("topic-map", "scores", "over-time", "columns", "words", "history", "ask", "label", "map")) {
            actions.act("view of " + view, () -> window.press("#view-" + view));
        }
    }

    private void label() throws InterruptedException {
        actions.act("topic", () -> window.select("#topics", random.nextInt(10)));
        actions.act("label", () -> window.enter("#label-field", "Label " + round));
        actions.act("mark", () -> window.press("#topic-good"));
        actions.act("hide", () -> window.press("#topic-hide"));
        for (int i = 0; i < 3; i++) {
            actions.act("undo", () -> window.press("#topic-undo"));
        }
        actions.act("redo", () -> window.press("#topic-redo"));
        actions.act("undo", () -> window.press("#topic-undo"));
    }

    private void export() throws InterruptedException {
        window.dialogs().files = List.of(reviews); // the picture goes beside them
        actions.act("export a picture", () -> {
            DrivenWindow.ask(() -> {
                Node shown = window.find("#review-map");
                shown.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 50, 50, 50, 50, false, null));
                return null;
            });
            ContextMenu menu = DrivenWindow.ask(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast).findFirst().orElseThrow());
            Platform.runLater(() -> menu.getItems().getFirst().fire()); // comes back when the dialog is closed
            window.await("the dialog", LONG, () -> dialog().isPresent());
            window.rest();
            DrivenWindow.ask(() -> {
                menu.hide();
                dialog().orElseThrow().getScene().getRoot().lookupAll(".button").stream().filter(node -> node instanceof Labeled label
                        && label.getText().startsWith("Save")).map(ButtonBase.class::cast).findFirst().orElseThrow().fire();
                return null;
            });
            window.await("the dialog's end", LONG, () -> dialog().isEmpty());
        });
    }

    private Optional<Window> dialog() {
        return Window.getWindows().stream()
                .filter(shown -> shown != window.scene().getWindow() && !(shown instanceof PopupWindow)).findFirst();
    }

    private void dress() throws InterruptedException {
        for (String look : List.of("dark", "light")) {
            actions.act("theme " + look, () -> DrivenWindow.ask(() -> {
                window.<ButtonBase>find("#theme").getContextMenu().getItems().stream()
                        .filter(item -> item.getId().equals("theme-" + look)).findFirst().orElseThrow().fire();
                return null;
            }));
        }
    }

    /** Through the switch at the top. */
    private void lookAt(String name) throws Exception {
        DrivenWindow.ask(() -> {
            ComboBox<RunSummary> runs = window.find("#run-switch");
            RunSummary wanted = runs.getItems().stream().filter(run -> run.name().equals(name)).findFirst().orElseThrow();
            if (wanted.equals(runs.getValue())) {
                runs.getOnAction().handle(new javafx.event.ActionEvent()); // looked at again
            } else {
                runs.setValue(wanted);
            }
            return null;
        });
        window.rest();
        window.await("its reviews", LONG, () -> window.scene().lookup("#review-map") != null || window.scene().lookup("#topics") != null);
    }

    private void clear() throws Exception {
        DrivenWindow.ask(() -> {
            ButtonBase button = window.find("#clear-filters");
            button.fire();
            return null;
        });
    }

    /** By the keyboard: the arrow goes from bin to bin, with Shift it stretches the mark, Enter filters by it. */
    private void brush(String plot, int from, int to) throws Exception {
        for (int bin = 0; bin <= to; bin++) {
            window.key(plot, KeyCode.RIGHT, bin > from, false);
        }
        window.key(plot, KeyCode.ENTER);
    }

    /** A figure of the table leads to the reviews that it counts. */
    private void followFigure() throws Exception {
        DrivenWindow.ask(() -> {
            window.<Node>find("#impact-table").lookupAll(".figure-link").stream().filter(Node::isVisible).map(Hyperlink.class::cast)
                    .findFirst().orElseThrow().fire();
            return null;
        });
    }
}

package topicworkbench.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.monitor.RunRow;
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
        compare();
        newRun();
        watch();
        if (round % SAMPLE_EVERY == 1) {
            sample();
        }
        actions.act("list of runs", this::toRuns);
    }

    void toRuns() throws Exception {
        window.press("#go-runs");
        window.rest();
        window.select("#runs");
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
        return Window.getWindows().stream().filter(shown -> shown != window.scene().getWindow() && !(shown instanceof PopupWindow)).findFirst();
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

    private void compare() throws InterruptedException {
        actions.act("list of runs", this::toRuns);
        actions.act("sort runs", () -> DrivenWindow.ask(() -> sort(window.find("#runs"), round)));
        actions.act("search runs", () -> window.enter("#search-runs", "thousand"));
        actions.act("select two", () -> window.select("#runs", 0, 1));
        actions.act("compare", () -> window.press("#compare-runs"));
        actions.act("tabs of the comparison", () -> tabs(".comparison .tab-pane"));
        actions.act("list of runs", this::toRuns);
        actions.act("search no runs", () -> window.enter("#search-runs", ""));
    }

    private static <S> Object sort(TableView<S> table, int by) {
        table.getSortOrder().setAll(List.of(table.getVisibleLeafColumn(by % 3)));
        return null;
    }

    private void newRun() throws InterruptedException {
        actions.act("new run", () -> window.press("#go-new-run"));
        window.dialogs().files = List.of(reviews);
        actions.act("choose reviews", () -> {
            window.press("#choose-files");
            counted();
        });
        actions.act("another algorithm", () -> {
            window.choose("#algorithm", round);
            counted();
        });
        actions.act("tabs of the preview", () -> tabs(".preview .tab-pane"));
        actions.act("the sample's preview", () -> {
            window.press("#use-sample");
            counted();
        });
    }

    private void counted() throws Exception {
        window.rest();
        window.await("the figures", LONG, () -> window.<Labeled>find("#figure-tokens").getText().length() > 1);
    }

    private void watch() throws InterruptedException {
        actions.act("list of runs", this::toRuns);
        actions.act("select a run", () -> {
            window.select("#runs", DrivenWindow.ask(() -> line(row -> row.name().equals(small))));
        });
        actions.act("watch it", () -> window.press("#watch-run"));
        actions.act("tabs of the run", () -> tabs("#run-tabs"));
    }

    /** Runs it to its end, looks at its topics and deletes it. */
    private void sample() throws InterruptedException {
        actions.act("set up the sample", () -> {
            window.press("#go-new-run");
            window.press("#use-sample");
            counted();
        });
        actions.act("run the sample", () -> {
            window.press("#start");
            window.await("its end", LONG, () -> window.scene().getRoot().lookupAll(".button").stream()
                    .anyMatch(node -> node instanceof Labeled label && "Explore topics".equals(label.getText())));
        });
        actions.act("tabs of the run", () -> tabs("#run-tabs"));
        actions.act("its topics", () -> DrivenWindow.ask(() -> {
            window.scene().getRoot().lookupAll(".button").stream().filter(node -> node instanceof Labeled label
                    && "Explore topics".equals(label.getText())).map(ButtonBase.class::cast).findFirst().orElseThrow().fire();
            return null;
        }));
        actions.act("list of runs", this::toRuns);
        actions.act("delete it", () -> {
            String newest = DrivenWindow.ask(() -> newest().id());
            window.select("#runs", DrivenWindow.ask(() -> line(row -> row.id().equals(newest))));
            window.rest();
            window.dialogs().text = DrivenWindow.ask(() -> newest().name());
            DrivenWindow.ask(() -> {
                window.<MenuButton>find("#run-actions").getItems().getLast().fire();
                return null;
            });
        });
    }

    private RunRow newest() {
        return rows().filter(RunRow.class::isInstance).map(RunRow.class::cast)
                .max(Comparator.comparing(row -> row.summary().created())).orElseThrow();
    }

    /** Where it stands in the list. */
    private int line(Predicate<RunRow> wanted) {
        return (int) rows().takeWhile(line -> !(line instanceof RunRow row && wanted.test(row))).count();
    }

    private Stream<?> rows() {
        return window.<TableView<?>>find("#runs").getItems().stream();
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

    private void tabs(String pane) throws Exception {
        int count = DrivenWindow.ask(() -> window.<TabPane>find(pane).getTabs().size());
        for (int i = 1; i <= count; i++) {
            int tab = i % count;
            DrivenWindow.ask(() -> {
                window.<TabPane>find(pane).getSelectionModel().select(tab);
                return null;
            });
            window.rest();
        }
    }
}

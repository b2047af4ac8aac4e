package topicworkbench.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import topicworkbench.ui.monitor.RunRow;
import topicworkbench.ui.shell.DrivenWindow;

/** What somebody does with runs as such: finds, compares, sets up, starts, watches and deletes them. */
final class RunErrands {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final DrivenWindow window;
    private final Actions actions;

    RunErrands(DrivenWindow window, Actions actions) {
        this.window = window;
        this.actions = actions;
    }

    /** Back to where all are shown, with none chosen. */
    void list() throws InterruptedException {
        actions.act("list of runs", () -> {
            window.press("#go-runs");
            window.rest();
            window.select("#runs");
        });
    }

    /** Two of them, found among all. */
    void compare(int round) throws InterruptedException {
        list();
        actions.act("sort runs", () -> DrivenWindow.ask(() -> sort(window.find("#runs"), round)));
        actions.act("search runs", () -> window.enter("#search-runs", "thousand"));
        actions.act("select two", () -> window.select("#runs", 0, 1));
        actions.act("compare", () -> window.press("#compare-runs"));
        actions.act("tabs of the comparison", () -> tabs(".comparison .tab-pane"));
        list();
        actions.act("search no runs", () -> window.enter("#search-runs", ""));
    }

    private static <S> Object sort(TableView<S> table, int by) {
        table.getSortOrder().setAll(List.of(table.getVisibleLeafColumn(by % 3)));
        return null;
    }

    /** Sets one up on a file and on the sample, and starts neither. */
    void set(int round, Path reviews) throws InterruptedException {
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

    /** Looks again at what there was to see while it ran. */
    void watch(String name) throws InterruptedException {
        list();
        actions.act("select a run", () -> {
            window.select("#runs", DrivenWindow.ask(() -> line(row -> row.name().equals(name))));
        });
        actions.act("watch it", () -> window.press("#watch-run"));
        actions.act("tabs of the run", () -> tabs("#run-tabs"));
    }

    /** Runs the sample to its end, looks at its topics and deletes it. */
    void sample() throws InterruptedException {
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
        list();
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

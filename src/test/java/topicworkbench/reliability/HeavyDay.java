package topicworkbench.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.shell.DrivenWindow;

/** Everything heavy, once through: the list of runs, and of each heavy run what its weight lies on. */
final class HeavyDay {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final DrivenWindow window;
    private final Actions actions;
    private final HeavyWorkspace heavy;
    private final MapGestures map;

    HeavyDay(DrivenWindow window, Actions actions, HeavyWorkspace heavy, RandomGenerator random) {
        this.window = window;
        this.actions = actions;
        this.heavy = heavy;
        this.map = new MapGestures(window, random);
    }

    void once() throws InterruptedException {
        runs();
        topics();
        words();
        longReview();
        reviews();
        preview("a long review", heavy.longReview());
        preview("many words", heavy.manyWords());
    }

    private void runs() throws InterruptedException {
        actions.act("runs: open", () -> window.press("#go-runs"));
        actions.act("runs: search", () -> window.enter("#search-runs", "run 12"));
        actions.act("runs: search by score", () -> window.enter("#search-runs", "npmi>0.5 seed<5000"));
        actions.act("runs: search nothing", () -> window.enter("#search-runs", ""));
        for (String column : List.of("name", "npmi", "created")) {
            actions.act("runs: sort by " + column, () -> DrivenWindow.ask(() -> sort(window.find("#runs"), column)));
        }
        actions.act("runs: group", () -> window.choose("#group-runs", 3));
        actions.act("runs: group no more", () -> window.choose("#group-runs", 0));
        actions.act("runs: scroll", () -> scroll("#runs"));
        actions.act("runs: select one", () -> window.select("#runs", 5000));
        actions.act("runs: select all", () -> DrivenWindow.ask(() -> {
            window.<TableView<?>>find("#runs").getSelectionModel().selectAll();
            return null;
        }));
        actions.act("runs: select none", () -> window.select("#runs"));
        actions.act("runs: palette", () -> {
            window.press("#open-palette");
            DrivenWindow.frames();
            DrivenWindow.ask(() -> {
                window.<TextField>find("#palette-field").setText("run 77");
                return null;
            });
            DrivenWindow.frames();
            window.key("#palette-field", KeyCode.ESCAPE);
        });
    }

    private void topics() throws InterruptedException {
        open(HeavyWorkspace.MANY_TOPICS);
        actions.act("topics: map", () -> window.press("#view-map"));
        actions.act("topics: pan", map::pan);
        actions.act("topics: zoom", map::zoom);
        actions.act("topics: scroll the table", () -> scroll("#topics"));
        actions.act("topics: sort the table", () -> DrivenWindow.ask(() -> sort(window.find("#topics"), "prevalence")));
        actions.act("topics: choose one", () -> window.select("#topics", heavy.topics() / 2));
        actions.act("topics: find", () -> window.enter("#topic-query", "ba"));
        actions.act("topics: find nothing", () -> window.enter("#topic-query", ""));
        actions.act("topics: topic map", () -> window.press("#view-topic-map"));
        for (String way : List.of("1", "2", "3", "0")) {
            actions.act("topics: " + List.of("as a map", "as a tree", "words alike", "reviews alike").get(Integer.parseInt(way)),
                    () -> window.press("#topic-map-as-" + way));
        }
        for (String view : List.of("scores", "over-time", "stars", "columns", "impact", "words", "label", "history", "reviews")) {
            actions.act("topics: view of " + view, () -> window.press("#view-" + view));
        }
        actions.act("topics: filter", () -> {
            window.key("#time-strip .plot-area", KeyCode.RIGHT);
            window.key("#time-strip .plot-area", KeyCode.ENTER);
        });
        actions.act("topics: no filter", () -> window.press("#clear-filters"));
        actions.act("topics: mark one", () -> window.press("#topic-good"));
        actions.act("topics: undo", () -> window.press("#topic-undo"));
    }

    private void words() throws InterruptedException {
        open(HeavyWorkspace.MANY_WORDS);
        actions.act("words: map", () -> window.press("#view-map"));
        actions.act("words: bars", () -> window.press("#view-words"));
        actions.act("words: cloud", () -> window.press("#words-as-1"));
        actions.act("words: bars again", () -> window.press("#words-as-0"));
        for (int topic = 1; topic < 4; topic++) {
            int next = topic;
            actions.act("words: another topic", () -> window.select("#topics", next));
        }
        actions.act("words: reviews", () -> window.press("#view-reviews"));
        actions.act("words: search", () -> window.enter("#review-search", "b*"));
        actions.act("words: search by expression", () -> window.enter("#review-search", "/[a-d].*e/"));
        actions.act("words: search nothing", () -> window.enter("#review-search", ""));
    }

    private void longReview() throws InterruptedException {
        open(HeavyWorkspace.LONG_REVIEW);
        actions.act("long review: reviews", () -> window.press("#view-reviews"));
        actions.act("long review: show it", this::showLongest);
        for (int part = 0; part < 3; part++) {
            actions.act("long review: next part", () -> DrivenWindow.ask(() -> {
                window.find("#open-review").lookupAll(".button").stream().filter(node -> node instanceof Labeled label
                        && "Next part".equals(label.getText())).map(javafx.scene.control.ButtonBase.class::cast).findFirst()
                        .orElseThrow().fire();
                return null;
            }));
        }
        actions.act("long review: copy it", () -> window.key("#open-review", KeyCode.C));
        actions.act("long review: close it", () -> window.key("#open-review", KeyCode.ESCAPE));
    }

    /** In some order it stands at an end of the list. */
    private void showLongest() throws Exception {
        window.choose("#review-order", 0);
        window.rest();
        int place = DrivenWindow.ask(() -> window.<ListView<?>>find(".review-list").getItems().size() - 1);
        for (int order = 0; order < 5; order++) {
            window.choose("#review-order", order);
            window.rest();
            for (int line : new int[] {0, place}) {
                DrivenWindow.ask(() -> {
                    window.<ListView<?>>find(".review-list").getSelectionModel().select(line);
                    window.<ListView<?>>find(".review-list").scrollTo(line);
                    return null;
                });
                window.rest();
                window.key(".review-list", KeyCode.ENTER);
                window.rest();
                boolean found = DrivenWindow.ask(() -> window.find("#open-review").lookupAll(".button").stream()
                        .anyMatch(node -> node instanceof Labeled label && "Next part".equals(label.getText())));
                if (found) {
                    return;
                }
                window.key("#open-review", KeyCode.ESCAPE);
                window.rest();
            }
        }
        throw new IllegalStateException("the long review is nowhere at an end of the list");
    }

    private void reviews() throws InterruptedException {
        open(HeavyWorkspace.MANY_REVIEWS);
        actions.act("reviews: map", () -> window.press("#view-map"));
        actions.act("reviews: pan", map::pan);
        actions.act("reviews: zoom", map::zoom);
        actions.act("reviews: hover", map::hover);
        for (int by = 1; by < 4; by++) {
            int next = by;
            actions.act("reviews: recolor", () -> window.choose("#color-by", next));
        }
        actions.act("reviews: recolor by topic", () -> window.choose("#color-by", 0));
        actions.act("reviews: lasso", map::lasso);
        actions.act("reviews: the others", () -> window.press("#invert-selection"));
        actions.act("reviews: no filters", () -> window.press("#clear-filters"));
        actions.act("reviews: search", () -> window.enter("#review-search", "b*"));
        actions.act("reviews: search nothing", () -> window.enter("#review-search", ""));
        for (int order = 1; order < 5; order++) {
            int next = order;
            actions.act("reviews: another order", () -> window.choose("#review-order", next));
        }
        actions.act("reviews: to the end of the list", () -> DrivenWindow.ask(() -> {
            ListView<?> list = window.find(".review-list");
            list.scrollTo(list.getItems().size() - 1);
            return null;
        }));
        actions.act("reviews: first order", () -> window.choose("#review-order", 0));
        for (String view : List.of("over-time", "stars", "impact", "map")) {
            actions.act("reviews: view of " + view, () -> window.press("#view-" + view));
        }
    }

    private void preview(String what, Path file) throws InterruptedException {
        actions.act("preview, " + what + ": form", () -> window.press("#go-new-run"));
        window.dialogs().files = List.of(file);
        actions.act("preview, " + what + ": choose", () -> {
            window.press("#choose-files");
            window.rest();
            window.await("the figures", LONG, () -> window.<Labeled>find("#figure-tokens").getText().length() > 1);
        });
        actions.act("preview, " + what + ": tabs", () -> {
            int count = DrivenWindow.ask(() -> window.<TabPane>find(".preview .tab-pane").getTabs().size());
            for (int i = 1; i <= count; i++) {
                int tab = i % count;
                DrivenWindow.ask(() -> {
                    window.<TabPane>find(".preview .tab-pane").getSelectionModel().select(tab);
                    return null;
                });
                window.rest();
            }
        });
        actions.act("preview, " + what + ": next review", () -> {
            if (window.isShown("#next-review")) {
                window.press("#next-review");
            }
        });
    }

    private void open(String run) throws InterruptedException {
        actions.act(run + ": open", () -> DrivenWindow.ask(() -> {
            ComboBox<RunSummary> runs = window.find("#run-switch");
            runs.setValue(runs.getItems().stream().filter(each -> each.name().equals(run)).findFirst().orElseThrow());
            return null;
        }));
    }

    private void scroll(String table) throws Exception {
        int size = DrivenWindow.ask(() -> window.<TableView<?>>find(table).getItems().size());
        for (int step = 1; step <= 20; step++) {
            int line = (size - 1) * step / 20;
            DrivenWindow.ask(() -> {
                window.<TableView<?>>find(table).scrollTo(line);
                return null;
            });
            DrivenWindow.frames();
        }
    }

    private static <S> Object sort(TableView<S> table, String id) {
        TableColumn<S, ?> column = table.getColumns().stream().filter(each -> id.equals(each.getId())).findFirst().orElseThrow();
        table.getSortOrder().setAll(List.of(column));
        return null;
    }
}

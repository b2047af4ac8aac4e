package topicworkbench.ui.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.PageHeader;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.wording.Figures;

/** The list of runs, with the chosen one's story at its side. */
public final class RunsView extends BorderPane {
    private final RunsViewModel model;
    private final Ways ways;
    private final RunTable table;
    private final RunActions actions;
    private final ScrollPane panel;
    private final PageHeader header;
    private final BorderPane list;

    /**
     * Where this screen leads to; the shell knows the way.
     *
     * @param explore gets the id of the run whose topics to look at
     * @param watch   gets the id of the run to see going
     * @param repeat  gets the specification to change and start
     * @param compare gets the runs to put side by side, the reference first
     * @param study   gets the name of a study to look at
     * @param other   gets the run that is to be repeated with the other algorithm, for comparison
     */
    public record Ways(Consumer<String> explore, Consumer<String> watch, Consumer<RunSpec> repeat,
            Consumer<List<RunSummary>> compare, Consumer<RunSummary> other, Consumer<String> study, Runnable newRun, Runnable runSample) { }

    public RunsView(RunsViewModel model, Dialogs dialogs, WindowPreferences preferences, Ways ways) {
        this.model = model;
        this.ways = ways;
        getStyleClass().add("page");
        header = new PageHeader("Runs", archived(), Buttons.primary("New run", Feather.PLUS, ways.newRun()));
        table = new RunTable(model, preferences, this::open, this::actions);
        actions = new RunActions(model.changes(), dialogs, ways.repeat());
        panel = new ScrollPane(new RunPanel(model, dialogs, ways));
        panel.getStyleClass().add("side-scroll");
        panel.setFitToWidth(true);
        panel.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        table.setPlaceholder(noMatch());
        list = new BorderPane(table);
        list.setTop(new RunTools(model, table, this::compare));
        setTop(header);
        model.runs().addListener((ListChangeListener<RunRow>) change -> showState());
        model.loadedProperty().subscribe(this::showState);
        model.failureProperty().subscribe(this::showState);
        model.partialProperty().subscribe(this::showState);
        model.selectedProperty().subscribe(row -> setRight(row == null ? null : panel));
        showState();
    }

    private CheckBox archived() {
        CheckBox archived = new CheckBox();
        archived.setId("show-archived");
        archived.selectedProperty().bindBidirectional(model.showingArchivedProperty());
        archived.visibleProperty().bind(model.archivedProperty().greaterThan(0));
        archived.textProperty().bind(model.archivedProperty().map(count -> "Show " + count + " archived"));
        return archived;
    }

    private void open(RunRow row) {
        if (row.hasTopics()) {
            ways.explore().accept(row.id());
        } else {
            ways.watch().accept(row.id());
        }
    }

    private List<MenuItem> actions(List<RunRow> rows) {
        List<MenuItem> items = new ArrayList<>();
        if (rows.size() == 1) {
            items.add(RunActions.item("Watch", Feather.ACTIVITY, () -> ways.watch().accept(rows.getFirst().id())));
        } else {
            items.add(RunActions.item("Compare", Feather.COLUMNS, this::compare));
        }
        items.addAll(actions.items(rows));
        return items;
    }

    private void showState() {
        setCenter(content());
        int count = model.runs().size();
        header.subtitle().setText(count == 0 ? "Every topic model you have trained, with its quality"
                : model.partialProperty().get() ? "The newest " + Figures.count(count, "run") + "; reading the others…"
                : Figures.count(count, "run") + " in this workspace");
    }

    private Node content() {
        if (model.failureProperty().get() != null) {
            return Notice.failure(model.failureProperty().get(),
                    Buttons.plain("Try again", Feather.REFRESH_CW, model::refresh));
        }
        if (!model.loadedProperty().get()) {
            return new Skeleton(6);
        }
        if (model.runs().isEmpty()) {
            return Notice.empty(Feather.LAYERS, "No runs yet",
                    "A run turns a file of reviews into topics. Choose your own reviews, or try 5,000 synthetic ones.",
                    Buttons.plain("Run the sample", Feather.PLAY, ways.runSample()));
        }
        return list;
    }

    private Node noMatch() {
        return Notice.empty(Feather.SEARCH, "No run matches", "The search finds no run in this workspace.",
                Buttons.plain("Clear search", Feather.X, () -> model.queryProperty().set("")));
    }

    private void compare() {
        ways.compare().accept(model.selection().stream().map(RunRow::summary).toList());
    }
}

package topicworkbench.ui.compare;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.comparison.Comparison;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.compare.CompareViewModel.Content;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.PageHeader;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.wording.Figures;

/** The room where runs stand side by side: scores on top, topics, curves and settings below. */
public final class CompareView extends BorderPane {
    private static final int MOST_STUDIES = 20;

    private final CompareViewModel model;
    private final Ways ways;
    private final PageHeader header;
    private final VBox shown;
    private final ScoreTable scores;
    private final Label ground = new Label();
    private final CurvesPane curves;
    private final DifferenceTable differences;
    private final Tab differencesTab;

    /**
     * Where this screen leads to; the shell knows the way.
     *
     * @param chooseRuns to the list where runs are chosen
     * @param watch      gets the id of a run to see going
     * @param study      gets the id of a study to look at
     */
    public record Ways(Runnable chooseRuns, Consumer<String> watch, Consumer<String> study) { }

    public CompareView(CompareViewModel model, StudyViewModel studies, ReadOnlyBooleanProperty dark, ChartExport export,
            WindowPreferences preferences, Ways ways) {
        this.model = model;
        this.ways = ways;
        getStyleClass().add("page");
        Button choose = Buttons.plain("Choose runs", Feather.LIST, ways.chooseRuns());
        choose.setId("choose-runs");
        header = new PageHeader("Compare", studies(studies), choose);
        setTop(new VBox(header, new ChosenRuns(model, dark)));
        scores = new ScoreTable(model, dark, preferences);
        ground.setId("common-ground");
        ground.setWrapText(true);
        ground.setMinHeight(USE_PREF_SIZE);
        ground.getStyleClass().add("caption");
        curves = new CurvesPane(dark, export);
        differences = new DifferenceTable();
        differencesTab = tab("differences", "Settings", differences);
        TabPane tabs = new TabPane(tab("aligned", "Topics", new AlignedTopicsView(model, dark, preferences)),
                tab("curves", "Curves", curves), differencesTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        shown = new VBox(8, scores, ground, tabs);
        shown.getStyleClass().add("comparison");
        model.contentProperty().subscribe(this::show);
    }

    /** Leads to a study; not there while there is none. */
    private MenuButton studies(StudyViewModel studies) {
        MenuButton menu = new MenuButton("Studies");
        menu.setId("studies");
        menu.setMinWidth(USE_PREF_SIZE);
        menu.visibleProperty().bind(Bindings.isNotEmpty(studies.studies()));
        studies.studies().addListener((Observable changed) -> menu.getItems().setAll(studies.studies().stream().limit(MOST_STUDIES)
                .map(study -> {
                    MenuItem item = new MenuItem(study.name());
                    item.setMnemonicParsing(false);
                    item.setOnAction(event -> ways.study().accept(study.id()));
                    return item;
                }).toList()));
        return menu;
    }

    private static Tab tab(String id, String words, Node content) {
        Tab tab = new Tab(words, content);
        tab.setId(id);
        return tab;
    }

    private void show(Content content) {
        header.subtitle().setText(content instanceof Content.Shown(Comparison comparison)
                ? Figures.count(comparison.runs().size(), "run") + " side by side, the first is the reference"
                : "Runs side by side: topics, scores, curves, settings");
        setCenter(switch (content) {
            case Content.Nothing() -> Notice.empty(Feather.COLUMNS, "Nothing to compare yet",
                    "Select two or more runs in the list, with Ctrl or Shift, and press Compare.",
                    Buttons.primary("Choose runs", Feather.LIST, ways.chooseRuns()));
            case Content.Alone(RunSummary run) -> alone(run);
            case Content.Waiting(List<RunSummary> going) -> waiting(going);
            case Content.Loading() -> loading();
            case Content.Shown(Comparison comparison) -> compared(comparison);
            case Content.Failed(var why) -> Notice.failure(why,
                    Buttons.plain("Try again", Feather.REFRESH_CW, model::read));
        });
    }

    private Node alone(RunSummary run) {
        String text = "One run cannot be compared with itself. Choose another from the list";
        Button choose = Buttons.plain("Choose runs", Feather.LIST, ways.chooseRuns());
        if (run.spec() == null) {
            return Notice.empty(Feather.COLUMNS, "One run is chosen", text + ".", choose);
        }
        String other = CompareViewModel.counterpart(run);
        Button counterpart = Buttons.primary("Run " + other + " too", Feather.PLAY,
                () -> model.runCounterpart(run, () -> { }));
        counterpart.setId("run-counterpart");
        return Notice.empty(Feather.COLUMNS, "One run is chosen",
                text + ", or train " + other + " on the same reviews with everything else equal.", counterpart, choose);
    }

    private Node waiting(List<RunSummary> going) {
        String names = going.stream().map(RunSummary::name).collect(Collectors.joining(", "));
        return Notice.empty(Feather.CLOCK, going.size() == 1 ? "A run still goes on" : "Some runs still go on",
                "The comparison appears here when " + names + (going.size() == 1 ? " is done." : " are done."),
                Buttons.plain("Watch", Feather.ACTIVITY, () -> ways.watch().accept(going.getFirst().id())));
    }

    private Node loading() {
        Label words = new Label("Scoring all runs on the same words, documents and vectors");
        words.getStyleClass().add("muted");
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(320);
        bar.progressProperty().bind(model.progressProperty()
                .map(share -> Double.isNaN(share.doubleValue()) ? ProgressBar.INDETERMINATE_PROGRESS : share.doubleValue()));
        VBox box = new VBox(12, words, bar, new Skeleton(6));
        box.setAlignment(Pos.TOP_LEFT);
        return box;
    }

    private Node compared(Comparison comparison) {
        scores.show(comparison);
        ground.setText(groundInWords(comparison));
        curves.show(comparison);
        differences.show(comparison);
        differencesTab.setText("Settings (" + comparison.differences().size() + ")");
        return shown;
    }

    private static String groundInWords(Comparison comparison) {
        String words = comparison.ground().inWords() + ".";
        if (comparison.ground().isNarrower()) {
            words += " These words carry " + comparison.runs().stream()
                    .map(run -> Figures.percent(run.kept()) + " of " + run.name()).collect(Collectors.joining(", ")) + ".";
        }
        boolean without = comparison.runs().stream().anyMatch(run -> Double.isNaN(run.quality().perplexity()));
        return without ? words + " Perplexity compares only on the same held-out documents, so some have none here."
                : words;
    }
}

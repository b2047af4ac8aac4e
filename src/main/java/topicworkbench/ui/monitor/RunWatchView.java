package topicworkbench.ui.monitor;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.SpecInWords;
import topicworkbench.run.Stage;
import topicworkbench.run.TimeLeft;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.CancelQuestion;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.PageHeader;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.ui.support.StateLabel;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.wording.Figures;

/** A run as it goes: the graph of its stages, its curves, its topics as they form, the machine, and the log. */
public final class RunWatchView extends BorderPane {
    private final RunWatchViewModel model;
    private final RunsViewModel runs;
    private final Dialogs dialogs;
    private final Ways ways;
    private final RunActions actions;
    private final RunCharts charts;

    private final HBox buttons = new HBox(8);
    private final PageHeader header = new PageHeader("", buttons);
    private final Button stop;
    private final Button cancel;
    private final StateLabel state = new StateLabel();
    private final Label timeLeft = new Label();
    private final Label cost = new Label();
    private final StageGraph graph;
    private final VBox story = new VBox(4);
    private final TopicsFormingView topics = new TopicsFormingView();
    private final LogView log;
    private final ChartBoard training;
    private final ChartBoard machine;
    private final Tab trainingTab = new Tab("Training");
    private final Tab topicsTab = new Tab("Topics");
    private final Tab mapTab = new Tab("Map");
    private final Tab machineTab = new Tab("Machine");
    private final Tab logTab = new Tab("Log and files");
    private final TabPane tabs = new TabPane(trainingTab, topicsTab, mapTab, machineTab, logTab);
    private RunCurves charted;
    private boolean graphicsCharted;

    /**
     * Where this screen leads to; the shell knows the way.
     *
     * @param explore gets the id of the run whose topics to look at
     * @param repeat  gets the specification to change and start
     * @param other   gets the run that is to be repeated with the other algorithm, for comparison
     * @param list    to all runs
     * @param browser gets the address of a page to show outside the window
     */
    public record Ways(Consumer<String> explore, Consumer<RunSpec> repeat, Consumer<RunSummary> other, Runnable list,
            Consumer<String> browser) { }

    public RunWatchView(RunWatchViewModel model, RunsViewModel runs, Dialogs dialogs, ReadOnlyBooleanProperty dark,
            ChartExport export, Ways ways) {
        this.model = model;
        this.runs = runs;
        this.dialogs = dialogs;
        this.ways = ways;
        this.charts = new RunCharts(model, dark, export);
        actions = new RunActions(runs.changes(), dialogs, ways.repeat());
        getStyleClass().addAll("page", "run-watch");
        graph = new StageGraph(model.log().stageProperty());
        log = new LogView(model, ways.browser());
        training = new ChartBoard(model);
        machine = new ChartBoard(model);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        stop = Buttons.plain("Stop after this epoch", Feather.SKIP_FORWARD, model::stopTraining);
        stop.setId("stop-training");
        cancel = Buttons.plain("Cancel", Feather.X, () -> cancel(model.summaryProperty().get()));
        cancel.setId("cancel-run");
        stop.visibleProperty().bind(model.stagesProperty().map(RunWatchView::isBeforeTrainingEnds));
        stop.managedProperty().bind(stop.visibleProperty());
        timeLeft.setId("time-left");
        timeLeft.getStyleClass().add("muted");
        cost.setId("run-cost");
        cost.getStyleClass().add("muted");
        HBox standing = new HBox(16, state, timeLeft, cost);
        standing.getStyleClass().add("run-standing");
        story.getStyleClass().add("failure-story");
        story.managedProperty().bind(story.visibleProperty());
        setTop(new VBox(header, standing, story, graph));
        trainingTab.setContent(training);
        topicsTab.setContent(topics);
        mapTab.setId("map-tab");
        mapTab.setContent(new FormingMapView(model.formingMap(), dark));
        mapTab.selectedProperty().subscribe(seen -> model.formingMap().watchedProperty().set(seen));
        machineTab.setContent(machine);
        logTab.setContent(log);
        tabs.getTabs().forEach(tab -> tab.setClosable(false));
        tabs.setId("run-tabs");
        tabs.getSelectionModel().selectedItemProperty().subscribe(this::draw);
        model.summaryProperty().subscribe(this::show);
        model.summaryProperty().subscribe(this::showContent);
        model.stagesProperty().subscribe(graph::show);
        model.timeLeftProperty().subscribe(this::showTime);
        model.cloudProperty().subscribe(this::showCost);
        model.summaryProperty().subscribe(this::showCost);
        model.stagesProperty().subscribe(this::showTime);
        model.failureProperty().subscribe(this::showContent);
        model.looksProperty().subscribe(this::draw);
        model.pausedProperty().subscribe(this::draw);
        model.log().stageProperty().subscribe(stage -> {
            if (stage != null) {
                tabs.getSelectionModel().select(logTab);
            }
        });
        // a rename or a tag is told by the list, which has read the run again
        runs.runs().addListener((ListChangeListener<RunRow>) change -> model.look());
    }

    private void showContent() {
        UserMessage why = model.failureProperty().get();
        if (why != null) {
            setCenter(Notice.failure(why, Buttons.plain("Show all runs", Feather.LAYERS, ways.list())));
        } else if (model.summaryProperty().get() == null) {
            setCenter(new Skeleton(8));
        } else if (getCenter() != tabs) {
            setCenter(tabs);
        }
    }

    private void show(RunSummary run) {
        buttons.getChildren().clear();
        story.setVisible(false);
        if (run == null) {
            header.title().setText("");
            header.subtitle().setText("");
            charted = null;
            return;
        }
        header.title().setText(run.name());
        header.subtitle().setText(subtitle(run));
        state.show(run.state());
        if (model.isElsewhere()) {
            state.setText(state.getText() + (isLeftAlone() ? " in AWS, not followed" : " in another process"));
        }
        RunFailure failure = run.failure();
        story.setVisible(failure != null);
        if (failure != null) {
            story.getChildren().setAll(wrapped(failure.whatHappened()), wrapped(failure.remedy()));
        }
        showButtons(run);
    }

    /** What is left; at the end, what it took. */
    private void showTime() {
        RunSummary run = model.summaryProperty().get();
        RunState now = run == null ? RunState.QUEUED : run.state();
        timeLeft.setText(switch (now) {
            case QUEUED -> run == null ? "" : "until the runs before it have ended";
            case RUNNING -> model.timeLeftProperty().get().map(TimeLeft::inWords).orElse("");
            case DONE, NOT_ACCEPTED -> "in " + Figures.duration(model.secondsTaken());
            case FAILED, CANCELLED, INTERRUPTED -> "";
        });
    }

    /** Whether it goes on in the cloud and no process follows it. */
    private boolean isLeftAlone() {
        CloudStanding cloud = model.cloudProperty().get();
        return model.isElsewhere() && cloud != null && !cloud.followed();
    }

    /** What AWS takes for it, so far or in all. */
    private void showCost() {
        RunSummary run = model.summaryProperty().get();
        if (run == null || model.cloudProperty().get() == null) {
            cost.setText("");
            return;
        }
        double dollars = run.spent().cost();
        boolean goesOn = !run.state().isTerminal();
        cost.setText(Double.isNaN(dollars) ? goesOn ? "cost not known yet" : "cost not known"
                : Figures.dollars(dollars) + (goesOn ? " so far" : " on AWS"));
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static String subtitle(RunSummary run) {
        String what = run.spec() == null ? "" : SpecInWords.model(run.spec()) + " · " + SpecInWords.corpus(run.spec())
                + " · seed " + run.spec().seed() + " · ";
        String tags = run.remarks().tags().isEmpty() ? "" : " · " + String.join(", ", run.remarks().tags());
        return what + Figures.moment(run.created()) + tags;
    }

    private void showButtons(RunSummary run) {
        RunRow row = runs.row(run);
        if (run.state() == RunState.RUNNING && !row.isOnAws()) {
            buttons.getChildren().add(stop); // SageMaker keeps no model of a training that is stopped
        }
        if (isLeftAlone()) {
            Button follow = Buttons.primary("Follow", Feather.PLAY, () -> runs.changes().resume(row));
            follow.setId("follow-run");
            buttons.getChildren().add(follow);
        }
        if (!run.state().isTerminal()) {
            buttons.getChildren().add(cancel);
        }
        if (run.state().isResumable()) {
            buttons.getChildren().add(Buttons.primary("Resume", Feather.PLAY, () -> runs.changes().resume(row)));
        } else if (run.quality() != null && run.state().isTerminal()) {
            // where Cancel was a moment ago, a late click only looks: it starts nothing
            buttons.getChildren().addAll(RunActions.other(run, ways.other()),
                    Buttons.primary("Explore topics", Feather.COMPASS, () -> ways.explore().accept(run.id())));
        }
        buttons.getChildren().addAll(actions.menu(row), Buttons.flat("All runs", Feather.ARROW_LEFT, ways.list()));
    }

    private static boolean isBeforeTrainingEnds(List<StageStanding> stages) {
        return stages.stream().anyMatch(standing -> standing.stage() == Stage.TRAIN
                && standing.kind() != StageStanding.Kind.DONE);
    }

    private void cancel(RunSummary run) {
        RunRow row = runs.row(run);
        if (CancelQuestion.ask(dialogs, run.name(), row.isOnAws())) {
            runs.changes().cancel(row);
        }
    }

    /** Only what is seen. */
    private void draw() {
        if (model.summaryProperty().get() == null) {
            return;
        }
        RunCurves curves = model.curves();
        if (charted != curves || graphicsCharted != curves.hasGraphics()) {
            charted = curves;
            graphicsCharted = curves.hasGraphics();
            training.show(charts.training(curves));
            machine.show(charts.machine(curves));
        } else if (!model.pausedProperty().get()) {
            training.refresh();
            machine.refresh();
        }
        if (tabs.getSelectionModel().getSelectedItem() == topicsTab && !model.pausedProperty().get()) {
            topics.show(curves.formed());
        }
        if (tabs.getSelectionModel().getSelectedItem() == logTab) {
            log.follow();
        }
    }
}

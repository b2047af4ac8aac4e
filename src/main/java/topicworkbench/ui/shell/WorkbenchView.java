package topicworkbench.ui.shell;

import java.io.File;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import topicworkbench.cloud.Cloud;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSummary;
import topicworkbench.study.StudyRunner;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.cloud.CloudView;
import topicworkbench.ui.compare.CompareView;
import topicworkbench.ui.compare.CompareViewModel;
import topicworkbench.ui.compare.CompareViewModel.Chosen;
import topicworkbench.ui.compare.StudyView;
import topicworkbench.ui.compare.StudyViewModel;
import topicworkbench.ui.configure.CloudLaunchViewModel;
import topicworkbench.ui.configure.NewRunView;
import topicworkbench.ui.configure.NewRunViewModel;
import topicworkbench.ui.explore.CurationAction;
import topicworkbench.ui.explore.ExploreView;
import topicworkbench.ui.explore.ExploreViewModel;
import topicworkbench.ui.help.HelpView;
import topicworkbench.ui.help.HelpViewModel;
import topicworkbench.ui.monitor.RunRow;
import topicworkbench.ui.monitor.RunWatchView;
import topicworkbench.ui.monitor.RunWatchViewModel;
import topicworkbench.ui.monitor.RunsView;
import topicworkbench.ui.monitor.RunsViewModel;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Lifetime;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.StateLabel;
import topicworkbench.ui.support.Theme;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.workspace.Workspace;

/** The window's content: rail, rooms and foot; the only place that knows how one room leads to another. */
final class WorkbenchView extends BorderPane {
    private static final String HELP_ON_WATCHING = "window/watching.md";
    private static final String HELP_ON_AWS = "cloud/setting-up.md";

    private final Map<Page, FirstUse<Node>> rooms = new EnumMap<>(Page.class);
    private final BackgroundTasks tasks;
    private final Messages messages = new Messages();
    private final SharedWorkspace shared;
    private final NavigationRail rail;
    private final RunsViewModel runs;
    private final FirstUse<NewRunViewModel> newRun;
    private final ExploreViewModel explore;
    private final CompareViewModel compare;
    private final StudyViewModel study;
    private final FirstUse<StudyView> studied;
    private final RunWatchViewModel watch;
    private final FirstUse<RunWatchView> watched;
    private final FirstUse<CloudView> cloud;
    private final LookedAtViewModel lookedAt;
    private final LabelRooms labelRooms;
    private final HelpViewModel help;
    private final FirstUse<HelpView> helpView;
    private String helpHere;

    /** What the rooms are built upon. */
    record Surroundings(Workspace workspace, LiveRuns liveRuns, Cloud cloud, BackgroundTasks tasks, Dialogs dialogs,
            Theme theme, WindowPreferences preferences, Lifetime lifetime, Consumer<String> browser) { }

    /** @param preferences opens them */
    WorkbenchView(Surroundings with, Runnable preferences) {
        tasks = with.tasks();
        shared = new SharedWorkspace(with.workspace().root(), with.tasks(), messages);
        lookedAt = new LookedAtViewModel(with.workspace(), with.tasks(), messages);
        help = new HelpViewModel(with.tasks(), messages, with.browser());
        helpView = new FirstUse<>(() -> new HelpView(help, with.theme().darkProperty()));
        runs = new RunsViewModel(with.workspace(), with.liveRuns(), with.tasks(), messages);
        StudyRunner studyRunner = new StudyRunner(with.workspace(), with.liveRuns().forStudies());
        CloudLaunchViewModel launch = new CloudLaunchViewModel(with.cloud(), () -> with.preferences().settings().place(), with.tasks(),
                with.dialogs());
        with.liveRuns().askFirst(launch);
        newRun = new FirstUse<>(() -> {
            NewRunViewModel form = new NewRunViewModel(with.workspace(), with.liveRuns(), studyRunner, with.tasks(), with.preferences(),
                    launch);
            form.whenStudyStarted(this::study);
            return form;
        });
        explore = new ExploreViewModel(with.workspace(), with.tasks(), messages);
        explore.subcategories().startWith(with.liveRuns());
        compare = new CompareViewModel(with.workspace(), with.liveRuns(), with.tasks(), messages);
        ChartExport export = new ChartExport(with.dialogs(), with.tasks(), messages);
        rooms.put(Page.RUNS, new FirstUse<>(() -> new RunsView(runs, with.dialogs(), with.preferences(),
                new RunsView.Ways(this::explore, this::watch, this::repeat, this::compare, this::runOtherToo, this::study,
                        () -> go(Page.NEW_RUN), this::runSample))));
        watch = new RunWatchViewModel(with.workspace(), with.liveRuns(), with.tasks(), messages, InstantSource.system());
        watched = new FirstUse<>(() -> new RunWatchView(watch, runs, with.dialogs(), with.theme().darkProperty(), export,
                new RunWatchView.Ways(this::explore, this::repeat, this::runOtherToo, () -> go(Page.RUNS),
                        with.browser())));
        rooms.put(Page.NEW_RUN, new FirstUse<>(() -> new NewRunView(newRun.get(), with.dialogs(),
                with.theme().darkProperty(), () -> go(Page.CLOUD))));
        rooms.put(Page.EXPLORE, new FirstUse<>(() -> new ExploreView(explore, new ExploreView.With(with.tasks(), messages,
                with.dialogs(), export, with.theme().darkProperty(), with.preferences()), () -> go(Page.NEW_RUN))));
        study = new StudyViewModel(with.workspace(), studyRunner, with.liveRuns(), with.tasks(), messages);
        studied = new FirstUse<>(() -> new StudyView(study, with.dialogs(), with.theme().darkProperty(), with.preferences(),
                this::compare, () -> go(Page.RUNS)));
        rooms.put(Page.COMPARE, new FirstUse<>(() -> new CompareView(compare, study, with.theme().darkProperty(), export,
                with.preferences(), new CompareView.Ways(() -> go(Page.RUNS), this::watch, this::study))));
        cloud = new FirstUse<>(() -> new CloudView(CloudView.Models.of(with.cloud(), with.workspace(), with.liveRuns(), with.preferences(),
                with.tasks(), messages), with.dialogs(), new CloudView.Ways(this::lookAt, () -> go(Page.NEW_RUN),
                        () -> help(HELP_ON_AWS), with.browser())));
        rooms.put(Page.CLOUD, new FirstUse<>(cloud::get));
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            take(event.getDragboard().getFiles());
            event.setDropCompleted(true);
            event.consume();
        });
        rail = new NavigationRail(this::go, with.theme(), this::help, preferences);
        setLeft(rail);
        setBottom(new StatusFoot(with.liveRuns(), messages, this::watch));
        with.liveRuns().whenStarted(run -> {
            shared.look();
            if (!run.isAside()) {
                watch(run.id());
            }
        });
        with.liveRuns().whenEnded(run -> {
            messages.tell(ending(run));
            lookedAt.refresh();
        });
        labelRooms = new LabelRooms(explore, with, messages, this::setCenter, () -> go(Page.EXPLORE));
        explore.contentProperty().subscribe(content -> {
            if (content instanceof ExploreViewModel.Content.Shown(RunSummary run, var _)
                    && rooms.get(Page.EXPLORE).is(getCenter())) {
                lookedAt.look(run.id());
            }
        });
        go(Page.RUNS);
        UnderWay.follow(with.workspace(), with.liveRuns(), with.tasks(), messages);
    }

    /** Does something to the topic that is chosen where topics are explored. */
    void act(CurationAction action) {
        go(Page.EXPLORE);
        explore.act(action);
    }

    LabelRooms labelRooms() {
        return labelRooms;
    }

    /** Whether the window may go: where stacks in AWS are being changed, that is asked. */
    boolean mayClose() {
        return cloud.made().map(CloudView::mayClose).orElse(true);
    }

    /** Looks at nothing any more: the window is closed, also where runs go on without it. */
    void windowClosed() {
        watch.close();
        shared.close();
    }

    void go(Page page) {
        watch.close();
        lookedAt.refresh();
        tasks.show(() -> {
            Node room = rooms.get(page).get();
            switch (page) {
                case RUNS -> runs.refresh();
                case NEW_RUN -> newRun.get().lookAtAws();
                case EXPLORE -> explore.refresh();
                case COMPARE -> study.list();
                case CLOUD -> { }
            }
            rail.show(page);
            setCenter(room);
        });
        helpHere = page.help();
    }

    void watch(String runId) {
        RunWatchView view = watched.get();
        watch.open(runId);
        lookedAt.look(runId);
        lookedAt.refresh();
        rail.show(Page.RUNS);
        setCenter(view);
        helpHere = HELP_ON_WATCHING;
    }

    LookedAtViewModel lookedAt() {
        return lookedAt;
    }

    HelpViewModel helpPages() {
        return help;
    }

    /** Looks at another run: as it went where that is what is looked at or where it has no topics, else at its topics. */
    void lookAt(String runId) {
        boolean hasTopics = lookedAt.find(runId).map(run -> run.quality() != null).orElse(false);
        if (watched.is(getCenter()) || !hasTopics) {
            watch(runId);
        } else {
            explore(runId);
        }
    }

    /** Help on the screen that is shown. */
    void help() {
        help(helpHere);
    }

    void help(String path) {
        watch.close();
        help.open(path);
        rail.showHelp();
        setCenter(helpView.get());
    }

    /** Files dropped anywhere, or given at the start, are reviews for the form, or a specification that fills it. */
    void take(List<File> files) {
        go(Page.NEW_RUN);
        newRun.get().choose(files.stream().map(File::toPath).toList());
    }

    /** The one that the form is set up for. */
    void startRun() {
        go(Page.NEW_RUN);
        newRun.get().start();
    }

    /** The room of AWS, where one is then at. */
    CloudView cloud() {
        go(Page.CLOUD);
        return cloud.get();
    }

    void compareSelected() {
        compare(runs.selection().stream().map(RunRow::summary).toList());
    }

    private void repeat(RunSpec spec) {
        go(Page.NEW_RUN);
        newRun.get().show(spec);
    }

    private void explore(String runId) {
        go(Page.EXPLORE);
        explore.open(runId);
        lookedAt.look(runId);
    }

    private void compare(List<RunSummary> chosen) {
        if (chosen.isEmpty()) {
            messages.tell(new UserMessage(UserMessage.Kind.WARNING, "No runs are selected.",
                    "Select two or more in the list, with Ctrl or Shift."));
            return;
        }
        compare.open(chosen.stream().map(run -> new Chosen(run.id(), run.name())).toList());
        go(Page.COMPARE);
    }

    private void study(String idOrName) {
        watch.close();
        StudyView view = studied.get();
        study.open(idOrName);
        rail.show(Page.COMPARE);
        setCenter(view);
        helpHere = Page.COMPARE.help();
    }

    private void runOtherToo(RunSummary run) {
        compare.runCounterpart(run, () -> go(Page.COMPARE));
    }

    void runSample() {
        newRun.get().reviews().useSample();
        newRun.get().start();
    }

    private static String ending(LiveRun run) {
        return run.name() + ": " + StateLabel.words(run.stateProperty().get()).toLowerCase(Locale.ROOT) + ".";
    }
}

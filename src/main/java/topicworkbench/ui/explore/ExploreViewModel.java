package topicworkbench.ui.explore;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.curation.CurationEntry;
import topicworkbench.curation.CurationJournal;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSummary;
import topicworkbench.topic.Topic;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunResult;
import topicworkbench.workspace.Workspace;

/** The topics of one run, one of them chosen. */
public final class ExploreViewModel {
    private final Workspace workspace;
    private final BackgroundTasks tasks;
    private final LatestTask opening;
    private final LatestTask listing;
    private final Messages messages;
    private final Exploration exploration;
    private final Subcategories subcategories;
    private Consumer<LabelRoom> rooms = room -> { };
    private Consumer<CurationAction> actions = action -> { };

    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(new Content.Nothing());

    /** What there is to see. */
    public sealed interface Content {
        /** No run has been chosen, or there is none. */
        record Nothing() implements Content { }

        record Loading(String run) implements Content { }

        /** The topics stand in {@link ExploreViewModel#topics()}. */
        record Shown(RunSummary run, RunResult result) implements Content { }

        record Failed(String run, UserMessage why) implements Content { }
    }

    private record Opened(ExploredRun run, CurationJournal journal, CuratedRun curated) { }

    public ExploreViewModel(Workspace workspace, BackgroundTasks tasks, Messages messages) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.opening = new LatestTask(tasks);
        this.listing = new LatestTask(tasks);
        this.messages = messages;
        this.exploration = new Exploration(tasks, messages);
        this.subcategories = new Subcategories(this, workspace, tasks, messages);
    }

    /** What the panels of the room look at together. */
    public Exploration exploration() {
        return exploration;
    }

    /** The runs above and below the one that is looked at. */
    public Subcategories subcategories() {
        return subcategories;
    }

    /** The runs that have topics, newest first. */
    public ObservableList<RunSummary> runs() {
        return runs;
    }

    public ObservableList<Topic> topics() {
        return exploration.topics();
    }

    public ObjectProperty<Topic> selectedProperty() {
        return exploration.selectedProperty();
    }

    public ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** @throws topicworkbench.failure.ExplainedException if it is gone */
    RunFolder folder(String runId) {
        return workspace.find(runId);
    }

    /** Reads which runs there are; opens the newest unless one is open. */
    public void refresh() {
        listing.run(() -> workspace.runs().stream().filter(run -> run.quality() != null).toList(), this::list,
                messages::tell);
    }

    private void list(List<RunSummary> found) {
        if (!runs.equals(found)) {
            runs.setAll(found);
        }
        if (content.get() instanceof Content.Nothing && !found.isEmpty()) {
            open(found.getFirst().id());
        }
    }

    public void open(String runId) {
        open(runId, null);
    }

    /** @param topic id of the one that is then chosen, or null */
    public void open(String runId, Integer topic) {
        content.set(new Content.Loading(runId));
        opening.run(listener -> {
            ExploredRun run = ExploredRun.open(workspace.find(runId), listener);
            CurationJournal journal = run.folder().journal();
            try (Threads threads = new Threads(Threads.available())) {
                TopicAssignment strongest = TopicAssignment.strongest(run.shares(), threads);
                return new Opened(run, journal, CuratedRun.of(run, strongest, journal.curation()));
            }
        }, opened -> {
            show(opened);
            if (topic != null) {
                exploration.select(topic);
            }
        }, problem -> content.set(new Content.Failed(runId, UserMessage.of(problem))));
    }

    private void show(Opened opened) {
        tasks.show(() -> {
            exploration.show(opened.run(), opened.journal(), opened.curated());
            content.set(new Content.Shown(opened.run().summary(), opened.run().result()));
        });
    }

    public void select(int topicId) {
        exploration.select(topicId);
    }

    /** Has the list of topics do something to the chosen one, as by a key. */
    public void act(CurationAction action) {
        actions.accept(action);
    }

    void whenActed(Consumer<CurationAction> perform) {
        actions = perform;
    }

    /** @param open leads to another room of labelling */
    public void whenWanted(Consumer<LabelRoom> open) {
        rooms = open;
    }

    void want(LabelRoom room) {
        if (content.get() instanceof Content.Shown) {
            rooms.accept(room);
        }
    }

    /** Names a topic; a blank name takes the label away. */
    public void label(Topic topic, String text) {
        exploration.curating().edit(new CurationEntry.Name(topic.id(), text));
    }
}

package topicworkbench.ui.explore;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import topicworkbench.curation.CurationEntry;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Selection;
import topicworkbench.exploration.Subcategory;
import topicworkbench.exploration.SubcategoryParts;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.exploration.TopicTree;
import topicworkbench.exploration.TopicTree.SubRun;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.run.RunOrigin;
import topicworkbench.run.Settings;
import topicworkbench.topic.Topic;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** The runs that hang below the run that is looked at, the way up to those it hangs below, and how a new one is started. */
public final class Subcategories {
    private final ExploreViewModel room;
    private final Exploration exploration;
    private final Workspace workspace;
    private final BackgroundTasks tasks;
    private final LatestTask reading;
    private final LatestTask finding;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<TopicTree> tree = new ReadOnlyObjectWrapper<>(TopicTree.EMPTY);
    private final ReadOnlyObjectWrapper<List<RunOrigin>> path = new ReadOnlyObjectWrapper<>(List.of());
    private LiveRuns runs;

    private record Family(TopicTree tree, List<RunOrigin> path) { }

    Subcategories(ExploreViewModel room, Workspace workspace, BackgroundTasks tasks, Messages messages) {
        this.room = room;
        this.exploration = room.exploration();
        this.workspace = workspace;
        this.tasks = tasks;
        this.reading = new LatestTask(tasks);
        this.finding = new LatestTask(tasks);
        this.messages = messages;
        exploration.runProperty().subscribe(run -> {
            tree.set(TopicTree.EMPTY);
            path.set(List.of());
        });
        exploration.curating().curatedProperty().subscribe(curated -> read());
    }

    /** Runs can be started from now on. */
    public void startWith(LiveRuns liveRuns) {
        runs = liveRuns;
        runs.whenEnded(run -> read());
    }

    public ReadOnlyObjectProperty<TopicTree> treeProperty() {
        return tree.getReadOnlyProperty();
    }

    /** From the outermost run to the one above; empty for a run that hangs below none. */
    public ReadOnlyObjectProperty<List<RunOrigin>> pathProperty() {
        return path.getReadOnlyProperty();
    }

    private void read() {
        CuratedRun curated = exploration.curating().curatedProperty().get();
        if (curated == null) {
            return;
        }
        RunFolder folder = curated.run().folder();
        reading.run(() -> new Family(TopicTree.of(workspace, folder, curated.curation()), TopicTree.path(workspace, folder)),
                family -> {
                    tree.set(family.tree());
                    path.set(family.path());
                }, messages::tell);
    }

    public void open(SubRun run, Integer topic) {
        room.open(run.id(), topic);
    }

    /** To a run above, at the topic that led down. */
    public void up(RunOrigin origin) {
        room.open(origin.run(), origin.topic());
    }

    /** The documents that count for a topic. */
    public Selection documentsOf(Topic topic) {
        TopicAssignment assignment = exploration.assignmentProperty().get();
        int documents = exploration.runProperty().get().documents();
        return Selection.of(documents, IntStream.range(0, documents).filter(d -> assignment.of(d) == topic.id()).toArray());
    }

    /** Filters by the documents of a topic of a run that hangs directly below. */
    public void filterBy(SubRun below, Topic topic) {
        ExploredRun outer = exploration.runProperty().get();
        finding.run(() -> Subcategory.documentsOf(outer, curated(below), topic.id()), documents ->
                exploration.apply(new Filter.Chosen(Dimension.REGION, below.what() + " › " + topic.name(), documents)), messages::tell);
    }

    /** Puts the topics of a run that hangs under a topic in its place, wherever topics are; undo takes them back. */
    public void putInPlace(Topic topic, SubRun run) {
        String name = topic.name();
        messages.tell("Putting the subcategories in the place of " + name + " …");
        exploration.curating().make(outer -> SubcategoryParts.of(outer, topic.id(), curated(run)),
                "The subcategories of " + name + " are used in every view now. Undo brings it back.");
    }

    private CuratedRun curated(SubRun run) {
        ExploredRun inner = ExploredRun.open(workspace.find(run.id()), ProgressListener.NONE);
        try (Threads threads = new Threads(Threads.available())) {
            return CuratedRun.of(inner, TopicAssignment.strongest(inner.shares(), threads), inner.folder().journal().curation());
        }
    }

    public void detach(Topic topic, SubRun run) {
        exploration.curating().edit(new CurationEntry.Detach(topic.id(), run.id()));
    }

    /**
     * Models some of the reviews again.
     *
     * @param topic  the one whose reviews they are, or null
     * @param what   what they are called
     * @param topics to look for
     */
    public void start(Topic topic, Selection documents, String what, int topics) {
        ExploredRun run = exploration.runProperty().get();
        messages.tell("Taking " + what + " apart …");
        tasks.run(() -> Subcategory.of(run, documents, topic == null ? null : topic.id(), what, ProgressListener.NONE),
                made -> launch(run.folder(), made, topics), messages::tell);
    }

    private void launch(RunFolder parent, Subcategory made, int topics) {
        runs.startAside(Settings.apply(made.spec(), List.of("num_topics=" + topics)), made.name(),
                started -> hang(parent, made, started), problem -> {
                    messages.tell(problem);
                    tasks.run(() -> {
                        made.discard();
                        return made;
                    }, done -> { }, messages::tell);
                });
    }

    private void hang(RunFolder parent, Subcategory made, LiveRun started) {
        tasks.run(() -> {
            made.hang(parent, workspace.find(started.id()));
            return made;
        }, hung -> {
            messages.tell("Looking for the topics of " + made.origin().what() + "; they will hang below it.");
            exploration.curating().refresh();
            read();
        }, messages::tell);
    }
}

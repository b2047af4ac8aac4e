package topicworkbench.ui.explore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.curation.CurationJournal;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.DocumentColumns;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Filters;
import topicworkbench.exploration.Matching;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.math.Threads;
import topicworkbench.topic.Relevance;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.Messages;

/**
 * What all panels of the room look at together: the run, its topics, the filters and the documents that meet them, what is
 * chosen and pointed at. Panels know this and not each other. To be used on the window's thread.
 */
public final class Exploration {
    /** Stands for no document. */
    public static final int NONE = -1;

    private final LatestTask matchingTask;
    private final LatestTask columnsTask;
    private final Messages messages;
    private final Curating curating;

    private final ReadOnlyObjectWrapper<ExploredRun> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DocumentColumns> columns = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<TopicAssignment> assignment = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Filters> filters = new ReadOnlyObjectWrapper<>(Filters.NONE);
    private final ReadOnlyObjectWrapper<Matching> matching = new ReadOnlyObjectWrapper<>(Matching.everything(0));
    private final ReadOnlyBooleanWrapper matchingOutdated = new ReadOnlyBooleanWrapper();
    private final ObservableList<Topic> topics = FXCollections.observableArrayList();
    private final ObjectProperty<Topic> selected = new SimpleObjectProperty<>();
    private final IntegerProperty hoveredDocument = new SimpleIntegerProperty(NONE);
    private final IntegerProperty openedDocument = new SimpleIntegerProperty(NONE);
    private final DoubleProperty lambda = new SimpleDoubleProperty(Relevance.DEFAULT_LAMBDA);

    private final Deque<Filters> past = new ArrayDeque<>();
    private final Deque<Filters> future = new ArrayDeque<>();
    private final BooleanProperty canGoBack = new SimpleBooleanProperty();
    private final BooleanProperty canGoForward = new SimpleBooleanProperty();

    public Exploration(BackgroundTasks tasks, Messages messages) {
        this.matchingTask = new LatestTask(tasks);
        this.columnsTask = new LatestTask(tasks);
        this.messages = messages;
        this.curating = new Curating(tasks, messages);
        curating.curatedProperty().subscribe(curated -> {
            if (curated != null && curated.run() == run.get()) { // else another run begins
                showCurated(curated);
            }
        });
        curating.showHiddenProperty().subscribe((before, now) -> {
            if (run.get() != null) {
                showCurated(curating.curatedProperty().get());
            }
        });
    }

    /** Begins with another run, or the same read again: no filters, nothing opened. */
    void show(ExploredRun opened, CurationJournal decisions, CuratedRun asLeft) {
        matchingTask.forget();
        curating.begin(decisions, asLeft);
        past.clear();
        future.clear();
        noteHistory();
        hoveredDocument.set(NONE);
        openedDocument.set(NONE);
        columns.set(null);
        filters.set(Filters.NONE);
        matchingOutdated.set(false);
        assignment.set(asLeft.assignment());
        topics.setAll(visible(asLeft));
        selected.set(topics.isEmpty() ? null : topics.getFirst());
        run.set(opened);
        matching.set(Matching.everything(opened.documents()));
        columnsTask.run(opened::columns, columns::set, messages::tell);
    }

    /** Null before one is opened. */
    public ReadOnlyObjectProperty<ExploredRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** Stars, dates, products; null until they are read, which for a million documents takes a moment. */
    public ReadOnlyObjectProperty<DocumentColumns> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TopicAssignment> assignmentProperty() {
        return assignment.getReadOnlyProperty();
    }

    public ObservableList<Topic> topics() {
        return topics;
    }

    public ObjectProperty<Topic> selectedProperty() {
        return selected;
    }

    public void select(int topicId) {
        topics.stream().filter(topic -> topic.id() == topicId).findFirst().ifPresent(selected::set);
    }

    /** What people decide about the topics. */
    public Curating curating() {
        return curating;
    }

    /** Takes over what a decision changed; a topic that is gone hands the choice on to the one that took it in. */
    private void showCurated(CuratedRun curated) {
        Topic chosen = selected.get();
        List<Topic> seen = visible(curated);
        if (seen.stream().map(Topic::id).toList().equals(topics.stream().map(Topic::id).toList())) {
            for (int i = 0; i < seen.size(); i++) {
                if (!seen.get(i).equals(topics.get(i))) {
                    topics.set(i, seen.get(i));
                }
            }
        } else {
            topics.setAll(seen);
        }
        int wanted = chosen == null ? NONE : curated.curation().standIn(chosen.id());
        selected.set(topics.stream().filter(topic -> topic.id() == wanted).findFirst()
                .orElse(topics.isEmpty() ? null : topics.getFirst()));
        if (assignment.get() != curated.assignment()) {
            assignment.set(curated.assignment());
            matching.set(Matching.everything(run.get().documents()));
            match();
        }
    }

    private List<Topic> visible(CuratedRun curated) {
        return curated.topics().stream().filter(topic -> curating.showHiddenProperty().get()
                || !curated.curation().topic(topic.id()).orElseThrow().hidden()).toList();
    }

    /** As people call the topic: its label, or its leading words. */
    public String topicName(int topicId) {
        return curating.topics().stream().filter(topic -> topic.id() == topicId).findFirst().map(TopicNames::of)
                .orElse("Topic " + topicId);
    }

    public ReadOnlyObjectProperty<Filters> filtersProperty() {
        return filters.getReadOnlyProperty();
    }

    /** The documents that meet the filters; follows them after a moment. */
    public ReadOnlyObjectProperty<Matching> matchingProperty() {
        return matching.getReadOnlyProperty();
    }

    /** Whether the matching documents are those of older filters, since the new ones are still being looked for. */
    public ReadOnlyBooleanProperty matchingOutdatedProperty() {
        return matchingOutdated.getReadOnlyProperty();
    }

    /** Filters by these, in place of what filters the same dimensions; one step back undoes them all. */
    public void apply(Filter... added) {
        Filters next = filters.get();
        for (Filter filter : added) {
            next = next.with(filter);
        }
        go(next);
    }

    /** Filters by this, or no more if that is what filters already. */
    public void toggle(Filter filter) {
        if (filters.get().on(filter.dimension()).filter(filter::equals).isPresent()) {
            remove(filter.dimension());
        } else {
            apply(filter);
        }
    }

    public void remove(Dimension dimension) {
        go(filters.get().without(dimension));
    }

    public void clearFilters() {
        go(Filters.NONE);
    }

    private void go(Filters next) {
        if (run.get() == null || next.equals(filters.get())) {
            return;
        }
        past.push(filters.get());
        future.clear();
        set(next);
    }

    /** To the filters before the last change. */
    public void back() {
        if (!past.isEmpty()) {
            future.push(filters.get());
            set(past.pop());
        }
    }

    public void forward() {
        if (!future.isEmpty()) {
            past.push(filters.get());
            set(future.pop());
        }
    }

    public BooleanProperty canGoBackProperty() {
        return canGoBack;
    }

    public BooleanProperty canGoForwardProperty() {
        return canGoForward;
    }

    private void set(Filters next) {
        filters.set(next);
        noteHistory();
        match();
    }

    private void noteHistory() {
        canGoBack.set(!past.isEmpty());
        canGoForward.set(!future.isEmpty());
    }

    private void match() {
        Filters wanted = filters.get();
        ExploredRun of = run.get();
        TopicAssignment assigned = assignment.get();
        Matching before = matching.get();
        matchingOutdated.set(true);
        matchingTask.run(() -> {
            try (Threads threads = new Threads(Threads.available())) {
                return Matching.of(wanted, of, assigned, before, threads);
            }
        }, found -> {
            matching.set(found);
            matchingOutdated.set(false);
        }, problem -> {
            matchingOutdated.set(false);
            messages.tell(problem);
        });
    }

    /** The document the pointer is on in some view, or {@link #NONE}. */
    public IntegerProperty hoveredDocumentProperty() {
        return hoveredDocument;
    }

    /** The document that is read in full, or {@link #NONE}. */
    public IntegerProperty openedDocumentProperty() {
        return openedDocument;
    }

    /** How words are ranked: 1 by probability, 0 by how particular they are to the topic. */
    public DoubleProperty lambdaProperty() {
        return lambda;
    }
}

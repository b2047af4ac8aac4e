package topicworkbench.ui.explore;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.Curation;
import topicworkbench.curation.CurationEntry;
import topicworkbench.curation.CurationJournal;
import topicworkbench.curation.Decision;
import topicworkbench.curation.EditWords;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.topic.Topic;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Messages;

/**
 * What people decide about the topics of the run that is looked at. A decision is kept on the disk, then shown; whatever
 * another process decided meanwhile is shown with it. To be used on the window's thread.
 */
public final class Curating {
    private final BackgroundTasks tasks;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<CuratedRun> curated = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final BooleanProperty showHidden = new SimpleBooleanProperty();
    private Desk desk;

    /** The journal of one run. Decisions are taken one after another, so that each result holds all those before. */
    private static final class Desk {
        private final CurationJournal journal;
        private CuratedRun run;
        private long turn;

        Desk(CurationJournal journal, CuratedRun run) {
            this.journal = journal;
            this.run = run;
        }

        synchronized Settled decide(CurationEntry entry) {
            Curation before = run.curation();
            Curation after = journal.decide(entry);
            run = run.with(after);
            return new Settled(run, before, ++turn);
        }

        /** Making it up takes a moment, in which other decisions need not wait. */
        Settled make(Function<CuratedRun, CurationEntry.Edit> making) {
            CuratedRun at;
            synchronized (this) {
                at = run;
            }
            return decide(making.apply(at));
        }

        synchronized Settled look() {
            Curation before = run.curation();
            run = run.with(journal.curation());
            return new Settled(run, before, ++turn);
        }
    }

    /** @param turn results may come to the window in another order than they were made in; the last one made counts */
    private record Settled(CuratedRun run, Curation before, long turn) { }

    private long shown;

    Curating(BackgroundTasks tasks, Messages messages) {
        this.tasks = tasks;
        this.messages = messages;
        curated.subscribe(run -> {
            canUndo.set(run != null && run.curation().canUndo());
            canRedo.set(run != null && run.curation().canRedo());
        });
    }

    void begin(CurationJournal journal, CuratedRun run) {
        desk = new Desk(journal, run);
        shown = 0;
        curated.set(run);
    }

    /** The run as people left it; null before one is opened. */
    public ReadOnlyObjectProperty<CuratedRun> curatedProperty() {
        return curated.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** Whether topics that were hidden are listed all the same, so that they can be shown again. */
    public BooleanProperty showHiddenProperty() {
        return showHidden;
    }

    /** All topics that stand, hidden or not. */
    public List<Topic> topics() {
        return curated.get() == null ? List.of() : curated.get().topics();
    }

    /** What people say about a topic; null for none. */
    public CuratedTopic topic(int id) {
        return curated.get() == null ? null : curated.get().curation().topic(id).orElse(null);
    }

    /** A topic's color in every view, as in {@code #4a75d1}. */
    public String color(int topicId) {
        CuratedTopic topic = topic(topicId);
        return topic == null || topic.color() == null ? TopicColors.web(topicId) : topic.color();
    }

    /** Does this, if it fits; one step for undo. */
    public void edit(CurationEntry.Edit edit) {
        decide(edit, words(edit) + ".");
    }

    /** Clusters a topic's reviews into parts, which take its place. */
    public void split(int topic, int parts) {
        String name = name(topic);
        messages.tell("Splitting " + name + " …");
        make(run -> {
            try (Threads threads = new Threads(Threads.available())) {
                return run.split(topic, parts, threads, ProgressListener.NONE);
            }
        }, "Split " + name + " into " + parts + " parts. Undo brings it back.");
    }

    /** Does what is made up away from the window's thread, if it fits. @param news told when it is done */
    void make(Function<CuratedRun, CurationEntry.Edit> making, String news) {
        work(at -> at.make(making), news);
    }

    public void undo() {
        if (canUndo.get()) {
            decide(new CurationEntry.Undo(), "Undone: " + lowerFirst(words(curated.get().curation().done().getFirst())) + ".");
        }
    }

    public void redo() {
        if (canRedo.get()) {
            decide(new CurationEntry.Redo(), "Done again: " + lowerFirst(words(curated.get().curation().undone().getFirst())) + ".");
        }
    }

    private void decide(CurationEntry entry, String news) {
        work(at -> at.decide(entry), news);
    }

    private void work(Function<Desk, Settled> work, String news) {
        if (desk == null) {
            return;
        }
        Desk at = desk;
        tasks.run(() -> work.apply(at), settled -> {
            show(at, settled);
            if (!settled.before().equals(settled.run().curation())) {
                messages.tell(news);
            }
        }, messages::tell);
    }

    /** Looks whether somebody else has decided something. */
    public void refresh() {
        if (desk != null) {
            Desk at = desk;
            tasks.run(at::look, settled -> show(at, settled), messages::tell);
        }
    }

    private void show(Desk at, Settled settled) {
        if (at == desk && settled.turn() > shown) {
            shown = settled.turn();
            curated.set(settled.run());
        }
    }

    /** What a decision was about, in words. */
    public String words(Decision decision) {
        return decision.entry() instanceof CurationEntry.Edit edit ? words(edit) : "";
    }

    private String words(CurationEntry.Edit edit) {
        return EditWords.of(edit, this::name);
    }

    private String name(int id) {
        return topics().stream().filter(topic -> topic.id() == id).findFirst().map(TopicNames::of)
                .orElseGet(() -> topic(id) != null && topic(id).label() != null ? topic(id).label() : "topic " + id);
    }

    private static String lowerFirst(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}

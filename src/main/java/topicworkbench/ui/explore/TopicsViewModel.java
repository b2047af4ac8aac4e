package topicworkbench.ui.explore;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import topicworkbench.chart.Drawing;
import topicworkbench.chart.Figure;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.TopicNearness;
import topicworkbench.exploration.TopicWords;
import topicworkbench.math.Threads;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.Messages;

/** What the views of topics show together: their words at any lambda, which of them are alike, the word pointed at. */
public final class TopicsViewModel {
    private final Exploration exploration;
    private final Messages messages;
    private final LatestTask wording;
    private final LatestTask nearing;
    private final LatestTask searching;
    private final ReadOnlyObjectWrapper<TopicWords> words = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<TopicNearness> nearness = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Integer> pointedTerm = new SimpleObjectProperty<>();
    private boolean nearnessWanted;
    private ExploredRun run;
    private volatile List<List<Integer>> madeOf = List.of();

    public TopicsViewModel(Exploration exploration, BackgroundTasks tasks, Messages messages) {
        this.exploration = exploration;
        this.messages = messages;
        this.wording = new LatestTask(tasks);
        this.nearing = new LatestTask(tasks);
        this.searching = new LatestTask(tasks);
        exploration.runProperty().subscribe(now -> follow());
        exploration.curating().curatedProperty().subscribe(now -> follow());
    }

    public Exploration exploration() {
        return exploration;
    }

    /** Of the topics as people left them, the hidden ones among them; null until they are known. */
    public ReadOnlyObjectProperty<TopicWords> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** By the places of {@link TopicWords#topics()}; null until it is known, and before {@link #wantNearness}. */
    public ReadOnlyObjectProperty<TopicNearness> nearnessProperty() {
        return nearness.getReadOnlyProperty();
    }

    /** The term that the pointer is on; null for none. */
    public ObjectProperty<Integer> pointedTermProperty() {
        return pointedTerm;
    }

    /** From now on it is kept up to date; it takes a moment, so that nobody waits for it who does not look. */
    public void wantNearness() {
        if (!nearnessWanted) {
            nearnessWanted = true;
            near();
        }
    }

    private void follow() {
        CuratedRun curated = exploration.curating().curatedProperty().get();
        ExploredRun now = exploration.runProperty().get();
        if (now == null || curated == null || curated.run() != now) {
            return; // the one follows the other
        }
        List<List<Integer>> parts = curated.curation().topics().stream().map(CuratedTopic::parts).toList();
        if (now == run && parts.equals(madeOf)) {
            return; // other labels, the same words
        }
        if (now != run) {
            words.set(null);
            nearness.set(null);
            nearing.forget();
        }
        run = now;
        madeOf = parts;
        pointedTerm.set(null);
        wording.run(() -> {
            try (Threads threads = new Threads(Threads.available())) {
                return TopicWords.of(curated.topics(), curated.topicTerm(), now.corpus(), threads);
            }
        }, found -> {
            words.set(found);
            near();
        }, messages::tell);
    }

    private void near() {
        TopicWords of = words.get();
        if (nearnessWanted && of != null) {
            nearing.run(() -> {
                try (Threads threads = new Threads(Threads.available())) {
                    return TopicNearness.of(of.topicTerm(), threads);
                }
            }, nearness::set, messages::tell);
        }
    }

    /**
     * Of each topic of {@link TopicWords#topics()} those of the model it consists of; a split's part has none.
     *
     * @param model topics that the model has
     */
    List<List<Integer>> modelParts(int model) {
        return madeOf.stream().map(parts -> parts.stream().filter(part -> part < model).toList()).toList();
    }

    /** The topic as people see it now, at a place of {@link TopicWords#topics()}. */
    public Topic topic(int place) {
        int id = words.get().topics().get(place).id();
        return exploration.curating().topics().stream().filter(topic -> topic.id() == id).findFirst()
                .orElse(words.get().topics().get(place));
    }

    /** Whether the topic at a place is among those that are listed: not hidden. */
    public boolean isListed(int place) {
        int id = words.get().topics().get(place).id();
        return exploration.topics().stream().anyMatch(topic -> topic.id() == id);
    }

    public String name(int place) {
        return TopicNames.of(topic(place));
    }

    /** The topic's color in every view. */
    public Color color(int topicId) {
        return Color.decode(exploration.curating().color(topicId));
    }

    /** The leading words at the lambda that is set, separated by commas; those the run was scored by until these are known. */
    public String leadingWords(Topic topic, int count) {
        TopicWords known = words.get();
        int place = known == null ? -1 : known.place(topic.id());
        List<String> terms = place < 0 ? topic.words().stream().limit(count).map(Topic.Word::term).toList()
                : Arrays.stream(known.leading(place, exploration.lambdaProperty().get(), count))
                        .mapToObj(known::term).toList();
        return String.join(", ", terms);
    }

    /** A drawing with what it shows and where its numbers come from, for outside the window. */
    Figure figure(String title, Drawing body) {
        return new Figure(title, style -> List.of(), RoomWords.source(exploration), body == null ? (graphics, area, style) -> { } : body);
    }

    /** Filters by the documents that hold a term. */
    public void filterBy(int term) {
        TopicWords known = words.get();
        searching.run(() -> {
            try (Threads threads = new Threads(Threads.available())) {
                return known.documentsWith(term, threads);
            }
        }, documents -> {
            if (known == words.get()) {
                exploration.apply(new Filter.Chosen(Dimension.SEARCH, "“" + known.term(term) + "”", documents));
            }
        }, messages::tell);
    }
}

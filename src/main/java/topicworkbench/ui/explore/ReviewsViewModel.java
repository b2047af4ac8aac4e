package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.Curation;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.OrderedDocuments;
import topicworkbench.exploration.ReviewOrder;
import topicworkbench.exploration.Selection;
import topicworkbench.exploration.WordEvidence;
import topicworkbench.math.Threads;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.UserMessage;

/** The reviews that meet the filters, in an order, read page by page as they come into sight. */
final class ReviewsViewModel {
    /** Reviews that are read together; about what a panel shows at once. */
    static final int PAGE = 12;

    private static final int MOST_PAGES = 200;

    private final Exploration exploration;
    private final SearchViewModel search;
    private final BackgroundTasks tasks;
    private final LatestTask ordering;
    private final LatestTask reading;
    private final ObjectProperty<ReviewOrder> order = new SimpleObjectProperty<>(ReviewOrder.TOPIC_STRENGTH);
    private final ReadOnlyObjectWrapper<OrderedDocuments> listed = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper read = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<UserMessage> failure = new ReadOnlyObjectWrapper<>();

    private final Map<Integer, List<ReviewRow>> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, List<ReviewRow>> eldest) {
            return size() > MOST_PAGES;
        }
    };
    private int wanted = -1;
    private boolean fetching;
    private Supplier<WordEvidence> evidence;

    ReviewsViewModel(Exploration exploration, SearchViewModel search, BackgroundTasks tasks) {
        this.exploration = exploration;
        this.search = search;
        this.tasks = tasks;
        this.ordering = new LatestTask(tasks);
        this.reading = new LatestTask(tasks);
        exploration.runProperty().subscribe(run -> {
            evidence = run == null ? null : new Once(run);
            ordering.forget();
            show(null);
        });
        exploration.matchingProperty().subscribe(matching -> list());
        exploration.assignmentProperty().subscribe((before, now) -> list());
        order.subscribe((before, now) -> list());
    }

    private static final class Once implements Supplier<WordEvidence> {
        private final ExploredRun run;
        private WordEvidence made;

        Once(ExploredRun run) {
            this.run = run;
        }

        @Override
        public synchronized WordEvidence get() {
            if (made == null) {
                made = WordEvidence.of(run);
            }
            return made;
        }
    }

    ObjectProperty<ReviewOrder> orderProperty() {
        return order;
    }

    /** Null before a run is opened. */
    ReadOnlyObjectProperty<OrderedDocuments> listedProperty() {
        return listed.getReadOnlyProperty();
    }

    /** Changes whenever more reviews have been read. */
    ReadOnlyIntegerProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Why reviews cannot be read; null for nothing. */
    ReadOnlyObjectProperty<UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    private void list() {
        ExploredRun run = exploration.runProperty().get();
        Selection matching = exploration.matchingProperty().get().all();
        if (run == null || matching.documents() != run.documents()) {
            listed.set(null);
            return;
        }
        int[] topics = exploration.filtersProperty().get().on(Dimension.TOPIC)
                .map(filter -> ((Filter.Topics) filter).topics().stream().flatMapToInt(topic ->
                        Arrays.stream(modelTopics(topic))).distinct().toArray()).orElse(new int[0]);
        ReviewOrder wantedOrder = order.get();
        ordering.run(() -> {
            try (Threads threads = new Threads(Threads.available())) {
                OrderedDocuments documents = OrderedDocuments.of(matching, run, wantedOrder, threads, topics);
                documents.documents(0, Math.min(PAGE, documents.size()));
                return documents;
            }
        }, this::show, problem -> failure.set(UserMessage.of(problem)));
    }

    private void show(OrderedDocuments documents) {
        reading.forget();
        fetching = false;
        wanted = -1;
        pages.clear();
        failure.set(null);
        listed.set(documents);
    }

    /** The review at a place of the list; null until it is read, which this asks for. */
    ReviewRow row(int place) {
        List<ReviewRow> page = pages.get(place / PAGE);
        if (page != null) {
            return place % PAGE < page.size() ? page.get(place % PAGE) : null;
        }
        wanted = place / PAGE;
        if (!fetching) {
            fetching = true;
            tasks.onWindowThread(this::fetch); // after all rows in sight have asked
        }
        return null;
    }

    /** Reads the page that was asked for last; while somebody scrolls those between need not be read. */
    private void fetch() {
        OrderedDocuments of = listed.get();
        int page = wanted;
        wanted = -1;
        if (of == null || page < 0 || page * PAGE >= of.size() || pages.containsKey(page)) {
            fetching = false;
            return;
        }
        ReviewReading how = reading();
        reading.run(() -> how.rows(of.documents(page * PAGE, Math.min(of.size(), (page + 1) * PAGE))), rows -> {
            fetching = false;
            pages.put(page, rows);
            read.set(read.get() + 1); // rows that are still empty ask again
        }, problem -> {
            fetching = false;
            failure.set(UserMessage.of(problem));
        });
    }

    /** How reviews are read as things stand. */
    ReviewReading reading() {
        Curation curation = exploration.curating().curatedProperty().get().curation();
        return new ReviewReading(exploration.runProperty().get(), exploration.assignmentProperty().get(), evidence,
                topic -> modelTopics(curation, topic), search.applied().orElse(null));
    }

    int[] modelTopics(int topic) {
        return modelTopics(exploration.curating().curatedProperty().get().curation(), topic);
    }

    /** A part of a split topic is made of what was split. */
    private static int[] modelTopics(Curation curation, int topic) {
        List<Integer> found = new ArrayList<>();
        collect(curation, topic, found);
        return found.stream().distinct().mapToInt(Integer::intValue).toArray();
    }

    private static void collect(Curation curation, int topic, List<Integer> found) {
        Optional<CuratedTopic> known = curation.topic(topic);
        for (int part : known.map(CuratedTopic::parts).orElse(List.of())) {
            if (part < curation.modelTopics()) {
                found.add(part);
            } else if (part != topic) {
                collect(curation, part, found);
            } else if (known.get().splitOf() != null) {
                collect(curation, known.get().splitOf(), found);
            }
        }
    }
}

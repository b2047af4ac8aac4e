package topicworkbench.ui.explore;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Selection;
import topicworkbench.exploration.search.ReviewIndex;
import topicworkbench.exploration.search.SearchQuery;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.ui.support.WindowPreferences;

/** Searches the reviews of the run that is looked at, and makes its index beforehand; what is found becomes a filter. */
final class SearchViewModel {
    /** Stands for a count that is not known. */
    static final int UNKNOWN = -1;

    private final Exploration exploration;
    private final BackgroundTasks tasks;
    private final WindowPreferences preferences;
    private final LatestTask indexing;
    private final LatestTask searching;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(new Standing.Stopped());
    private final ReadOnlyObjectWrapper<UserMessage> mistake = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper(UNKNOWN);
    private ReviewIndex index;
    private String waiting;

    /** How far the index is. */
    sealed interface Standing {
        /** @param fraction 0 to 1 */
        record Making(double fraction) implements Standing { }

        record Ready() implements Standing { }

        /** Nobody makes it. */
        record Stopped() implements Standing { }

        record Failed(UserMessage why) implements Standing { }
    }

    SearchViewModel(Exploration exploration, BackgroundTasks tasks, WindowPreferences preferences) {
        this.exploration = exploration;
        this.tasks = tasks;
        this.preferences = preferences;
        this.indexing = new LatestTask(tasks);
        this.searching = new LatestTask(tasks);
        exploration.runProperty().subscribe(run -> {
            searching.forget();
            waiting = null;
            mistake.set(null);
            found.set(UNKNOWN);
            makeIndex();
        });
    }

    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** What is wrong with what was typed; null for nothing. */
    ReadOnlyObjectProperty<UserMessage> mistakeProperty() {
        return mistake.getReadOnlyProperty();
    }

    /** How many reviews hold what was last looked up, or {@link #UNKNOWN}. */
    ReadOnlyIntegerProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Searches of before, newest first. */
    List<String> history() {
        return preferences.searches();
    }

    /** Makes the index of the run, or opens it. */
    void makeIndex() {
        indexing.forget();
        if (index != null) {
            closeAside(index);
            index = null;
        }
        ExploredRun run = exploration.runProperty().get();
        if (run == null) {
            standing.set(new Standing.Stopped());
            return;
        }
        standing.set(new Standing.Making(0));
        indexing.run(cancelling -> {
            try (Threads threads = new Threads(Threads.available())) {
                return ReviewIndex.of(run, threads, telling(run, cancelling));
            }
        }, this::indexed, problem -> standing.set(new Standing.Failed(UserMessage.of(problem))), this::closeAside);
    }

    /** Letting go of its files waits for all threads of the program, for which the window's own has no time. */
    private void closeAside(ReviewIndex old) {
        tasks.run(() -> {
            old.close();
            return old;
        }, closed -> { }, why -> {
            throw new IllegalStateException("an index cannot be closed", why);
        });
    }

    private ProgressListener telling(ExploredRun run, ProgressListener cancelling) {
        int[] told = {0};
        return (done, total) -> {
            cancelling.progress(done, total);
            int percent = total == 0 ? told[0] : (int) (100 * done / total);
            if (percent > told[0]) {
                told[0] = percent;
                tasks.onWindowThread(() -> {
                    if (run == exploration.runProperty().get() && standing.get() instanceof Standing.Making) {
                        standing.set(new Standing.Making(percent / 100.0));
                    }
                });
            }
        };
    }

    private void indexed(ReviewIndex made) {
        index = made;
        standing.set(new Standing.Ready());
        if (waiting != null) {
            search(waiting);
        }
    }

    /** Leaves the index unmade; {@link #makeIndex} begins anew. */
    void stop() {
        indexing.forget();
        waiting = null;
        standing.set(new Standing.Stopped());
    }

    /** Counts what would be found, without filtering; says what is wrong. */
    void lookUp(String text) {
        find(text, selection -> { });
    }

    /** Filters by what is found; nothing typed takes the filter away. Waits for the index. */
    void search(String text) {
        waiting = null;
        if (text.isBlank()) {
            searching.forget();
            mistake.set(null);
            found.set(UNKNOWN);
            exploration.remove(Dimension.SEARCH);
            return;
        }
        if (parse(text).isPresent()) {
            preferences.addSearch(text.strip());
            waiting = index == null ? text : null;
            find(text, selection -> exploration.apply(new Filter.Chosen(Dimension.SEARCH, text.strip(), selection)));
        }
    }

    /** What the filter that is on searches for. */
    Optional<SearchQuery> applied() {
        return exploration.filtersProperty().get().on(Dimension.SEARCH).map(Filter.Chosen.class::cast)
                .map(Filter.Chosen::what).map(SearchQuery::parse);
    }

    private Optional<SearchQuery> parse(String text) {
        mistake.set(null);
        try {
            return Optional.of(SearchQuery.parse(text));
        } catch (ExplainedException e) {
            found.set(UNKNOWN);
            mistake.set(new UserMessage(UserMessage.Kind.FAILURE, e.getMessage(), e.remedy()));
            return Optional.empty();
        }
    }

    private void find(String text, Consumer<Selection> then) {
        searching.forget();
        mistake.set(null);
        found.set(UNKNOWN);
        Optional<SearchQuery> query = text.isBlank() ? Optional.empty() : parse(text);
        if (query.isEmpty() || index == null) {
            return;
        }
        ReviewIndex asked = index;
        searching.run(() -> {
            try (Threads threads = new Threads(Threads.available())) {
                return asked.search(query.get(), threads);
            }
        }, selection -> {
            found.set(selection.count());
            then.accept(selection);
        }, problem -> {
            if (!(problem instanceof CancellationException)) {
                mistake.set(UserMessage.of(problem));
            }
        });
    }
}

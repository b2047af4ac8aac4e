package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import topicworkbench.exploration.DocumentColumns;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Filters;
import topicworkbench.exploration.Matching;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.math.Threads;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.Messages;

/**
 * What the views of the room count. All of it is counted anew, in the background and together, when the matching documents
 * change, so that no two views ever show different filters.
 */
public final class Tallies {
    private final Exploration exploration;
    private final Messages messages;
    private final LatestTask counting;
    private final List<Tally<?>> tallies = new ArrayList<>();

    /** What is counted, and by what. */
    public record Situation(ExploredRun run, DocumentColumns columns, TopicAssignment assignment, Filters filters,
            Matching matching) {

        /** Topics that documents count for have ids below this. */
        public int topics() {
            int most = -1;
            for (int topic : assignment.topics()) {
                most = Math.max(most, topic);
            }
            return most + 1;
        }
    }

    public Tallies(Exploration exploration, BackgroundTasks tasks, Messages messages) {
        this.exploration = exploration;
        this.messages = messages;
        this.counting = new LatestTask(tasks);
        exploration.matchingProperty().subscribe(matching -> recount());
        exploration.columnsProperty().subscribe(columns -> recount());
        exploration.assignmentProperty().subscribe(assignment -> recount());
    }

    /** @param count counts, away from the window's thread; null for as long as there is nothing to count */
    public <T> Tally<T> tally(BiFunction<Situation, Threads, T> count) {
        Tally<T> tally = new Tally<>(count, this::recount);
        tallies.add(tally);
        return tally;
    }

    private void recount() {
        if (exploration.runProperty().get() == null || exploration.columnsProperty().get() == null
                || exploration.matchingProperty().get().all().documents() != exploration.columnsProperty().get().documents()) {
            counting.forget();
            tallies.forEach(Tally::forget);
            return;
        }
        List<Tally<?>> wanted = tallies.stream().filter(Tally::isWanted).toList();
        if (wanted.isEmpty()) {
            return;
        }
        Situation situation = new Situation(exploration.runProperty().get(), exploration.columnsProperty().get(),
                exploration.assignmentProperty().get(), exploration.filtersProperty().get(),
                exploration.matchingProperty().get());
        counting.run(() -> {
            Map<Tally<?>, Object> counts = new HashMap<>();
            try (Threads threads = new Threads(Threads.available())) {
                wanted.forEach(tally -> counts.put(tally, tally.count(situation, threads)));
            }
            return counts;
        }, counts -> counts.forEach(Tally::take), messages::tell);
    }
}

package topicworkbench.ui.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the list of runs is looked at. Arranging ten thousand takes tens of milliseconds, so it is not done on the window's
 * thread.
 *
 * @param order  null for newest first
 * @param folded names of the groups whose runs are hidden
 */
record RunArrangement(RunQuery query, Grouping grouping, Comparator<RunRow> order, Set<String> folded) {

    /** @param rows newest first */
    List<RunLine> of(List<RunRow> rows) {
        List<RunRow> found = new ArrayList<>(rows);
        found.removeIf(row -> !query.matches(row));
        if (order != null) {
            found.sort(order);
        }
        if (grouping == Grouping.NONE) {
            return List.copyOf(found);
        }
        Map<String, List<RunRow>> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        found.forEach(row -> grouping.groups(row)
                .forEach(group -> groups.computeIfAbsent(group, any -> new ArrayList<>()).add(row)));
        List<RunLine> lines = new ArrayList<>();
        groups.forEach((name, runs) -> {
            boolean isFolded = folded.contains(name);
            lines.add(new RunLine.Group(name, List.copyOf(runs), isFolded));
            if (!isFolded) {
                lines.addAll(runs);
            }
        });
        return lines;
    }
}

package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import topicworkbench.exploration.TopicTree;
import topicworkbench.exploration.TopicTree.SubRun;
import topicworkbench.topic.Topic;

/** Lays the tree of topics out as lines: what is open, in order among those of the same depth, without what a query leaves out. */
final class TopicLines {
    private final String wanted;
    private final Set<String> open;
    private final Comparator<TopicRow> order;
    private final Function<TopicRow, String> words;

    /**
     * How they are laid out.
     *
     * @param query a number, or part of a label or of the words; blank for all
     * @param open  keys of the lines below which more is shown
     * @param order null for the order of the topics
     * @param words as they are shown
     */
    TopicLines(String query, Set<String> open, Comparator<TopicRow> order, Function<TopicRow, String> words) {
        this.wanted = query.strip().toLowerCase(Locale.ROOT);
        this.open = open;
        this.order = order;
        this.words = words;
    }

    /** A run's own topics with what hangs below them, then the runs on selections of its reviews. */
    List<TopicRow> of(List<Topic> topics, TopicTree tree) {
        List<TopicRow> made = new ArrayList<>();
        add(topics.stream().map(topic -> new TopicRow(0, topic, null, null, tree.below(topic.id()))).toList(), made);
        add(tree.ofSelections().stream().map(run -> new TopicRow(0, null, run, null, List.of())).toList(), made);
        return made;
    }

    private void add(List<TopicRow> rows, List<TopicRow> made) {
        List<TopicRow> sorted = order == null ? rows : rows.stream().sorted(order).toList();
        for (TopicRow row : sorted) {
            if (isWanted(row)) {
                made.add(row);
                if (open.contains(row.key())) {
                    add(below(row), made);
                }
            }
        }
    }

    private static List<TopicRow> below(TopicRow row) {
        List<TopicRow> below = new ArrayList<>();
        if (row.topic() == null) {
            row.in().topics().forEach(topic -> below.add(line(row.depth() + 1, topic, row.in(), null)));
        }
        for (SubRun run : row.runs()) {
            if (run.topics().isEmpty()) {
                below.add(new TopicRow(row.depth() + 1, null, run, row.topic(), List.of()));
            }
            run.topics().forEach(topic -> below.add(line(row.depth() + 1, topic, run, row.topic())));
        }
        return below;
    }

    private static TopicRow line(int depth, Topic topic, SubRun run, Topic parent) {
        return new TopicRow(depth, topic, run, parent, run.below().below(topic.id()));
    }

    /** Also where only something below it is. */
    private boolean isWanted(TopicRow row) {
        return wanted.isEmpty() || matches(row) || below(row).stream().anyMatch(this::isWanted);
    }

    private boolean matches(TopicRow row) {
        if (row.topic() == null) {
            return row.in().what().toLowerCase(Locale.ROOT).contains(wanted);
        }
        return Integer.toString(row.topic().id()).equals(wanted)
                || (row.topic().name() + ", " + words.apply(row)).toLowerCase(Locale.ROOT).contains(wanted);
    }
}

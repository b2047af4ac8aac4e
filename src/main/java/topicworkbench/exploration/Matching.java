package topicworkbench.exploration;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import topicworkbench.math.Threads;

/**
 * The documents that meet all filters, and for each dimension those that meet all the others: a view that shows one
 * dimension counts the latter, so that what it has brushed away can still be seen and chosen.
 */
public final class Matching {
    private final Selection all;
    private final Map<Dimension, Selection> except;
    private final Map<Filter, Selection> known;

    private Matching(Selection all, Map<Dimension, Selection> except, Map<Filter, Selection> known) {
        this.all = all;
        this.except = except;
        this.known = known;
    }

    /** Every document: no filter. */
    public static Matching everything(int documents) {
        return new Matching(Selection.all(documents), Map.of(), Map.of());
    }

    /**
     * @param before of the same run and assignment, whose work is used again where filters stayed; or {@link #everything}
     */
    public static Matching of(Filters filters, ExploredRun run, TopicAssignment assignment, Matching before,
            Threads threads) {
        Map<Filter, Selection> each = new LinkedHashMap<>();
        for (Filter filter : filters.list()) {
            each.put(filter, filter instanceof Filter.Chosen chosen ? chosen.documents()
                    : before.known.containsKey(filter) ? before.known.get(filter)
                    : Selection.of(run.documents(), filter.condition(run, assignment), threads));
        }
        Selection everything = Selection.all(run.documents());
        Map<Dimension, Selection> except = new HashMap<>();
        for (Filter left : each.keySet()) {
            Selection others = everything;
            for (Map.Entry<Filter, Selection> other : each.entrySet()) {
                others = other.getKey() == left ? others : others.and(other.getValue());
            }
            except.put(left.dimension(), others);
        }
        Selection all = everything;
        for (Selection selection : each.values()) {
            all = all.and(selection);
        }
        return new Matching(all, except, each);
    }

    /** The documents that meet every filter. */
    public Selection all() {
        return all;
    }

    /** The documents that meet every filter but those on these dimensions, for a view that shows several. */
    public Selection except(Dimension first, Dimension second) {
        Selection others = Selection.all(all.documents());
        for (Map.Entry<Filter, Selection> each : known.entrySet()) {
            Dimension dimension = each.getKey().dimension();
            others = dimension.equals(first) || dimension.equals(second) ? others : others.and(each.getValue());
        }
        return others;
    }

    /** The documents that meet every filter but the one on this dimension. */
    public Selection except(Dimension dimension) {
        return except.getOrDefault(dimension, all);
    }
}

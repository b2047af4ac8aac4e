package topicworkbench.exploration;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The filters that are on together; at most one a dimension. Never changes. */
public final class Filters {
    public static final Filters NONE = new Filters(new TreeMap<>());

    private final Map<Dimension, Filter> filters;

    private Filters(Map<Dimension, Filter> filters) {
        this.filters = filters;
    }

    /** With this filter in place of the one on its dimension, if there is one. */
    public Filters with(Filter filter) {
        Map<Dimension, Filter> changed = new TreeMap<>(filters);
        changed.put(filter.dimension(), filter);
        return new Filters(changed);
    }

    public Filters without(Dimension dimension) {
        Map<Dimension, Filter> changed = new TreeMap<>(filters);
        changed.remove(dimension);
        return new Filters(changed);
    }

    public Optional<Filter> on(Dimension dimension) {
        return Optional.ofNullable(filters.get(dimension));
    }

    /** In the order of their dimensions. */
    public List<Filter> list() {
        return List.copyOf(filters.values());
    }

    public boolean isEmpty() {
        return filters.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Filters others && filters.equals(others.filters);
    }

    @Override
    public int hashCode() {
        return filters.hashCode();
    }

    @Override
    public String toString() {
        return Collections.unmodifiableMap(filters).toString();
    }
}

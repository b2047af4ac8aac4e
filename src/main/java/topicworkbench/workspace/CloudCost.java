package topicworkbench.workspace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What cost.json holds: what a run has cost in the cloud, job by job, as the account told it last.
 *
 * @param asOf  when it was asked
 * @param whole whether all that cost was told, so that the total is known
 * @param items everything billable that the run made
 */
public record CloudCost(Instant asOf, boolean whole, List<Item> items) {

    public CloudCost {
        Objects.requireNonNull(asOf);
        items = List.copyOf(items);
    }

    /**
     * @param kind      for example {@code training job}
     * @param instances for example {@code 1 × ml.g4dn.xlarge}
     * @param seconds   billable, of one instance
     * @param cost      US dollars, NaN if no price is known
     * @param state     AWS's word for it
     */
    public record Item(String kind, String name, String instances, double seconds, double cost, String state) {
        public Item {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(name);
        }
    }

    /** US dollars; NaN where anything of it is not known. */
    public double total() {
        return whole ? items.stream().mapToDouble(Item::cost).sum() : Double.NaN;
    }

    /** With what was told earlier and is not any more: an endpoint that is deleted has cost what it did. */
    public CloudCost after(CloudCost earlier) {
        Map<String, Item> all = new LinkedHashMap<>();
        earlier.items.forEach(item -> all.put(item.kind() + " " + item.name(), item));
        items.forEach(item -> all.put(item.kind() + " " + item.name(), item));
        return new CloudCost(asOf, whole, List.copyOf(all.values()));
    }

    /** The same after it could not be asked for again: more may have come. */
    public CloudCost outdated() {
        return new CloudCost(asOf, false, items);
    }
}

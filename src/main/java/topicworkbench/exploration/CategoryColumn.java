package topicworkbench.exploration;

import java.util.List;

/**
 * A column of names, of which each document has one or none.
 *
 * @param codes of each document the place of its name in {@code names}, or -1; not copied, not to be changed
 * @param names each once, in the order in which they first occur
 */
public record CategoryColumn(int[] codes, List<String> names) {
    public static final int MISSING = -1;

    public CategoryColumn {
        names = List.copyOf(names);
    }

    /** Null where the document has none. */
    public String of(int document) {
        return codes[document] == MISSING ? null : names.get(codes[document]);
    }

    /** How many of the documents have each name. */
    public int[] counts(Selection among) {
        int[] counts = new int[names.size()];
        among.forEach(document -> {
            if (codes[document] != MISSING) {
                counts[codes[document]]++;
            }
        });
        return counts;
    }

    /** Whether there is anything to tell documents apart by. */
    public boolean isUseful() {
        return names.size() > 1;
    }
}

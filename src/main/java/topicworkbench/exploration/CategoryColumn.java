package topicworkbench.exploration;

import java.util.List;

/**
 * A column of names, of which each document has one or none.
 *
 * @param codes of each document the place of its name in {@code names}, or -1; not copied, not to be changed
 * @param names each once
 * @param rare  how many names are too rare to be told apart: then the last of {@code names} is {@link #RARER} and stands
 *              for all of them; else 0
 */
public record CategoryColumn(int[] codes, List<String> names, int rare) implements ColumnValues {
    public static final int MISSING = -1;
    /** No name of a review: they hold no such character. */
    static final String RARER = "\u0000rarer";

    public CategoryColumn {
        names = List.copyOf(names);
    }

    /** Of names that can all be told apart. */
    public CategoryColumn(int[] codes, List<String> names) {
        this(codes, names, 0);
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

    /** Whether a code stands for all the names that are too rare. */
    boolean isRarer(int code) {
        return rare > 0 && code == names.size() - 1;
    }

    @Override
    public Bins bins(Dimension dimension, Selection among, int most) {
        return NameBins.of(dimension, this, counts(among), most);
    }
}

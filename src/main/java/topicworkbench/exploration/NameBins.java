package topicworkbench.exploration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import topicworkbench.wording.Figures;

/** Documents by a column of names: those that occur most, the most frequent first, and all others in a last bin. */
public final class NameBins implements Bins {
    private final Dimension dimension;
    private final CategoryColumn column;
    private final List<String> names;
    private final int others;
    /** Of each code of the column its bin. */
    private final int[] binOfCode;

    private NameBins(Dimension dimension, CategoryColumn column, List<String> names, int others, int[] binOfCode) {
        this.dimension = dimension;
        this.column = column;
        this.names = names;
        this.others = others;
        this.binOfCode = binOfCode;
    }

    /**
     * @param dimension of the column
     * @param counts    how many documents have each name of the column
     * @param most      names that get a bin of their own; of equally frequent ones those that come first in the column
     */
    public static NameBins of(Dimension dimension, CategoryColumn column, int[] counts, int most) {
        int[] ranked = IntStream.range(0, counts.length).filter(code -> counts[code] > 0 && !column.isRarer(code)).boxed()
                .sorted(Comparator.comparingInt((Integer code) -> -counts[code]).thenComparing(code -> code))
                .mapToInt(Integer::intValue).toArray();
        int own = Math.min(most, ranked.length);
        int rare = column.rare() > 0 && counts[counts.length - 1] > 0 ? column.rare() : 0;
        int[] binOfCode = new int[counts.length];
        Arrays.fill(binOfCode, ranked.length + rare > own ? own : NONE);
        for (int bin = 0; bin < own; bin++) {
            binOfCode[ranked[bin]] = bin;
        }
        return new NameBins(dimension, column, IntStream.range(0, own).mapToObj(bin -> column.names().get(ranked[bin])).toList(),
                ranked.length + rare - own, binOfCode);
    }

    @Override
    public Dimension dimension() {
        return dimension;
    }

    @Override
    public int count() {
        return names.size() + (others > 0 ? 1 : 0);
    }

    /** How many names share the last bin; 0 where there is no such bin. */
    public int others() {
        return others;
    }

    @Override
    public int of(int document) {
        int code = column.codes()[document];
        return code == CategoryColumn.MISSING ? NONE : binOfCode[code];
    }

    @Override
    public String name(int bin) {
        return bin < names.size() ? names.get(bin) : Figures.count(others, "other");
    }

    @Override
    public Filter filter(int first, int last) {
        Set<String> wanted = new TreeSet<>(names.subList(first, Math.min(last + 1, names.size())));
        if (last >= names.size()) {
            for (int code = 0; code < binOfCode.length; code++) {
                if (binOfCode[code] == names.size()) {
                    wanted.add(column.names().get(code));
                }
            }
        }
        return new Filter.Names(dimension, wanted);
    }
}

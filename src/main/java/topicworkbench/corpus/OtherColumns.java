package topicworkbench.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import topicworkbench.failure.ExplainedException;

/** The columns of review files that no field uses: which are kept, under which names, and why others are not. */
public final class OtherColumns {
    /** Keeps all that are fit to be kept. */
    public static final List<String> ALL = List.of("all");
    /** So many are kept at most, of a file and of all together. */
    public static final int MOST = 20;
    /** Characters of a value beyond which it is cut. */
    public static final int LONGEST_VALUE = 200;
    /** Mean characters of a value from which on a column holds prose, which is read and not counted. */
    private static final int PROSE = 60;
    private static final int LONGEST_NAME = 40;
    /** Names of columns whose numbers are names: version 4.10 is not version 4.1. */
    private static final String NAMING = ".*(?:^|_)(?:id|ids|code|zip|isbn|key|parent)|.*version|.*(?:user|customer|reviewer|order)id";
    /** What our own tables call their columns. */
    private static final Set<String> OURS = Set.of("review", "source", "row", "file", "line", "reason", "raw", "note", "split",
            "topic", "label", "model_topic", "tokens", "place", "bound", "characters",
            "file_row_number");

    private OtherColumns() { }

    /**
     * What the values of a column are like.
     *
     * @param given      rows that have one
     * @param characters of all values together, as they are kept
     * @param longest    characters of the longest
     * @param numbers    rows whose value is a number
     */
    public record Figures(String name, long given, long characters, long longest, long numbers) { }

    /**
     * A column that is kept.
     *
     * @param name   small letters, digits and underscores
     * @param number whether all of its values are numbers
     * @param cut    whether it had values that were too long to be kept whole
     */
    public record Kept(String name, boolean number, boolean cut) { }

    /** A column that is not kept, and why. */
    public record LeftOut(String name, String reason) { }

    /**
     * Those of one file that may be kept: the first of them, or those that are named.
     *
     * @param keep {@link #ALL}, or names as the file or our tables spell them; empty for none
     * @return name to the column's name in the file, in its order
     */
    public static Map<String, String> of(ReviewColumns fields, List<String> keep) {
        Map<String, String> chosen = new LinkedHashMap<>();
        names(fields.unrecognised()).forEach((name, column) -> {
            if (keep.equals(ALL) ? chosen.size() < MOST : keep.stream().anyMatch(wanted -> means(wanted, name, column))) {
                chosen.put(name, column);
            }
        });
        return chosen;
    }

    /** The names of all files' columns, each once, as many as are kept at most. */
    public static List<String> together(Collection<? extends Collection<String>> files) {
        Set<String> names = new LinkedHashSet<>();
        files.forEach(names::addAll);
        return names.stream().limit(MOST).toList();
    }

    /** @throws ExplainedException if a name means no column of any file; {@code files} tell their columns */
    public static void requireNamed(List<String> keep, Collection<ReviewColumns> files) {
        for (String wanted : keep.equals(ALL) ? List.<String>of() : keep) {
            if (files.stream().noneMatch(file -> has(file, wanted))) {
                Set<String> columns = new LinkedHashSet<>();
                files.forEach(file -> columns.addAll(file.unrecognised()));
                throw new ExplainedException("There is no column \"" + wanted + "\", which keep_columns names.",
                        columns.isEmpty() ? "Set keep_columns to all: the files have no further columns."
                                : "Name some of these, or set it to all: " + ReviewColumns.listed(columns) + ".");
            }
        }
    }

    private static boolean has(ReviewColumns file, String wanted) {
        return file.of().values().stream().anyMatch(wanted::equalsIgnoreCase)
                || names(file.unrecognised()).entrySet().stream().anyMatch(e -> means(wanted, e.getKey(), e.getValue()));
    }

    private static boolean means(String wanted, String name, String column) {
        return wanted.equalsIgnoreCase(column) || wanted.equals(name);
    }

    /** Whether a column is worth keeping: one that was named always is, unless it is empty. */
    public static boolean isKept(Figures column, List<String> keep) {
        return column.given() > 0 && !(keep.equals(ALL) && isProse(column));
    }

    private static boolean isProse(Figures column) {
        return column.characters() > PROSE * column.given();
    }

    /** Those that are kept, in order. */
    public static List<Kept> kept(List<Figures> columns, List<String> keep) {
        return columns.stream().filter(column -> isKept(column, keep)).map(column -> new Kept(column.name(),
                column.numbers() == column.given() && !column.name().matches(NAMING), column.longest() == LONGEST_VALUE)).toList();
    }

    /**
     * Those that are not, each with the reason; columns that {@code keep} does not ask for are not among them.
     *
     * @param columns those looked at
     * @param files   the columns of all files
     */
    public static List<LeftOut> leftOut(List<Figures> columns, List<String> keep, Collection<ReviewColumns> files) {
        List<LeftOut> left = new ArrayList<>();
        Set<String> looked = new LinkedHashSet<>();
        for (Figures column : columns) {
            looked.add(column.name());
            if (!isKept(column, keep)) {
                left.add(new LeftOut(column.name(), column.given() == 0 ? "it holds no text, numbers or days"
                        : "it holds long text; keep_columns=" + column.name() + " keeps it"));
            }
        }
        if (keep.equals(ALL)) {
            Set<String> others = new LinkedHashSet<>();
            files.forEach(file -> others.addAll(names(file.unrecognised()).keySet()));
            others.stream().filter(name -> !looked.contains(name)).forEach(name -> left.add(new LeftOut(name,
                    "it is not among the first " + MOST + "; keep_columns names others")));
        }
        return left;
    }

    /** Of each column of a file the name that our tables give it. */
    private static Map<String, String> names(List<String> columns) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = name(columns.get(i));
            String free = name.isEmpty() ? "column_" + (i + 1) : isOurs(name) ? name + "_column" : name;
            for (int n = 2; names.containsKey(free); n++) {
                free = (name.isEmpty() ? "column" : name) + "_" + n;
            }
            names.put(free, columns.get(i));
        }
        return names;
    }

    private static String name(String column) {
        String plain = column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_|_$", "");
        int end = Math.min(plain.codePointCount(0, plain.length()), LONGEST_NAME);
        return plain.substring(0, plain.offsetByCodePoints(0, end));
    }

    private static boolean isOurs(String name) {
        return OURS.contains(name) || name.matches("topic_\\d+")
                || Arrays.stream(ReviewField.values()).anyMatch(field -> field.key().equals(name));
    }
}

package topicworkbench.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped name may have meant. */
public final class NearestName {

    private NearestName() { }

    /** The known name of which the least share must be edited, case aside; none if that is more than half. */
    public static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingDouble((String k) -> distance(name, k)).thenComparing(Comparator.naturalOrder()))
                .filter(k -> distance(name, k) <= 0.5);
    }

    /** "Did you mean x?" with a space before it, or nothing. */
    public static String question(String name, Collection<String> known) {
        return of(name, known).map(k -> " Did you mean " + k + "?").orElse("");
    }

    /** Edits as a share of the longer name, 0 to 1. */
    private static double distance(String a, String b) {
        return (double) edits(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT))
                / Math.max(1, Math.max(a.length(), b.length()));
    }

    /** Least number of inserted, deleted and replaced characters (Levenshtein 1966). */
    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}

package topicworkbench.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped name may have meant. */
public final class NearestName {

    private NearestName() { }

    /** The known name with the fewest edits to {@code name}, case aside; none if more than half of it would change. */
    public static Optional<String> of(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .min(Comparator.comparingInt((String k) -> edits(wanted, k.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(k -> edits(wanted, k.toLowerCase(Locale.ROOT)) <= Math.max(wanted.length(), k.length()) / 2);
    }

    /** "Did you mean x?" with a space before it, or nothing. */
    public static String question(String name, Collection<String> known) {
        return of(name, known).map(k -> " Did you mean " + k + "?").orElse("");
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

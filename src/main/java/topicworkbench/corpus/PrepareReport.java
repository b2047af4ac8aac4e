package topicworkbench.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import topicworkbench.failure.ExplainedException;

/**
 * What became of the reviews that were read: {@code read = filtered + exactDuplicates + nearDuplicates + kept}.
 *
 * @param read            reviews before
 * @param filtered        dropped by the filter
 * @param filteredBy      the same by the bound that dropped them first, for example {@code stars}; in order applied
 * @param exactDuplicates dropped because the cleaned text was seen before
 * @param nearDuplicates  dropped because nearly the same text was seen before
 * @param kept            reviews after
 */
public record PrepareReport(long read, long filtered, Map<String, Long> filteredBy, long exactDuplicates,
        long nearDuplicates, long kept) {

    public PrepareReport {
        filteredBy = Collections.unmodifiableMap(new LinkedHashMap<>(filteredBy));
    }

    /** Says which bound dropped how many where none is left. */
    public static ExplainedException nothingLeft(long read, Map<String, Long> filteredBy) {
        String by = filteredBy.entrySet().stream().map(e -> String.format(Locale.ROOT, "%s dropped %,d", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
        return new ExplainedException(String.format(Locale.ROOT, "No review is left of %,d: %s.", read, by),
                "Widen the filter that dropped most, or check with inspect which columns were recognized.");
    }
}

package topicworkbench.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
}

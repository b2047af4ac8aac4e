package topicworkbench.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a result comes from.
 *
 * @param application  name and version
 * @param versions     of Java and of the libraries that touch the numbers
 * @param seed         of every random choice
 * @param machine      operating system, processor count, memory
 * @param corpusHash   SHA-256 over vocabulary and counts, or null before they exist
 * @param stageSeconds wall-clock time of each finished stage
 * @param peakMemoryMb greatest resident memory of the process while the run went on, or 0 where unknown
 */
public record Provenance(String application, Map<String, String> versions, long seed, String machine,
        String corpusHash, Map<Stage, Double> stageSeconds, long peakMemoryMb) {

    public Provenance {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        stageSeconds = Collections.unmodifiableMap(new TreeMap<>(stageSeconds));
    }
}

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
 * @param takenFrom    stages that another run did on the same files with the same settings, by that run's id
 * @param stagePeakMb  greatest resident memory of the process in each finished stage; a stage is missing where unknown
 * @param peakMemoryMb the same of the whole run, or 0 where unknown
 */
public record Provenance(String application, Map<String, String> versions, long seed, String machine,
        String corpusHash, Map<Stage, Double> stageSeconds, Map<Stage, String> takenFrom, Map<Stage, Long> stagePeakMb,
        long peakMemoryMb) {

    public Provenance {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
        stageSeconds = Collections.unmodifiableMap(new TreeMap<>(stageSeconds));
        // runs of the first version have neither
        takenFrom = takenFrom == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(takenFrom));
        stagePeakMb = stagePeakMb == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(stagePeakMb));
    }

    /** Wall-clock time of all finished stages together. */
    public double totalSeconds() {
        return stageSeconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}

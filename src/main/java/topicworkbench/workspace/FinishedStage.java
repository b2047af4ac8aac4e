package topicworkbench.workspace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import topicworkbench.run.Stage;

/**
 * A stage whose outputs are complete and in place.
 *
 * @param stage   which
 * @param seconds wall-clock time it took
 * @param figures what it counted, for example {@code documents}
 * @param from    the run that did it and whose outputs were taken over, or null if this run did it
 */
public record FinishedStage(Stage stage, double seconds, Map<String, Long> figures, String from) {

    public FinishedStage {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /** Done by the run itself. */
    public FinishedStage(Stage stage, double seconds, Map<String, Long> figures) {
        this(stage, seconds, figures, null);
    }
}

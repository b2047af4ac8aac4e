package topicworkbench.run.aws;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import topicworkbench.run.Stage;

/** To which stage of a run each state of the state machine belongs; the log and the notifications belong to none. */
final class CloudStates {
    private static final Map<String, Stage> STAGES = Map.ofEntries(Map.entry("Ingest", Stage.INGEST),
            Map.entry("Prepare", Stage.PREPARE), Map.entry("Count", Stage.VECTORISE), Map.entry("Vectorise", Stage.VECTORISE),
            Map.entry("Read corpus", Stage.TRAIN), Map.entry("Which model", Stage.TRAIN), Map.entry("Train NTM", Stage.TRAIN),
            Map.entry("Train LDA", Stage.TRAIN), Map.entry("Train both", Stage.TRAIN),
            Map.entry("Train NTM beside LDA", Stage.TRAIN), Map.entry("Train LDA beside NTM", Stage.TRAIN),
            Map.entry("Tune NTM", Stage.TRAIN), Map.entry("Evaluate", Stage.EVALUATE), Map.entry("Read scores", Stage.GATE),
            Map.entry("Check WETC and TU", Stage.GATE), Map.entry("Whose model", Stage.GATE),
            Map.entry("Create NTM model", Stage.GATE), Map.entry("Create LDA model", Stage.GATE),
            Map.entry("Configure endpoint", Stage.ENDPOINT), Map.entry("Find endpoint", Stage.ENDPOINT),
            Map.entry("Create endpoint", Stage.ENDPOINT), Map.entry("Update endpoint", Stage.ENDPOINT),
            Map.entry("Look at endpoint", Stage.ENDPOINT));

    private CloudStates() { }

    static Optional<Stage> stage(String state) {
        return Optional.ofNullable(STAGES.get(state));
    }

    static Set<String> known() {
        return STAGES.keySet();
    }
}

package topicworkbench.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import topicworkbench.curation.Curation;
import topicworkbench.curation.CurationDifference;
import topicworkbench.curation.CurationEntry;
import topicworkbench.curation.CurationJournal;
import topicworkbench.curation.Replay;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.Threads;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.SplitTable;

/**
 * Decisions on their way to a run, from another run or a file: what fits, what is in doubt, and the step that does it.
 *
 * @param target whose topics they are for
 * @param reason for its history, for example "Replay of March"
 * @param splits files of splits that come along, by name
 */
public record LabelTransfer(RunFolder target, String reason, Replay replay, Map<String, SplitTable> splits) {

    /** What was decided on one run, for another. @throws ExplainedException if that is nothing, or files are missing */
    public static LabelTransfer between(RunFolder from, RunFolder to, Threads threads) {
        if (from.id().equals(to.id())) {
            throw new ExplainedException("The labels of a run cannot be replayed on itself.", "Name another run.");
        }
        Curation decided = from.journal().curation();
        List<CurationEntry.Edit> edits = CurationDifference.between(Curation.of(decided.modelTopics()), decided);
        if (edits.isEmpty()) {
            throw new ExplainedException("Nothing has been decided on the topics of " + from.summary().name() + ".",
                    "Label its topics first, or name another run.");
        }
        Curation target = to.journal().curation();
        return new LabelTransfer(to, "Replay of " + from.summary().name(), Replay.of(edits,
                RunCounterparts.of(from, decided, to, threads), Curation.of(target.modelTopics()), target), Map.of());
    }

    /**
     * Does what fits, and what is accepted besides, as one step.
     *
     * @return whether there was anything to do
     * @throws ExplainedException if the accepted contradict each other or somebody decided otherwise meanwhile
     */
    public boolean apply(List<Replay.Doubt> accepted) {
        splits.forEach((name, table) -> {
            Path file = target.files().split(name);
            if (!Files.exists(file)) { // names are drawn by chance: the same name is the same file
                table.write(file);
            }
        });
        CurationJournal journal = target.journal();
        return replay.step(reason, accepted).map(step -> {
            journal.decide(step);
            return true;
        }).orElse(false);
    }
}

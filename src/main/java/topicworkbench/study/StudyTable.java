package topicworkbench.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import topicworkbench.run.Provenance;
import topicworkbench.run.RunSummary;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/**
 * A study's trials side by side, read anew from its runs.
 *
 * @param rows   in the order of the trials
 * @param advice which of them to take
 */
public record StudyTable(Study study, List<StudyRow> rows, StudyAdvice advice) {

    public StudyTable {
        rows = List.copyOf(rows);
    }

    /** Runs whose folder was deleted count as never begun. */
    public static StudyTable of(Study study, Workspace workspace) {
        Map<String, RunFolder> folders = workspace.folders().stream()
                .collect(Collectors.toMap(RunFolder::id, Function.identity()));
        List<Trial> trials = study.trials();
        List<StudyRow> rows = new ArrayList<>();
        for (int trial = 0; trial < trials.size(); trial++) {
            RunFolder folder = folders.get(study.runs().get(trial));
            RunSummary summary = folder == null ? null : folder.summary();
            rows.add(new StudyRow(trial + 1, trials.get(trial), summary, folder == null ? 0 : seconds(folder)));
        }
        return new StudyTable(study, rows, StudyAdvice.of(study.spec(), rows));
    }

    public long finished() {
        return rows.stream().filter(StudyRow::isFinished).count();
    }

    private static double seconds(RunFolder folder) {
        Provenance provenance = folder.provenance();
        return provenance == null ? 0 : provenance.totalSeconds();
    }
}

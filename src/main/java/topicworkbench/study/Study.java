package topicworkbench.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import topicworkbench.workspace.RunName;

/**
 * Runs that differ in a few settings and are judged side by side.
 *
 * @param id      unique and sortable by time, as of runs
 * @param name    shown to people
 * @param created when it was asked for
 * @param spec    what is tried
 * @param runs    for each of {@link #trials()} the id of its run, or null before it was begun
 */
public record Study(String id, String name, Instant created, StudySpec spec, List<String> runs) {

    public Study {
        runs = Collections.unmodifiableList(new ArrayList<>(runs)); // which List.copyOf would not do with null in it
        if (runs.size() != spec.size()) {
            throw new IllegalArgumentException(runs.size() + " runs for " + spec.size() + " trials");
        }
    }

    static Study begin(String id, String name, Instant created, StudySpec spec) {
        return new Study(id, name, created, spec, Collections.nCopies(spec.size(), null));
    }

    public List<Trial> trials() {
        return spec.trials();
    }

    Study withRun(int trial, String run) {
        return new Study(id, name, created, spec, IntStream.range(0, runs.size())
                .mapToObj(i -> i == trial ? run : runs.get(i)).toList());
    }

    /** What the run of a trial is called. */
    String runName(Trial trial) {
        String whole = name + ": " + trial.inWords();
        return RunName.shortened(whole);
    }
}

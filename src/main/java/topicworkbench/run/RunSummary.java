package topicworkbench.run;

import java.time.Instant;

/**
 * One line in a list of runs.
 *
 * @param id      unique and sortable by time
 * @param name    the user's, or made from the corpus
 * @param state   where it stands
 * @param spec    null only if the folder's spec.json cannot be read
 * @param created when it was asked for
 * @param counts  null before vectorise is done
 * @param quality null before evaluate is done
 * @param failure null unless it failed
 * @param remarks what people say about it
 * @param spent   what it took so far
 */
public record RunSummary(String id, String name, RunState state, RunSpec spec, Instant created, Counts counts,
        Quality quality, RunFailure failure, RunRemarks remarks, Spent spent) {

    /** The same run at its end. */
    public RunSummary ended(RunState newState, RunFailure newFailure) {
        return new RunSummary(id, name, newState, spec, created, counts, quality, newFailure, remarks, spent);
    }
}

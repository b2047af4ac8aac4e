package topicworkbench.study;

import topicworkbench.run.Quality;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;

/**
 * One trial of a study and what came of it.
 *
 * @param number  from 1
 * @param trial   what was tried
 * @param run     null before it was begun, or if its folder is gone
 * @param seconds wall-clock time of its stages so far
 */
public record StudyRow(int number, Trial trial, RunSummary run, double seconds) {

    /** Whether it has scores. */
    public boolean isFinished() {
        return run != null && run.quality() != null
                && (run.state() == RunState.DONE || run.state() == RunState.NOT_ACCEPTED);
    }

    public boolean isToDo() {
        return !isFinished();
    }

    /** Scores that are NaN where there are none. */
    public Quality quality() {
        return run == null || run.quality() == null ? Quality.NONE : run.quality();
    }

    /**
     * Coherence times uniqueness, so that neither alone can win; NaN where not measured.
     *
     * @see <a href="https://doi.org/10.1162/tacl_a_00325">Dieng, Ruiz and Blei 2020</a>
     */
    public double topicQuality() {
        return quality().npmi() * quality().tu();
    }
}

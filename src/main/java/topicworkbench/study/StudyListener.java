package topicworkbench.study;

import topicworkbench.run.RunEvent;

/** Hears what happens in the runs of a study, on threads of the runner, several at a time. */
@FunctionalInterface
public interface StudyListener {

    /** @param number of the trial, from 1 */
    void heard(int number, Trial trial, RunEvent event);
}

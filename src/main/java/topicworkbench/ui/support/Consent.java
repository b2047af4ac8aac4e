package topicworkbench.ui.support;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunSpec;

/** Asks whether something may begin that is billed. */
public interface Consent {
    /** Where nobody can be asked nothing begins. */
    Consent REFUSED = (spec, runs, agreed, refused) -> refused.accept(new ExplainedException(
            "Nobody could be asked whether a run on AWS may begin.", "Start it from the form."));

    /**
     * @param spec    of what would begin
     * @param runs    how many like it
     * @param agreed  on the window's thread, once the user has agreed
     * @param refused on the window's thread: why it cannot begin, or {@link #turnedAway()}
     */
    void ask(RunSpec spec, int runs, Runnable agreed, Consumer<Throwable> refused);

    /** What a user who did not agree is told. */
    static CancellationException turnedAway() {
        return new CancellationException("Nothing was started.");
    }
}

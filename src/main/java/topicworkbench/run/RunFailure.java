package topicworkbench.run;

import java.util.Objects;
import java.util.stream.Stream;
import topicworkbench.failure.ExplainedException;

/**
 * Why a run failed, as the user is told.
 *
 * @param stage        where it failed
 * @param whatHappened one sentence
 * @param remedy       one sentence: what to do
 */
public record RunFailure(Stage stage, String whatHappened, String remedy) {

    public static RunFailure of(Stage stage, Throwable cause) {
        if (cause instanceof ExplainedException explained) {
            return new RunFailure(stage, explained.getMessage(), explained.remedy());
        }
        // a thread that helped out hands it over wrapped
        if (Stream.iterate(cause, Objects::nonNull, Throwable::getCause).anyMatch(OutOfMemoryError.class::isInstance)) {
            return new RunFailure(stage, "There was not enough memory for the stage " + stage.key() + ".",
                    stage == Stage.MAP ? "Give Java more memory (-Xmx) and resume the run: its topics and scores are kept."
                            : "Give Java more memory (-Xmx), or lower max_features or the number of reviews.");
        }
        return new RunFailure(stage, "The stage " + stage.key() + " failed unexpectedly: " + cause + ".",
                "The run's log names the place; the run can be resumed from this stage.");
    }
}

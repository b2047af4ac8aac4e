package topicworkbench.run.aws;

import java.time.Duration;
import java.util.function.Supplier;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.sdk.AwsException;
import topicworkbench.workspace.RunTelling;

/**
 * Asks AWS until there is an answer: goes on after too many calls, a lost network, a computer that slept, an expired login.
 * The run itself does not need this program, so that nothing is lost but the view.
 */
final class Perseverance {
    private static final int LONGEST = 12;
    private static final int QUIET_TRIES = 2;

    private final RunTelling telling;
    private final WatchPace pace;

    Perseverance(RunTelling telling, WatchPace pace) {
        this.telling = telling;
        this.pace = pace;
    }

    /** How to wait between tries; may end the trying by an exception. */
    interface Waiting {
        void pause(Duration duration);
    }

    /** @throws AwsException if it is refused for good */
    <T> T insist(Stage stage, Waiting waiting, Supplier<T> call) {
        AwsException.Kind told = null;
        for (int tries = 1;; tries++) {
            try {
                T answer = call.get();
                if (told != null) {
                    telling.note(stage, "AWS can be asked again; the view of the run goes on.");
                }
                return answer;
            } catch (AwsException e) {
                if (!e.passes()) {
                    throw e;
                }
                boolean worthTelling = tries > QUIET_TRIES || e.kind() == AwsException.Kind.SIGN_IN;
                if (worthTelling && e.kind() != told) {
                    told = e.kind();
                    telling.note(stage, e.getMessage() + " The run goes on in AWS; this program tries again. " + e.remedy());
                }
                waiting.pause(pace.retry().multipliedBy(Math.min(LONGEST, 1L << Math.min(tries - 1, 4))));
            }
        }
    }
}

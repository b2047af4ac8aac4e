package topicworkbench.run.aws.platform;

import java.time.Duration;
import java.util.function.Supplier;
import topicworkbench.run.aws.sdk.AwsException;

/**
 * Looks again and again at what AWS does, and does not mind when one look fails in passing: what goes on there goes on whether
 * or not anybody looks. A login that has expired ends it, since only the user can mend that.
 */
final class Patience {
    private static final int MOST_FAILURES = 30;

    private final Duration poll;
    private int failures;

    /** @param poll between two looks */
    Patience(Duration poll) {
        this.poll = poll;
    }

    <T> T look(Supplier<T> look) throws InterruptedException {
        while (true) {
            try {
                T seen = look.get();
                failures = 0;
                return seen;
            } catch (AwsException e) {
                if (!e.passes() || e.kind() == AwsException.Kind.SIGN_IN || ++failures > MOST_FAILURES) {
                    throw e;
                }
                pause();
            }
        }
    }

    void pause() throws InterruptedException {
        Thread.sleep(poll);
    }
}

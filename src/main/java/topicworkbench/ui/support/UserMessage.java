package topicworkbench.ui.support;

import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunFailure;

/**
 * Something the window tells in words.
 *
 * @param kind   how it is marked
 * @param text   what happened, one sentence
 * @param remedy what to do, one sentence; empty where nothing is to be done
 */
public record UserMessage(Kind kind, String text, String remedy) {
    private static final System.Logger LOG = System.getLogger(UserMessage.class.getName());

    /** How a message is marked. */
    public enum Kind { NEWS, WARNING, FAILURE }

    public static final UserMessage NONE = new UserMessage(Kind.NEWS, "", "");

    public static UserMessage news(String text) {
        return new UserMessage(Kind.NEWS, text, "");
    }

    public static UserMessage of(RunFailure failure) {
        return new UserMessage(Kind.FAILURE, failure.whatHappened(), failure.remedy());
    }

    /** Puts a failure into words; the trace goes to the log. That the user turned away is none. */
    public static UserMessage of(Throwable failure) {
        if (failure instanceof CancellationException turnedAway) {
            return news(turnedAway.getMessage());
        }
        if (failure instanceof ExplainedException explained) {
            LOG.log(Level.INFO, explained.getMessage(), explained.getCause());
            return new UserMessage(Kind.FAILURE, explained.getMessage(), explained.remedy());
        }
        String code = ErrorCode.of(failure);
        LOG.log(Level.ERROR, "unexpected failure in the window, " + code, failure);
        return new UserMessage(Kind.FAILURE, "Something went wrong that was not expected: " + failure + ".",
                "Try again; if it stays, search the log for " + code + ".");
    }

    public boolean isFailure() {
        return kind == Kind.FAILURE;
    }

    /** Both sentences in one line. */
    public String line() {
        return remedy.isEmpty() ? text : text + " " + remedy;
    }
}

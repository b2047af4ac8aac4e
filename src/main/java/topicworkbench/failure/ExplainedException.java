package topicworkbench.failure;

import java.util.Objects;

/**
 * A failure that a user can meet, in two sentences: what happened, and what to do about it. Thrown where the failure
 * is understood, logged once where it is finally caught; the cause goes to the log, never to the user.
 */
public class ExplainedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param whatHappened one sentence, ends with a full stop
     * @param remedy       one sentence that says what to do, ends with a full stop
     */
    public ExplainedException(String whatHappened, String remedy) {
        this(whatHappened, remedy, null);
    }

    public ExplainedException(String whatHappened, String remedy, Throwable cause) {
        super(Objects.requireNonNull(whatHappened), cause);
        this.remedy = Objects.requireNonNull(remedy);
    }

    public String remedy() {
        return remedy;
    }
}

package topicworkbench.run.aws.sdk;

import topicworkbench.failure.ExplainedException;

/** Something that AWS would not or could not do, explained. */
public final class AwsException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it is, which decides whether it is worth trying again. */
    public enum Kind {
        /** No credentials, or they have expired; goes on once the user has signed in. */
        SIGN_IN,
        /** The user's or a role's permissions do not allow it. */
        DENIED,
        /** Too many calls; later it works. */
        THROTTLED,
        /** No connection, or none that lasted long enough; later it works. */
        NETWORK,
        /** The service had a failure of its own; later it works. */
        UNAVAILABLE,
        /** What was asked for is not there. */
        MISSING,
        /** What was to be made is there already. */
        EXISTS,
        /** A quota of the account is used up. */
        LIMIT,
        /** The answer could not be understood. */
        MALFORMED,
        /** The service refused what was asked for. */
        REFUSED
    }

    private final Kind kind;

    AwsException(Kind kind, String whatHappened, String remedy, Throwable cause) {
        super(whatHappened, remedy, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the same call may succeed later without anything being changed but the time, the network or the login. */
    public boolean passes() {
        return switch (kind) {
            case SIGN_IN, THROTTLED, NETWORK, UNAVAILABLE, MALFORMED -> true;
            case DENIED, MISSING, EXISTS, LIMIT, REFUSED -> false;
        };
    }
}

package topicworkbench.run.aws.fake;

/** What may happen to a call on its way. */
public enum Trouble {
    /** Too many calls; the client tries again. */
    THROTTLED,
    /** The user's permissions do not allow it. */
    DENIED,
    /** The login has expired. */
    EXPIRED,
    /** Something between here and AWS answers with a page of its own. */
    MALFORMED,
    /** The connection ends in the middle of the answer. */
    CUT
}

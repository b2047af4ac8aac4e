package topicworkbench.cli;

import topicworkbench.run.RunState;

/** What a command answers to the shell. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_USAGE = 2;
    public static final int GATE_NOT_PASSED = 3;
    /** As shells report a program that Ctrl+C ended. */
    public static final int CANCELLED = 130;

    private ExitCode() { }

    static int of(RunState state) {
        return switch (state) {
            case DONE -> DONE;
            case NOT_ACCEPTED -> GATE_NOT_PASSED;
            case CANCELLED -> CANCELLED;
            case FAILED, INTERRUPTED, QUEUED, RUNNING -> FAILED;
        };
    }
}

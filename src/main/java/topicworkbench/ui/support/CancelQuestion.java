package topicworkbench.ui.support;

/** Asks whether a run is to be cancelled, and says what then is stopped. */
public final class CancelQuestion {

    private CancelQuestion() { }

    /** @return whether to cancel */
    public static boolean ask(Dialogs dialogs, String name, boolean onAws) {
        return dialogs.confirm("Cancel " + name + "?", onAws
                ? "Its execution in AWS and every job of it are stopped, and looked at until none costs any more. What is finished is "
                        + "kept, and the run can be resumed; a training that is stopped leaves no model, so that resuming trains anew."
                : "What is finished is kept, and the run can be resumed.", "Cancel run");
    }
}

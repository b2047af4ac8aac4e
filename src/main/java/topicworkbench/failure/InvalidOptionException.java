package topicworkbench.failure;

/**
 * An option that cannot be used, found before anything started. The command line answers it with exit code 2, the form
 * shows it beside the field called {@link #option()}.
 */
public final class InvalidOptionException extends ExplainedException {
    private static final long serialVersionUID = 1L;

    private final String option;

    /** @param option the field's name as the specification spells it, for example {@code num_topics} */
    public InvalidOptionException(String option, String whatHappened, String remedy) {
        super(whatHappened, remedy);
        this.option = option;
    }

    /** Refuses {@code value} unless {@code holds}; {@code remedy} says what would be accepted. */
    public static void unless(boolean holds, String option, Object value, String remedy) {
        if (!holds) {
            throw new InvalidOptionException(option, "The value " + value + " for " + option + " is out of range.",
                    remedy);
        }
    }

    public String option() {
        return option;
    }
}

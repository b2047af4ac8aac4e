package topicworkbench.cli;

import java.util.Locale;
import topicworkbench.failure.InvalidOptionException;

/** Asks before something costs or is lost: on a terminal by a question, elsewhere only an option can answer. */
final class Consent {
    private Consent() { }

    /**
     * @param given    whether the option {@code --yes} was given
     * @param question without its question mark
     * @return whether to go on
     */
    static boolean ask(CommandContext context, boolean given, String question) {
        if (given) {
            return true;
        }
        if (!context.terminal().interactive()) {
            throw new InvalidOptionException("yes", "Nothing was done: " + question + "?", "If that is meant, give --yes.");
        }
        String answer = System.console().readLine("%s? [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}

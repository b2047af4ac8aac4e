package topicworkbench.cli;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;

/**
 * What every command is given.
 *
 * @param wiring   makes the services of a workspace
 * @param terminal where to print
 * @param log      the file that messages name
 */
record CommandContext(Function<Path, Services> wiring, Terminal terminal, Path log) {
    private static final Logger LOGGER = Logger.getLogger(CommandContext.class.getName());

    /** Says what happened and what to do; the stack trace goes to the log only. */
    int report(Exception failure) {
        if (failure instanceof InvalidOptionException refused) {
            terminal.tell(Terminal.line(refused.getMessage()) + "\n" + Terminal.line(refused.remedy()));
            return ExitCode.WRONG_USAGE;
        }
        LOGGER.log(Level.SEVERE, "A command failed", failure);
        if (failure instanceof ExplainedException explained) {
            return reportFailure(explained.getMessage(), explained.remedy(), log);
        }
        return reportFailure("The command failed unexpectedly: " + failure + ".",
                "Try it again; if it fails again, report it with the log.", log);
    }

    int reportFailure(String whatHappened, String remedy, Path details) {
        terminal.tell(Terminal.line(whatHappened) + "\n" + Terminal.line(remedy) + "\nDetails are in " + Terminal.line(details.toString()));
        return ExitCode.FAILED;
    }
}

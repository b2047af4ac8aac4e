package topicworkbench.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import topicworkbench.failure.InvalidOptionException;

/** What stands on the command line itself, so that nothing of it is passed over in silence. */
final class GivenOptions {
    private GivenOptions() { }

    /**
     * @param why     what these options do not go with, as it stands behind "not for"
     * @param options with their hyphens
     * @throws InvalidOptionException if one of them was given
     */
    static void refuse(CommandSpec command, String why, String... options) {
        ParseResult given = command.commandLine().getParseResult();
        List<String> wrong = Stream.of(options).filter(given::hasMatchedOption).toList();
        if (!wrong.isEmpty()) {
            String all = String.join(" and ", wrong);
            throw new InvalidOptionException(wrong.getFirst().replaceFirst("^--", ""), all + (wrong.size() == 1 ? " is" : " are")
                    + " not for " + why + ".", "Leave out " + all + ".");
        }
    }
}

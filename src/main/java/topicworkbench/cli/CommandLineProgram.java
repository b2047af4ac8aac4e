package topicworkbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's commands and how their failures are told. */
public final class CommandLineProgram {
    private static final int HELP_WIDTH = 100;

    private final CommandContext context;

    /**
     * @param wiring makes the services of a workspace folder
     * @param log    the log file that messages name
     */
    public CommandLineProgram(Function<Path, Services> wiring, Path log) {
        this(new CommandContext(wiring, Terminal.system(), log));
    }

    CommandLineProgram(CommandContext context) {
        this.context = context;
    }

    /** @return one of {@link ExitCode} */
    public int execute(String... arguments) {
        Terminal terminal = context.terminal();
        return new CommandLine(new Root())
                .addSubcommand(new RunCommand(context))
                .addSubcommand(new SweepCommand(context))
                .addSubcommand(new ShowCommand(context))
                .addSubcommand(new ClassifyCommand(context))
                .addSubcommand(new InspectCommand(context))
                .addSubcommand(new ResumeCommand(context))
                .addSubcommand(new CancelCommand(context))
                .addSubcommand(new ListCommand(context))
                .addSubcommand(new TagCommand(context))
                .addSubcommand(new ArchiveCommand(context))
                .addSubcommand(new DeleteCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(LabelsCommand.with(context))
                .addSubcommand(CloudCommand.with(context))
                .setOut(new PrintWriter(terminal.out(), true, terminal.out().charset()))
                .setErr(new PrintWriter(terminal.err(), true, terminal.err().charset()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setParameterExceptionHandler((failure, given) -> wrongUsage(failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> context.report(failure))
                .execute(arguments);
    }

    private int wrongUsage(ParameterException failure) {
        String sentence = failure.getMessage().lines().findFirst().orElse("The command is not complete");
        String guess = failure instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()
                ? " Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?" : "";
        context.terminal().tell(sentence + (sentence.endsWith(".") ? "" : ".") + guess + "\n"
                + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help lists what it understands.");
        return ExitCode.WRONG_USAGE;
    }

    @Command(name = "topic-workbench", mixinStandardHelpOptions = true, versionProvider = Version.class,
            synopsisSubcommandLabel = "COMMAND",
            description = "Finds out what customers complain about: topic models of reviews.",
            commandListHeading = "%nCommands:%n",
            footer = {"", "Without a command it opens the window. COMMAND --help says more and gives examples.", "",
                "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 gate not passed, 130 cancelled."})
    private static final class Root implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "No command was given");
        }
    }
}

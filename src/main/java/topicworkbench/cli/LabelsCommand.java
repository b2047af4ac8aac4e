package topicworkbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.comparison.LabelTransfer;
import topicworkbench.curation.EditWords;
import topicworkbench.curation.Replay;
import topicworkbench.export.LabelsFile;
import topicworkbench.export.LabelsImport;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.Threads;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** What people decided about topics, taken to other runs and other people. */
@Command(name = "labels", mixinStandardHelpOptions = true, versionProvider = Version.class,
        synopsisSubcommandLabel = "(export | import | replay)",
        description = "Takes labels, merges and other decisions about topics from run to run and from person to person.",
        footer = {"", "Examples:", "  topic-workbench labels export March --to march.json",
            "  topic-workbench labels import March colleague.json --dry-run",
            "  topic-workbench labels replay March April", "  topic-workbench labels replay March April --accept 1,3"})
final class LabelsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    static CommandLine with(CommandContext context) {
        return new CommandLine(new LabelsCommand()).addSubcommand(new Export(context)).addSubcommand(new Import(context))
                .addSubcommand(new ReplayOn(context));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say export, import or replay");
    }

    @Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class,
            description = {"Writes the decisions about a run's topics: .csv for a spreadsheet, .json with everything,",
                "by which two people can merge their work."})
    private static final class Export implements Callable<Integer> {
        private final CommandContext context;

        @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
        private String run;

        @Option(names = "--to", paramLabel = "FILE", required = true, description = "File to write, .csv or .json.")
        private Path target;

        @Option(names = "--force", description = "Replace a file of that name.")
        private boolean force;

        @Mixin
        private final WorkspaceOption workspace = new WorkspaceOption();

        Export(CommandContext context) {
            this.context = context;
        }

        @Override
        public Integer call() {
            LabelsFile.write(workspace.services(context.wiring()).workspace().find(run), target, force);
            context.terminal().print(target.toString());
            return ExitCode.DONE;
        }
    }

    /** What import and replay have in common: they do what fits, and list the rest by number. */
    private abstract static class Transfer implements Callable<Integer> {
        private final CommandContext context;

        @Option(names = "--accept", paramLabel = "NUMBERS", split = ",",
                description = "Does these of the listed proposals as well; or all.")
        private List<String> accepted = List.of();

        @Option(names = "--dry-run", description = "Only says what would be done.")
        private boolean dryRun;

        @Mixin
        private final WorkspaceOption workspace = new WorkspaceOption();

        Transfer(CommandContext context) {
            this.context = context;
        }

        abstract LabelTransfer transfer(Workspace runs);

        @Override
        public Integer call() {
            LabelTransfer transfer = transfer(workspace.services(context.wiring()).workspace());
            Replay replay = transfer.replay();
            List<Replay.Doubt> chosen = chosen(replay.doubts());
            Terminal terminal = context.terminal();
            replay.fitting().forEach(edit -> terminal.print("  " + Terminal.line(EditWords.of(edit, id -> "topic " + id))));
            for (int i = 0; i < replay.doubts().size(); i++) {
                Replay.Doubt doubt = replay.doubts().get(i);
                String sign = chosen.contains(doubt) ? "  " : "? ";
                terminal.print(sign + (i + 1) + ". " + Terminal.line(EditWords.of(doubt.original(), id -> "topic " + id) + ": "
                        + doubt.reason() + (doubt.proposal() == null ? "" : " Proposal: "
                                + EditWords.of(doubt.proposal(), id -> "topic " + id) + ".")));
            }
            if (!dryRun) {
                transfer.apply(chosen);
            }
            int open = replay.doubts().size() - chosen.size();
            terminal.print((dryRun ? "Would do " : "Done: ") + (replay.fitting().size() + chosen.size()) + ", already so: "
                    + replay.alreadySo() + ", left for you to decide: " + open + (open == 0 ? "." : " (see --accept)."));
            return ExitCode.DONE;
        }

        private List<Replay.Doubt> chosen(List<Replay.Doubt> doubts) {
            if (accepted.equals(List.of("all"))) {
                return doubts.stream().filter(doubt -> doubt.proposal() != null).toList();
            }
            List<Replay.Doubt> chosen = new ArrayList<>();
            for (String number : accepted) {
                boolean listed = number.matches("\\d{1,6}") && Integer.parseInt(number) >= 1
                        && Integer.parseInt(number) <= doubts.size()
                        && doubts.get(Integer.parseInt(number) - 1).proposal() != null;
                InvalidOptionException.unless(listed, "accept", number, "Give numbers from the list that have a proposal; "
                        + "--dry-run shows it.");
                chosen.add(doubts.get(Integer.parseInt(number) - 1));
            }
            return chosen;
        }
    }

    @Command(name = "import", mixinStandardHelpOptions = true, versionProvider = Version.class,
            description = {"Merges a file of labels into a run. What nobody contradicts is done; where both have decided, the",
                "run's decision stays and the other is listed."})
    private static final class Import extends Transfer {
        @Parameters(index = "0", paramLabel = "RUN", description = "Id or name of the run.")
        private String run;

        @Parameters(index = "1", paramLabel = "FILE", description = "As labels export writes it.")
        private Path file;

        Import(CommandContext context) {
            super(context);
        }

        @Override
        LabelTransfer transfer(Workspace runs) {
            return LabelsImport.read(runs.find(run), file);
        }
    }

    @Command(name = "replay", mixinStandardHelpOptions = true, versionProvider = Version.class,
            description = {"Carries the decisions about one run's topics over to another run, by aligned topics. What fits is",
                "done; what does not is listed with the reason."})
    private static final class ReplayOn extends Transfer {
        @Parameters(index = "0", paramLabel = "FROM", description = "Id or name of the run with the decisions.")
        private String from;

        @Parameters(index = "1", paramLabel = "TO", description = "Id or name of the run they go to.")
        private String to;

        ReplayOn(CommandContext context) {
            super(context);
        }

        @Override
        LabelTransfer transfer(Workspace runs) {
            RunFolder source = runs.find(from);
            RunFolder target = runs.find(to);
            try (Threads threads = new Threads(Threads.available())) {
                return LabelTransfer.between(source, target, threads);
            }
        }
    }
}

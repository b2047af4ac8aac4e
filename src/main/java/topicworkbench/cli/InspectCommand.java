package topicworkbench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.corpus.ReviewInspection.FileInspection;
import topicworkbench.corpus.ReviewInspector;
import topicworkbench.corpus.ReviewSource;

/** How files would be read, before any run. */
@Command(name = "inspect", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {
            "Shows how files would be read: format, encoding, columns recognized, first rows, stars, bad rows.",
            "Nothing is written. The path sample: is the bundled sample."},
        footer = {"", "Examples:", "  topic-workbench inspect reviews.csv", "  topic-workbench inspect shards/",
            "  topic-workbench inspect export.tsv --column text=comment --column stars=score"})
final class InspectCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders of reviews.")
    private List<String> paths;

    @Option(names = "--column", paramLabel = "FIELD=NAME", description = "Which column holds a field.")
    private List<String> columns = List.of();

    InspectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ReviewSource source = new ReviewSource(paths, ColumnChoice.parse(columns));
        List<FileInspection> files = ReviewInspector.inspect(source).files();
        files.forEach(file -> context.terminal().print(new InspectionText(file, context.terminal().width()).text()));
        return ExitCode.DONE;
    }
}

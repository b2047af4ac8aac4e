package topicworkbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.cloud.Endpoints;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.classify.EndpointModel;
import topicworkbench.exploration.classify.TextTopics;
import topicworkbench.math.ProgressListener;
import topicworkbench.workspace.RunFolder;

/** The topics of one text by an endpoint. */
@Command(name = "classify", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Says what a text is about, by an endpoint. Words are counted here, as the run does it, so that the run must have",
            "been fetched; without an endpoint the command classify asks the run's own model."},
        footer = {"", "Examples:", "  topic-workbench cloud endpoint classify March \"It never charged, and nobody answers my calls\"",
            "  topic-workbench cloud endpoint classify March --endpoint tw-complaints \"It never charged\" --json"})
final class EndpointClassifyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "RUN", description = "Id or name of the run whose model is behind the endpoint.")
    private String run;

    @Parameters(index = "1", paramLabel = "TEXT", description = "What to classify.")
    private String text;

    @Option(names = "--endpoint", paramLabel = "NAME", description = "Which one (default: the run's own).")
    private String endpoint;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Mixin
    private final PlaceOption place = new PlaceOption();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    EndpointClassifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Services services = workspace.services(context.wiring());
        RunFolder folder = services.workspace().find(run);
        String name = endpoint == null ? Endpoints.nameFor(folder.idInAccount()) : endpoint;
        Endpoints endpoints = services.cloud().endpoints(place.place());
        TextTopics topics = EndpointModel.of(ExploredRun.open(folder, ProgressListener.NONE), endpoints, name);
        ClassifiedText answer = new ClassifiedText(topics, topics.ask("", text));
        context.terminal().print(json ? answer.json() : answer.table(context.terminal().width()));
        return ExitCode.DONE;
    }
}

package topicworkbench.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Platform.Deletion;
import topicworkbench.failure.InvalidOptionException;

/** Takes the platform away. */
@Command(name = "delete", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Deletes everything that deploy has made; reviews and runs in the bucket only with --with-data.",
            "It shows what would go and what would stay, and refuses while something still costs."},
        footer = {"", "Examples:", "  topic-workbench cloud delete", "  topic-workbench cloud delete --yes topic-workbench",
            "  topic-workbench cloud delete --with-data --yes topic-workbench"})
final class CloudDeleteCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--with-data", description = "Also the bucket of reviews and runs, with all versions.")
    private boolean withData;

    @Option(names = "--yes", paramLabel = "NAME", description = "The name of what is deleted, to be sure.")
    private String confirmed;

    @Mixin
    private final PlaceOption place = new PlaceOption();

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    CloudDeleteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        CloudPlace where = place.place();
        Services services = workspace.services(context.wiring());
        String account = services.cloud().signIn(where).id();
        Platform platform = services.cloud().platform(where);
        PlatformProgress progress = new PlatformProgress(context.terminal());
        platform.settle(progress);
        Deletion deletion = platform.deletion(withData);
        if (deletion.removes().isEmpty()) {
            context.terminal().print("Nothing named " + where.name() + " is deployed in the account " + account + ".");
            return ExitCode.DONE;
        }
        context.terminal().print(PlatformText.deletion(deletion));
        if (!where.name().equals(confirmed)) {
            throw new InvalidOptionException("yes", "Nothing was deleted yet.", "If that is meant, give --yes " + where.name() + ".");
        }
        platform.delete(deletion, progress);
        context.terminal().print("Deleted." + (deletion.keeps().isEmpty() ? "" : " Kept: " + String.join("; ", deletion.keeps()) + "."));
        return ExitCode.DONE;
    }
}

package topicworkbench.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Logger;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.aws.AwsCloud;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.Workspace;

/** Runs commands in this process and keeps what they print. */
final class Commands {
    static final Path LOG = Path.of("the-log-file");
    /** What the launcher sends to a file would clutter the test's output. */
    private static final Logger LOGGER = Logger.getLogger("topicworkbench.cli");

    private final Path workspace;
    private final Function<Path, Services> wiring;
    private boolean interactive;

    static {
        LOGGER.setUseParentHandlers(false);
    }

    Commands(Path workspace) {
        this(workspace, folder -> {
            Workspace runs = new Workspace(folder);
            PipelineRunner here = new LocalPipelineRunner(runs, 1);
            return new Services(runs, here, new AwsCloud(runs, here));
        });
    }

    Commands(Path workspace, Function<Path, Services> wiring) {
        this.workspace = workspace;
        this.wiring = wiring;
    }

    Commands onTerminal() {
        interactive = true;
        return this;
    }

    /** What a command answered. */
    record Answer(int code, String out, String err) {

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    /** Adds the workspace to the arguments. */
    Answer run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--workspace", workspace.toString()));
        return exactly(all.toArray(String[]::new));
    }

    Answer exactly(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(print(out), print(err), interactive, 120);
        int code = new CommandLineProgram(new CommandContext(wiring, terminal, LOG)).execute(arguments);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}

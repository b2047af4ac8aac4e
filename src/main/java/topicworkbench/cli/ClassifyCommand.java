package topicworkbench.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.classify.ServiceModel;
import topicworkbench.exploration.classify.TextTopics;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.ProgressListener;
import topicworkbench.workspace.RunFolder;

/** The topics of one text by the model of a run. */
@Command(name = "classify", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Says what a text is about, by the trained model of a run or one that SageMaker trained.",
        footer = {"", "Examples:", "  topic-workbench classify March \"It never charged, and nobody answers my calls\"",
            "  topic-workbench classify March --file complaint.txt --json",
            "  topic-workbench classify March --file - --model model.tar.gz --vocabulary vocab.txt < complaint.txt"})
final class ClassifyCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "RUN", description = "Id or name of the run.")
    private String run;

    @Parameters(index = "1", paramLabel = "TEXT", arity = "0..1", description = "What to classify.")
    private String text;

    @Option(names = "--file", paramLabel = "FILE", description = "Read the text from a file in UTF-8; - is standard input.")
    private String file;

    @Option(names = "--model", paramLabel = "MODEL.TAR.GZ",
            description = "Ask this artifact of a SageMaker training job, NTM or LDA, instead of the run's model.")
    private Path model;

    @Option(names = "--vocabulary", paramLabel = "VOCAB.TXT",
            description = "The vocabulary that the artifact was trained with; without it the run's.")
    private Path vocabulary;

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    ClassifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if ((text == null) == (file == null)) {
            throw new InvalidOptionException("text", "There must be one text to classify.", "Give TEXT or --file.");
        }
        if (vocabulary != null && model == null) {
            throw new InvalidOptionException("vocabulary", "A vocabulary belongs to a model.", "Give --model as well, or leave it out.");
        }
        String read = text != null ? text : read(file);
        RunFolder folder = workspace.services(context.wiring()).workspace().find(run);
        ExploredRun explored = ExploredRun.open(folder, ProgressListener.NONE);
        TextTopics topics = model == null ? TextTopics.of(explored)
                : ServiceModel.read(model, vocabulary, explored.corpus(), folder.spec().text());
        ClassifiedText answer = new ClassifiedText(topics, topics.ask("", read));
        context.terminal().print(json ? answer.json() : answer.table(context.terminal().width()));
        return ExitCode.DONE;
    }

    private static String read(String file) {
        try {
            byte[] bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            throw new ExplainedException("The file " + file + " cannot be read.", "Check its name and its permissions.", e);
        }
    }
}

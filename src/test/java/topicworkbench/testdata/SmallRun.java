package topicworkbench.testdata;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.files.FolderTree;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** A real run on {@link SmallReviews}. It is made once for all tests of a process; each gets a copy that it may change. */
public final class SmallRun {
    public static final int TOPICS = 3;
    private static final String CSV = "small.csv";
    private static final List<String> PLAIN_TEXT = List.of(".json", ".jsonl", ".log", ".csv");

    private SmallRun() { }

    public static RunSpec spec(Path csv) {
        return Settings.apply(RunSpecs.defaults(RunSpecs.LDA, TOPICS)
                .withSource(new ReviewSource(List.of(csv.toString()), Map.of())), List.of("iterations=20"));
    }

    /** A run of the workspace, done as if it had been started there on reviews of its own. */
    public static RunSummary in(Workspace workspace, String name) throws IOException {
        Path csv = Files.createDirectories(workspace.root()).resolve(CSV);
        Files.copy(Made.FOLDER.resolve(CSV), csv, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        RunFolder run;
        try (RunWriter writer = workspace.create(name, spec(csv), Map.of())) {
            run = writer.folder();
            Files.delete(run.files().work());
        }
        JsonObject state = JsonParser.parseString(moved(Made.RUN.files().state(), csv)).getAsJsonObject();
        state.add("created", JsonParser.parseString(Files.readString(run.files().state())).getAsJsonObject().get("created"));
        List<Path> ownFiles = List.of(Made.RUN.files().spec(), Made.RUN.files().name(), Made.RUN.files().state());
        try (Stream<Path> files = Files.walk(Made.RUN.path())) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !ownFiles.contains(file)).toList()) {
                copy(file, run.path().resolve(Made.RUN.path().relativize(file)), csv);
            }
        }
        Files.writeString(run.files().state(), state.toString()); // last: from now on it is done
        return run.summary();
    }

    private static void copy(Path file, Path target, Path csv) throws IOException {
        Files.createDirectories(target.getParent());
        if (PLAIN_TEXT.stream().anyMatch(file.toString()::endsWith)) {
            Files.writeString(target, moved(file, csv));
        } else {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The text of a file, about these reviews. */
    private static String moved(Path file, Path csv) throws IOException {
        return Files.readString(file).replace(Made.FOLDER.resolve(CSV).toString(), csv.toString());
    }

    private static RunFolder make(Path folder) {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Workspace workspace = new Workspace(folder);
            return workspace.find(new LocalPipelineRunner(workspace, 1).start(spec(SmallReviews.write(folder.resolve(CSV))),
                    "small", event -> { }).await().id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made when the first test wants it; all that other threads run while it is made is outside of this class. */
    private static final class Made {
        static final Path FOLDER = folder();
        static final RunFolder RUN = make(FOLDER);

        private static Path folder() {
            try {
                return Files.createTempDirectory("small-run");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

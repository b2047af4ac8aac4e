package topicworkbench.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.RunFiles;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** A run of its own for one reader, of which one file is damaged again and again. It is made when it is first asked for. */
public final class OneRun {
    private final Scratch scratch = Scratch.make();
    private RunFolder folder;

    public synchronized RunFolder folder() {
        if (folder == null) {
            try {
                Workspace workspace = new Workspace(scratch.folder());
                folder = workspace.find(SmallRun.in(workspace, "fuzzed").id());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    /** What the run has in a file, as it was made. */
    public List<byte[]> seed(Function<RunFiles, Path> file) {
        return List.of(Scratch.bytes(file.apply(folder().files())));
    }

    /** Puts the input in place of a file. */
    public Path damage(Function<RunFiles, Path> file, byte[] input) {
        try {
            Path damaged = file.apply(folder().files());
            Files.createDirectories(damaged.getParent());
            return Files.write(damaged, input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package topicworkbench.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.FolderTree;

/** A folder among the system's temporary ones, which is gone when it is closed. */
record ScratchFolder(Path path) implements AutoCloseable {

    /** @throws ExplainedException if there is no room for one */
    static ScratchFolder make(String prefix) {
        try {
            return new ScratchFolder(Files.createTempDirectory(prefix));
        } catch (IOException e) {
            throw new ExplainedException("The folder for temporary files cannot be written.",
                    "Free some space there, or name another folder by the environment variable TMPDIR.", e);
        }
    }

    @Override
    public void close() {
        FolderTree.discard(path);
    }
}

package topicworkbench.testdata;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real files beside the checkout that are not ours to store; tests that want them are skipped where they are absent. */
public final class SharedData {
    private static final Path ROOT = Path.of("..", "shared", "data");

    private SharedData() { }

    /** The file or folder, or a skipped test that names what is missing. */
    public static Path require(String relative) {
        Path path = ROOT.resolve(relative);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: " + path + " is not there");
        return path;
    }
}

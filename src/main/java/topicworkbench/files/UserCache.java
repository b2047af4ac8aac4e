package topicworkbench.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user's own folder for files that can be made again: the unpacked sample and the program's log. */
public final class UserCache {

    private UserCache() { }

    /** Exists and can be written; a new temporary one where the user's home cannot be. */
    public static Path folder() {
        Path wanted = wanted();
        try {
            Files.createDirectories(wanted);
            return Files.isWritable(wanted) ? wanted : temporary();
        } catch (IOException e) {
            return temporary();
        }
    }

    /** {@code -Dtw.cache} if given, else where the operating system wants caches. */
    private static Path wanted() {
        String chosen = System.getProperty("tw.cache");
        if (chosen != null) {
            return Path.of(chosen);
        }
        String forAll = System.getenv(System.getProperty("os.name").startsWith("Windows") ? "LOCALAPPDATA"
                : "XDG_CACHE_HOME");
        return (forAll == null || forAll.isBlank() ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(forAll)).resolve("topic-workbench");
    }

    private static Path temporary() {
        return Temporary.FOLDER;
    }

    /** Made once, when first needed. */
    private static final class Temporary {
        static final Path FOLDER = create();

        private static Path create() {
            try {
                return Files.createTempDirectory("topic-workbench");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

package topicworkbench.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DuckDB's driver unpacks its library into the temporary folder and deletes it when Java ends in good order; of every
 * process that is killed 70 MB would stay. Linux keeps what is loaded, so there the file can go at once.
 */
final class UnpackedLibrary {
    private static final Path LOADED = Path.of("/proc/self/maps");
    private static final Pattern LIBRARY = Pattern.compile("/\\S*/libduckdb_java\\d+\\.so$", Pattern.MULTILINE);
    private static final AtomicBoolean DISCARDED = new AtomicBoolean();

    private UnpackedLibrary() { }

    /** Call when the driver is loaded; does something the first time only. */
    static void discard() {
        if (!DISCARDED.compareAndSet(false, true) || !Files.exists(LOADED)) {
            return;
        }
        try {
            Matcher library = LIBRARY.matcher(Files.readString(LOADED));
            if (library.find()) {
                Files.deleteIfExists(Path.of(library.group()));
            }
        } catch (IOException e) {
            // it is deleted at the end then
        }
    }
}

package topicworkbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import topicworkbench.exploration.VisibleText;
import topicworkbench.files.UserCache;

/**
 * Sends everything that is logged to one file and nothing to the console. Records are few, so each opens the file
 * anew: several processes can share it, and a run that logs nothing leaves none behind.
 */
final class LogFile extends Handler {
    private static final long LARGEST = 5_000_000;

    private final Path path;

    LogFile(Path path) {
        this.path = path;
        setFormatter(new Indented());
    }

    /** @return the file that messages name */
    static Path install() {
        Path path = UserCache.folder().resolve("topic-workbench.log");
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(new LogFile(path));
        return path;
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        try {
            if (Files.exists(path) && Files.size(path) > LARGEST) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(path, getFormatter().format(record), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            reportError("cannot write " + path, e, ErrorManager.WRITE_FAILURE);
        }
    }

    /** Messages quote what others wrote: only a record itself begins at the margin, and nothing in it moves what is shown. */
    private static final class Indented extends SimpleFormatter {
        @Override
        public String format(LogRecord record) {
            String text = super.format(record).stripTrailing().replace("\r\n", "\n").replace('\r', '\n');
            return VisibleText.of(text).replace("\n", "\n    ") + "\n";
        }
    }

    @Override
    public void flush() { }

    @Override
    public void close() { }
}

package topicworkbench.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import topicworkbench.failure.ExplainedException;

/** Tells why files could not be written in words that lead somewhere. */
public final class WriteFailures {

    private WriteFailures() { }

    /** The failure in two sentences, if it or one of its causes is a full disk or a place that cannot be written. */
    public static Optional<ExplainedException> recognize(Throwable failure, Path place) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> recognizeOne(cause, place)).flatMap(Optional::stream).findFirst();
    }

    static ExplainedException explain(Exception failure, Path place) {
        return recognize(failure, place).orElseGet(() -> new ExplainedException(
                "The folder " + place + " cannot be written.",
                "Check the disk, or choose another folder with --workspace.", failure));
    }

    private static Optional<ExplainedException> recognizeOne(Throwable cause, Path place) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        // the words of Linux and macOS, of Windows, and of DuckDB
        if (message.contains("no space left on device") || message.contains("not enough space on the disk")
                || message.contains("disk quota exceeded") || message.contains("disk full")) {
            return Optional.of(new ExplainedException("The disk of " + place + " is full.",
                    "Free some space, or choose a folder on another disk with --workspace.", cause));
        }
        if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException
                || cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException
                || cause instanceof IOException && (message.contains("read-only file system")
                        || message.contains("permission denied") || message.contains("not a directory"))) {
            return Optional.of(new ExplainedException("The folder " + place + " cannot be written.",
                    "Make it writable, or choose another folder with --workspace.", cause));
        }
        return Optional.empty();
    }
}

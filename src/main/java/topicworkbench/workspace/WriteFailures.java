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

    /** The failure in two sentences, if it or one of its causes is a full disk. */
    public static Optional<ExplainedException> fullDisk(Throwable failure, Path place) {
        return causes(failure).filter(WriteFailures::isFullDisk).findFirst().map(cause -> new ExplainedException(
                "The disk of " + place + " is full.",
                "Free some space, or choose a folder on another disk with --workspace.", cause));
    }

    /** The failure in two sentences, if it or one of its causes is a place that may not be written. */
    public static Optional<ExplainedException> notWritable(Throwable failure, Path place) {
        return causes(failure).filter(WriteFailures::isRefusal).findFirst().map(cause -> new ExplainedException(
                "The folder " + place + " cannot be written.",
                "Make it writable, or choose another folder with --workspace.", cause));
    }

    /** In two sentences, whatever kept a folder from being written. */
    public static ExplainedException explain(Exception failure, Path place) {
        return fullDisk(failure, place).or(() -> notWritable(failure, place))
                .orElseGet(() -> new ExplainedException("The folder " + place + " cannot be written.",
                        "Check the disk, or choose another folder with --workspace.", failure));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    /** In the words of Linux and macOS, of Windows, and of DuckDB, since there is no type for it. */
    private static boolean isFullDisk(Throwable cause) {
        String message = message(cause);
        return message.contains("no space left on device") || message.contains("not enough space on the disk")
                || message.contains("disk quota exceeded") || message.contains("disk full")
                || message.contains("max_temp_directory_size");
    }

    private static boolean isRefusal(Throwable cause) {
        String message = message(cause);
        return cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException
                || cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException
                || cause instanceof IOException && (message.contains("read-only file system")
                        || message.contains("permission denied") || message.contains("not a directory"));
    }

    private static String message(Throwable cause) {
        return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    }
}

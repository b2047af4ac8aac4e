package topicworkbench.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.files.FolderTree;
import topicworkbench.workspace.WriteFailures;

/** Where exports go: files and folders are made in a folder beside it and moved when every one is complete. */
public final class ExportFolder {

    /** Writes the files into the folder that it is given. */
    @FunctionalInterface
    public interface Filling {
        void fill(Path folder) throws IOException, SQLException;
    }

    private ExportFolder() { }

    /**
     * @param target new or empty, unless {@code force}; then files of the same names are replaced
     * @return the files written
     * @throws ExplainedException if the target holds something or cannot be written
     */
    public static List<Path> write(Path target, boolean force, Filling filling) {
        Path wanted = target.toAbsolutePath().normalize();
        if (!force && !isFree(wanted)) {
            throw new InvalidOptionException("to", "The folder " + wanted + " holds something already.",
                    "Name a new or empty folder, or give --force to replace the files of the same names.");
        }
        try {
            Files.createDirectories(wanted.getParent());
            Path unfinished = Files.createTempDirectory(wanted.getParent(), "." + wanted.getFileName());
            try {
                filling.fill(unfinished);
                return moveAll(unfinished, wanted);
            } finally {
                FolderTree.delete(unfinished);
            }
        } catch (IOException | UncheckedIOException | SQLException e) {
            throw WriteFailures.fullDisk(e, wanted).orElseGet(() -> new ExplainedException(
                    "The folder " + wanted + " cannot be written.", "Make it writable, or name another with --to.", e));
        }
    }

    private static List<Path> moveAll(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> moved = new ArrayList<>();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path place = to.resolve(from.relativize(file));
                Files.createDirectories(place.getParent());
                moved.add(Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
            }
        }
        return moved;
    }

    private static boolean isFree(Path target) {
        if (!Files.exists(target)) {
            return true;
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(target)) {
            return !inside.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }
}

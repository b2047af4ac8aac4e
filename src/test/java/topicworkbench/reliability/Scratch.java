package topicworkbench.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import topicworkbench.files.FolderTree;

/**
 * A folder within a folder, in which a reader finds one file; both are gone when the program ends. Whatever a reader writes,
 * it may write only beside that file.
 */
public final class Scratch {
    private final Path outer;

    private Scratch(Path outer) {
        this.outer = outer;
    }

    public static Scratch make() {
        try {
            Path outer = Files.createTempDirectory("fuzzing");
            Files.createDirectory(outer.resolve("inner"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(outer)));
            return new Scratch(outer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where files may be written. */
    public Path folder() {
        return outer.resolve("inner");
    }

    public Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder().resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file holds. */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing has left the folder, and in it is only what is named. */
    public void holdsOnly(String... names) {
        if (!names(outer).equals(List.of("inner")) || !List.of(names).containsAll(names(folder()))) {
            throw new AssertionError("there is more than it should be: " + names(outer) + ", " + names(folder()));
        }
    }

    private static List<String> names(Path of) {
        try (Stream<Path> found = Files.list(of)) {
            return found.map(path -> path.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

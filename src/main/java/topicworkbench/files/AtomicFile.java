package topicworkbench.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes whole files only: to a temporary name beside the target, forced to the disk, then renamed, and the folder
 * forced. After a crash there is the old file or the new one, never half of one.
 */
public final class AtomicFile {
    /** Ends the temporary names; a file so named was never finished. */
    private static final String PARTIAL_SUFFIX = ".partial";

    /** Writes the content to the file it is given. @param <E> how it may fail otherwise than by the disk */
    @FunctionalInterface
    public interface Content<E extends Exception> {
        void writeTo(Path temporary) throws IOException, E;
    }

    private AtomicFile() { }

    public static void write(Path target, String text) {
        write(target, temporary -> Files.writeString(temporary, text, StandardCharsets.UTF_8));
    }

    /** Whatever {@code content} throws leaves no file behind. @throws UncheckedIOException if the disk refuses */
    public static <E extends Exception> void write(Path target, Content<E> content) throws E {
        Path temporary = target.resolveSibling(target.getFileName() + PARTIAL_SUFFIX);
        try {
            try {
                content.writeTo(temporary);
                force(temporary, StandardOpenOption.WRITE);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            forceFolder(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a finished file a second name: a hard link, or a copy where there are none. */
    public static void link(Path existing, Path target) {
        write(target, temporary -> {
            Files.deleteIfExists(temporary);
            try {
                Files.createLink(temporary, existing);
            } catch (IOException | UnsupportedOperationException e) { // another disk, or one that knows no links
                Files.copy(existing, temporary);
            }
        });
    }

    /** Makes renames and new names in a folder last. */
    public static void forceFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) { // which cannot open a folder, and needs no forcing
            force(folder, StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}

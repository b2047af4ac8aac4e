package topicworkbench.workspace;

import com.sun.jna.platform.FileUtils;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The system's bin: by JNA on Windows and macOS; elsewhere by the desktops' common rules, which JNA does not know.
 *
 * @see <a href="https://specifications.freedesktop.org/trash-spec/latest/">Trash specification 1.0</a>
 */
final class Bin {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private Bin() { }

    /** @return whether the folder is in the bin now; if not, it is where it was */
    static boolean take(Path folder) throws IOException {
        String system = System.getProperty("os.name");
        if (!system.startsWith("Windows") && !system.startsWith("Mac")) {
            Optional<Path> bin = binOf(folder, homeBin());
            return bin.isPresent() && take(folder, bin.get());
        }
        FileUtils bin = FileUtils.getInstance();
        if (bin.hasTrash()) {
            bin.moveToTrash(folder.toFile());
        }
        return Files.notExists(folder);
    }

    private static Path homeBin() {
        String named = System.getenv("XDG_DATA_HOME");
        Path home = named == null || named.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(named);
        return home.resolve("Trash");
    }

    /** The bin in the user's home, or on another disk that disk's own; none where no folder for it can be made. */
    static Optional<Path> binOf(Path folder, Path homeBin) {
        try {
            Files.createDirectories(homeBin);
            FileStore disk = Files.getFileStore(folder);
            if (disk.equals(Files.getFileStore(homeBin))) {
                return Optional.of(homeBin);
            }
            Path top = folder.toRealPath();
            while (top.getParent() != null && Files.getFileStore(top.getParent()).equals(disk)) {
                top = top.getParent();
            }
            Object user = Files.getAttribute(Path.of(System.getProperty("user.home")), "unix:uid");
            return Optional.of(Files.createDirectories(top.resolve(".Trash-" + user)));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** First the note where it came from, which also claims the name; then the folder itself. */
    static boolean take(Path folder, Path bin) throws IOException {
        Path files = Files.createDirectories(bin.resolve("files"));
        Path notes = Files.createDirectories(bin.resolve("info"));
        String name = folder.getFileName().toString();
        Path note = notes.resolve(name + ".trashinfo");
        for (int copy = 2; Files.exists(note) || Files.exists(files.resolve(name)); copy++) {
            name = folder.getFileName() + "." + copy;
            note = notes.resolve(name + ".trashinfo");
        }
        URI place = folder.toRealPath().toUri();
        Files.writeString(note, "[Trash Info]\nPath=" + place.getRawPath().replaceFirst("/$", "") + "\nDeletionDate="
                + LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + "\n", StandardOpenOption.CREATE_NEW);
        try {
            Files.move(folder, files.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            Files.delete(note);
            throw e;
        }
    }
}

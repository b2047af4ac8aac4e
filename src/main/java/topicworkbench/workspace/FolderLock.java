package topicworkbench.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Says which process works on a run or a study. The operating system drops the lock when the process ends, however it ends, so
 * that others can tell a running run from an interrupted one.
 */
public final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";
    private static final int ATTEMPTS = 5;
    private static final long NANOS_BETWEEN_ATTEMPTS = 10_000_000;

    /**
     * Held by this process. Asked first, because closing any channel of a locked file drops the process's lock on
     * POSIX systems; guarded by the class.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Empty if another process, or this one, works on the folder; it must exist. */
    public static synchronized Optional<FolderLock> tryAcquire(Path folder) {
        Path file = folder.toAbsolutePath().normalize().resolve(FILE);
        if (HELD.contains(file)) {
            return Optional.empty();
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                return Optional.empty();
            }
            HELD.add(file);
            return Optional.of(new FolderLock(file, channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tries a few times, because another process that only looks holds the lock for an instant. */
    private static boolean lock(FileChannel channel) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (channel.tryLock() != null) {
                return true;
            }
            LockSupport.parkNanos(NANOS_BETWEEN_ATTEMPTS);
        }
        return false;
    }

    /** Whether some process, perhaps this one, works on the run; needs no right to write. */
    public static synchronized boolean isHeld(Path folder) {
        Path file = folder.toAbsolutePath().normalize().resolve(FILE);
        if (HELD.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.tryLock(0, Long.MAX_VALUE, true) == null;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        synchronized (FolderLock.class) {
            HELD.remove(file);
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

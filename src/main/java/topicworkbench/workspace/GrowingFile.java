package topicworkbench.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file that others append lines to; each look brings the whole lines that are new since the last. */
final class GrowingFile {
    private static final int LARGEST_STEP = 64 << 20;

    private final Path file;
    private long read;

    GrowingFile(Path file) {
        this.file = file;
    }

    /** None as long as there is no file; what follows the last line end is left for the next look. */
    List<String> newLines() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.clamp(channel.size() - read, 0, LARGEST_STEP));
            channel.position(read);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until all that was there is read
            }
            int whole = bytes.position();
            while (whole > 0 && bytes.get(whole - 1) != '\n') {
                whole--;
            }
            read += whole;
            return new String(bytes.array(), 0, whole, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

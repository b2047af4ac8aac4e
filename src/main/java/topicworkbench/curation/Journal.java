package topicworkbench.curation;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * An append-only file of JSON objects, one a line. Each line is on the disk when {@link #append} returns. A line that a
 * crash left torn is passed over by readers and closed off by the next line.
 */
public final class Journal {
    private final Path file;

    public Journal(Path file) {
        this.file = file;
    }

    /**
     * The lines of a stretch of the file.
     *
     * @param start where it begins, in bytes
     * @param end   behind its last whole line
     */
    public record Read(List<JsonObject> entries, long start, long end) { }

    public synchronized void append(JsonObject entry) {
        // in one write at the end of the file, wherever that is then: another process may append as well
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            String line = (endsTorn() ? "\n" : "") + entry + "\n";
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every whole line, oldest first; none if there is no file yet. */
    public List<JsonObject> read() {
        return readFrom(0).entries();
    }

    /** @param start the end of an earlier stretch; if the file is shorter now, another has taken its place: read anew */
    public Read readFrom(long start) {
        if (!Files.exists(file)) {
            return new Read(List.of(), 0, 0);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = channel.size() < start ? 0 : start;
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
            channel.position(from);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until all that was there is read
            }
            int whole = bytes.position();
            while (whole > 0 && bytes.get(whole - 1) != '\n') {
                whole--;
            }
            List<JsonObject> entries = entries(text(bytes, 0, whole));
            List<JsonObject> last = entries(text(bytes, whole, bytes.position())); // whole, if only its end is missing
            entries.addAll(last);
            return new Read(entries, from, from + (last.isEmpty() ? whole : bytes.position()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ByteBuffer bytes, int start, int end) {
        return new String(bytes.array(), start, end - start, StandardCharsets.UTF_8);
    }

    private static List<JsonObject> entries(String lines) {
        List<JsonObject> entries = new ArrayList<>();
        lines.lines().forEach(line -> {
            try {
                if (JsonParser.parseString(line) instanceof JsonObject entry) {
                    entries.add(entry);
                }
            } catch (JsonParseException e) {
                // torn by a crash: what it would have said did not happen
            }
        });
        return entries;
    }

    private boolean endsTorn() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }
}

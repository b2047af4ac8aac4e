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

    public synchronized void append(JsonObject entry) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            String line = (endsTorn(channel) ? "\n" : "") + entry + "\n";
            channel.position(channel.size());
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
        if (!Files.exists(file)) {
            return List.of();
        }
        List<JsonObject> entries = new ArrayList<>();
        try {
            // decoded leniently, because a torn line may end within a character
            new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(line -> {
                try {
                    if (JsonParser.parseString(line) instanceof JsonObject entry) {
                        entries.add(entry);
                    }
                } catch (JsonParseException e) {
                    // torn by a crash: what it would have said did not happen
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static boolean endsTorn(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
    }
}

package topicworkbench.corpus;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** How a file is packed, told by its first bytes and not by its name. */
public enum Compression {
    NONE, GZIP, ZSTD;

    private static final int BUFFER = 1 << 16;

    static Compression of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(4);
            if (magic.length >= 2 && magic[0] == 0x1F && magic[1] == (byte) 0x8B) {
                return GZIP;
            }
            boolean zstd = magic.length == 4 && magic[0] == 0x28 && magic[1] == (byte) 0xB5 && magic[2] == 0x2F
                    && magic[3] == (byte) 0xFD;
            return zstd ? ZSTD : NONE;
        }
    }

    /** The unpacked bytes of {@code file}. */
    InputStream open(Path file) throws IOException {
        InputStream packed = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        return switch (this) {
            case NONE -> packed;
            case GZIP -> new GZIPInputStream(packed, BUFFER);
            case ZSTD -> new ZstdInputStream(packed);
        };
    }

    /** As DuckDB's readers and messages spell it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

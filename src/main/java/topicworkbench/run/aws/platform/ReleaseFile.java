package topicworkbench.run.aws.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Something that is deployed besides the stacks.
 *
 * @param name   under the release's folder
 * @param source opens its content anew
 */
public record ReleaseFile(String name, Source source) {

    /** Where content comes from. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    public static ReleaseFile of(String name, Path file) {
        return new ReleaseFile(name, () -> Files.newInputStream(file));
    }

    public static ReleaseFile of(String name, byte[] content) {
        return new ReleaseFile(name, () -> new ByteArrayInputStream(content));
    }

    /** SHA-256 in hexadecimal digits. */
    String hash() throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(source.open(), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}

package topicworkbench.run.aws.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Part;

/** Whether a file here has the content of an object, by the strongest checksum that is known of the object as a whole. */
final class ContentCheck {
    /** Metadata under which we keep the SHA-256 of what we upload. */
    static final String SHA256 = "tw-sha256";
    private static final String MD5 = "[0-9a-f]{32}";

    private ContentCheck() { }

    static boolean agrees(Path file, HeadObjectResponse object) {
        try {
            return Files.size(file) == object.contentLength() && checksumAgrees(file, object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean checksumAgrees(Path file, HeadObjectResponse object) {
        String ours = object.metadata().get(SHA256);
        if (ours != null) {
            return ours.equals(sha256(file));
        }
        boolean whole = object.checksumType() != ChecksumType.COMPOSITE;
        if (whole && object.checksumSHA256() != null) {
            return object.checksumSHA256().equals(Base64.getEncoder().encodeToString(digest("SHA-256", file)));
        }
        if (whole && object.checksumCRC64NVME() != null) {
            return object.checksumCRC64NVME().equals(base64(Long.BYTES, crc(file, Crc64Nvme::new)));
        }
        if (whole && object.checksumCRC32() != null) {
            return object.checksumCRC32().equals(base64(Integer.BYTES, crc(file, CRC32::new)));
        }
        if (whole && object.checksumCRC32C() != null) {
            return object.checksumCRC32C().equals(base64(Integer.BYTES, crc(file, CRC32C::new)));
        }
        String tag = object.eTag() == null ? "" : object.eTag().replace("\"", "");
        // under a key of the user's own the tag is no MD5, and that of parts has a hyphen
        boolean isMd5 = tag.matches(MD5) && object.ssekmsKeyId() == null;
        return !isMd5 || tag.equals(HexFormat.of().formatHex(digest("MD5", file)));
    }

    /** In hexadecimal. */
    static String sha256(Path file) {
        return HexFormat.of().formatHex(digest("SHA-256", file));
    }

    /** As S3 writes it. */
    static String sha256(byte[] bytes, int length) {
        MessageDigest digest = algorithm("SHA-256");
        digest.update(bytes, 0, length);
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    /**
     * Whether a part that was sent has these bytes. Where its SHA-256 is not listed, its tag must be their MD5, which it is unless
     * a key of the user's own encrypts it; then the part is sent again.
     */
    static boolean agrees(byte[] bytes, String sha256, Part part) {
        if (part.size() != bytes.length) {
            return false;
        }
        return part.checksumSHA256() != null ? part.checksumSHA256().equals(sha256)
                : part.eTag() != null && part.eTag().replace("\"", "").equals(HexFormat.of().formatHex(algorithm("MD5").digest(bytes)));
    }

    private static byte[] digest(String name, Path file) {
        MessageDigest digest = algorithm(name);
        read(file, digest::update);
        return digest.digest();
    }

    private static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has both
        }
    }

    private static long crc(Path file, Supplier<Checksum> algorithm) {
        Checksum checksum = algorithm.get();
        read(file, checksum::update);
        return checksum.getValue();
    }

    private static String base64(int bytes, long value) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        return Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(all, Long.BYTES - bytes, Long.BYTES));
    }

    /** Takes some bytes. */
    private interface Bytes {
        void take(byte[] bytes, int offset, int length);
    }

    private static void read(Path file, Bytes bytes) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                bytes.take(buffer, 0, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

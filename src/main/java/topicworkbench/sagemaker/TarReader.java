package topicworkbench.sagemaker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the plain files of a tar archive from a stream, one after the other. Whatever a header says, no more is taken from the
 * stream than was allowed, links and devices are passed over, and names go nowhere near the file system. Long names and other
 * extensions are passed over as well: a file's name then is its short one.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">POSIX, ustar interchange format</a>
 */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;
    private static final int SIZE = 124;
    private static final int CHECKSUM = 148;
    private static final int TYPE = 156;
    private static final int OCTAL_DIGITS = 12;
    private static final int CHECKSUM_DIGITS = 8;
    private static final int SKIP_AT_ONCE = 1 << 16;

    private final InputStream in;
    private long allowed;

    /** @param allowed bytes that may be taken from the stream in all, padding and what is passed over included */
    TarReader(InputStream in, long allowed) {
        this.in = in;
        this.allowed = allowed;
    }

    /** @param name without its folders */
    record Member(String name, byte[] content) { }

    /**
     * @return the next plain file, or null at the end
     * @throws IOException            if the archive is damaged or cut short
     * @throws ArchiveTooLargeException if it holds more than is allowed
     */
    Member next() throws IOException {
        byte[] header = in.readNBytes(BLOCK);
        while (header.length > 0 && !isZero(header)) {
            requireHeader(header);
            long size = octal(header, SIZE, OCTAL_DIGITS);
            take(BLOCK + size + padding(size));
            if (header[TYPE] == '0' || header[TYPE] == 0) {
                byte[] content = in.readNBytes((int) size);
                if (content.length < size) {
                    throw new EOFException("it is cut short");
                }
                in.skipNBytes(padding(size));
                return new Member(name(header), content);
            }
            in.skipNBytes(size + padding(size));
            header = in.readNBytes(BLOCK);
        }
        return null;
    }

    /** Gives back what a member took that nobody holds any more. */
    void allow(long bytes) {
        allowed += bytes;
    }

    /** Reads what stands behind the end of the archive, so that a checksum around it is verified. */
    void drain() throws IOException {
        byte[] rest = new byte[SKIP_AT_ONCE];
        for (int read = in.read(rest); read >= 0; read = in.read(rest)) {
            take(read);
        }
    }

    private void take(long bytes) throws IOException {
        allowed -= bytes;
        if (allowed < 0) {
            throw new ArchiveTooLargeException();
        }
    }

    private static long padding(long size) {
        return -size & BLOCK - 1;
    }

    private static void requireHeader(byte[] header) throws IOException {
        if (header.length < BLOCK) {
            throw new EOFException("it is cut short");
        }
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + CHECKSUM_DIGITS ? ' ' : header[i] & 0xFF;
        }
        if (sum != octal(header, CHECKSUM, CHECKSUM_DIGITS)) {
            throw new IOException("a header does not have the sum that it says");
        }
    }

    /** A number in octal digits, with spaces before and behind; the binary form, of 8 GB and more, is refused. */
    private static long octal(byte[] header, int from, int digits) throws IOException {
        String text = new String(header, from, digits, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
        if (!text.matches("[0-7]{1,12}")) {
            throw new IOException("a header holds a number that is none");
        }
        return Long.parseLong(text, 8);
    }

    private static String name(byte[] header) {
        int length = 0;
        while (length < NAME_BYTES && header[length] != 0) {
            length++;
        }
        String path = new String(header, 0, length, StandardCharsets.UTF_8);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}

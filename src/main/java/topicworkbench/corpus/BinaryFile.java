package topicworkbench.corpus;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;

/** What the binary files of this package have in common: whole or not there, numbers big-endian in bulk. */
final class BinaryFile {
    static final int BUFFER_BYTES = 1 << 16;

    private BinaryFile() { }

    /** Writes all of it. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes it whole or not at all. */
    static void replace(Path file, Content content) {
        try {
            AtomicFile.write(file, temporary -> {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER_BYTES)) {
                    content.writeTo(out);
                }
            });
        } catch (UncheckedIOException e) {
            throw new ExplainedException("The file " + file + " cannot be written (" + e.getCause().getMessage() + ").",
                    "Make sure that its folder can be written to and that the disk has room.", e);
        }
    }

    /**
     * A checksum tells of damage, not of who wrote the numbers.
     *
     * @param starts offsets into the entries, one more than there are documents
     * @param terms  of each entry its term
     * @param size   number of terms
     */
    static void requireCounts(int[] starts, int[] terms, int size) throws IOException {
        boolean sound = starts[0] == 0 && starts[starts.length - 1] == terms.length;
        for (int document = 1; document < starts.length; document++) {
            sound &= starts[document - 1] <= starts[document];
        }
        for (int term : terms) {
            sound &= term >= 0 && term < size;
        }
        if (!sound) {
            throw new IOException("counts of what is not there");
        }
    }

    static void writeInts(int[] values, int count, DataOutputStream out) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        for (int from = 0; from < count; from += BUFFER_BYTES / Integer.BYTES) {
            int length = Math.min(BUFFER_BYTES / Integer.BYTES, count - from);
            buffer.asIntBuffer().put(values, from, length);
            out.write(buffer.array(), 0, length * Integer.BYTES);
        }
    }

    static int[] readInts(int count, DataInputStream in) throws IOException {
        int[] values = new int[count];
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        for (int from = 0; from < count; from += BUFFER_BYTES / Integer.BYTES) {
            int length = Math.min(BUFFER_BYTES / Integer.BYTES, count - from);
            in.readFully(buffer.array(), 0, length * Integer.BYTES);
            buffer.asIntBuffer().get(values, from, length);
        }
        return values;
    }
}

package topicworkbench.sagemaker;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the payloads of RecordIO one after the other, split ones put together ({@link RecordIoWriter} says how they are
 * framed). Lengths are not trusted: no more memory is taken than the stream has bytes, and none beyond {@link #LONGEST}.
 */
public final class RecordIoReader implements Closeable {
    /** Bytes of a payload; a document with a count in each of the service's million columns takes 12 MB at most. */
    public static final int LONGEST = 1 << 24;

    private final InputStream in;
    private long records;

    public RecordIoReader(InputStream in) {
        this.in = in;
    }

    /**
     * @return the next payload, or null at the end
     * @throws IOException if the stream is no RecordIO, is cut short, or holds a payload longer than {@link #LONGEST}
     */
    public byte[] next() throws IOException {
        byte[] header = in.readNBytes(2 * RecordIoWriter.WORD);
        if (header.length == 0) {
            return null;
        }
        int part = part(header);
        require(part == RecordIoWriter.WHOLE || part == RecordIoWriter.BEGIN, "begins in the middle of a split record");
        byte[] payload = payload(header, 0);
        if (part == RecordIoWriter.BEGIN) {
            payload = joined(payload);
        }
        records++;
        return payload;
    }

    private byte[] joined(byte[] begin) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(begin);
        int part;
        do {
            byte[] header = in.readNBytes(2 * RecordIoWriter.WORD);
            part = part(header);
            require(part == RecordIoWriter.MIDDLE || part == RecordIoWriter.END, "a split record has no end");
            whole.write(header, 0, RecordIoWriter.WORD); // the magic number at which it was split
            whole.write(payload(header, whole.size()));
        } while (part != RecordIoWriter.END);
        return whole.toByteArray();
    }

    private int part(byte[] header) throws IOException {
        require(header.length == 2 * RecordIoWriter.WORD, "it is cut short");
        require(words(header).getInt(0) == RecordIoWriter.MAGIC, "a record does not begin with the magic number");
        return words(header).getInt(RecordIoWriter.WORD) >>> RecordIoWriter.LENGTH_BITS;
    }

    private byte[] payload(byte[] header, int before) throws IOException {
        int length = words(header).getInt(RecordIoWriter.WORD) & (1 << RecordIoWriter.LENGTH_BITS) - 1;
        require(length <= LONGEST - before, "a record of more than " + LONGEST + " bytes");
        int padding = -length & RecordIoWriter.WORD - 1;
        byte[] payload = in.readNBytes(length); // takes memory as the bytes come
        require(payload.length == length && in.readNBytes(padding).length == padding, "it is cut short");
        return payload;
    }

    private static ByteBuffer words(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void require(boolean holds, String fault) throws IOException {
        if (!holds) {
            throw new IOException("This is no RecordIO: " + fault + " (record " + (records + 1) + ").");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

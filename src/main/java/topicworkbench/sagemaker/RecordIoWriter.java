package topicworkbench.sagemaker;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes payloads as RecordIO, the frames in which SageMaker's algorithms take their data: a magic number, a length, the
 * payload, zeros up to a multiple of four. Where a payload holds the magic number at a multiple of four it is split there,
 * as dmlc does, so that a reader that begins anywhere finds the next record. Streams of records can be joined end to end.
 *
 * @see <a href="https://github.com/dmlc/dmlc-core/blob/main/src/recordio.cc">dmlc-core, recordio.cc</a>
 */
public final class RecordIoWriter implements Closeable {
    /** Little-endian {@code 0a 23 d7 ce}. */
    static final int MAGIC = 0xCED7230A;
    static final int WORD = Integer.BYTES;
    /** A length has 29 bits; those above say which part of a record it is. */
    static final int LENGTH_BITS = 29;
    static final int WHOLE = 0;
    static final int BEGIN = 1;
    static final int MIDDLE = 2;
    static final int END = 3;

    private final OutputStream out;
    private final ByteBuffer header = ByteBuffer.allocate(2 * WORD).order(ByteOrder.LITTLE_ENDIAN);

    public RecordIoWriter(OutputStream out) {
        this.out = out;
    }

    /** @throws IllegalArgumentException if the payload is longer than a record may be, 2^29 - 1 bytes */
    public void write(byte[] payload) throws IOException {
        if (payload.length >>> LENGTH_BITS != 0) {
            throw new IllegalArgumentException("a payload of " + payload.length + " bytes");
        }
        ByteBuffer words = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        int from = 0;
        for (int at = 0; at + WORD <= payload.length; at += WORD) {
            if (words.getInt(at) == MAGIC) {
                writePart(from == 0 ? BEGIN : MIDDLE, payload, from, at);
                from = at + WORD; // the header of the next part stands for it
            }
        }
        writePart(from == 0 ? WHOLE : END, payload, from, payload.length);
    }

    private void writePart(int part, byte[] payload, int from, int to) throws IOException {
        header.clear();
        header.putInt(MAGIC).putInt(part << LENGTH_BITS | to - from);
        out.write(header.array());
        out.write(payload, from, to - from);
        for (int padded = to - from; padded % WORD != 0; padded++) {
            out.write(0);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

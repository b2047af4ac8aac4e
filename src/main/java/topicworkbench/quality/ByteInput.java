package topicworkbench.quality;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines and raw bytes from one stream, with a bound on every length, and can look ahead. */
final class ByteInput {
    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    ByteInput(InputStream in) {
        this.in = in;
    }

    /** The bytes up to the next newline, at most as many as the look-ahead holds; they stay unread. */
    byte[] peekLine() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (limit < BUFFER && fill()) { }
        int end = 0;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        return Arrays.copyOf(buffer, end);
    }

    /**
     * The bytes up to {@code delimiter}, which is consumed and left out; null at the end of the stream.
     *
     * @throws IOException if there are more than {@code longest} of them
     */
    byte[] readUntil(byte delimiter, int longest) throws IOException {
        byte[] collected = new byte[0];
        while (position < limit || refill()) {
            int end = position;
            while (end < limit && buffer[end] != delimiter) {
                end++;
            }
            int before = collected.length;
            if (before + end - position > longest) {
                throw new IOException("more than " + longest + " bytes without a separator");
            }
            collected = Arrays.copyOf(collected, before + end - position);
            System.arraycopy(buffer, position, collected, before, end - position);
            boolean complete = end < limit;
            position = complete ? end + 1 : end;
            if (complete) {
                return collected;
            }
        }
        return collected.length == 0 ? null : collected;
    }

    /** @throws EOFException if the stream ends before {@code target} is full */
    void readFully(byte[] target) throws IOException {
        int done = 0;
        while (done < target.length) {
            if (position == limit && !refill()) {
                throw new EOFException(target.length - done + " bytes are missing");
            }
            int length = Math.min(target.length - done, limit - position);
            System.arraycopy(buffer, position, target, done, length);
            position += length;
            done += length;
        }
    }

    private boolean refill() throws IOException {
        position = 0;
        limit = 0;
        return fill();
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, limit, BUFFER - limit);
        limit += Math.max(0, read);
        return read > 0;
    }
}

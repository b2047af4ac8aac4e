package topicworkbench.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** Hands out the characters of a text, and knows at which line and byte of UTF-8 it stands. */
final class LineCounter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Reader text;
    private final char[] buffer = new char[BUFFER];
    private int next;
    private int end;
    private long line = 1;
    private long position;
    private boolean lastEnded;

    LineCounter(Reader text) {
        this.text = text;
    }

    /** The next character, or -1 at the end. */
    int read() throws IOException {
        if (next == end) {
            end = text.read(buffer, 0, BUFFER);
            next = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        char c = buffer[next++];
        position += bytes(c);
        lastEnded = c == '\n';
        line += lastEnded ? 1 : 0;
        return c;
    }

    /** After a carriage return goes past the line feed that belongs to it. */
    void endLine(int last) throws IOException {
        if (last == '\r') {
            int c = read();
            if (c != '\n' && c >= 0) {
                next--;
                position -= bytes((char) c);
            }
        }
    }

    /** The line of the character to come, from 1. */
    long line() {
        return line;
    }

    /** Whether the last character ended a line. */
    boolean lastEnded() {
        return lastEnded;
    }

    /** Bytes before the character to come. */
    long position() {
        return position;
    }

    /** Bytes before the character {@code last}, which was read last. */
    long position(int last) {
        return position - bytes((char) last);
    }

    private static int bytes(char c) {
        return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}

package topicworkbench.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Turns places in a text file that DuckDB gives as bytes into lines, as people count them. */
final class TextPositions {
    private static final int BUFFER = 1 << 16;

    private TextPositions() { }

    /** For each of the rising byte offsets into the unpacked file the number of its line, from 1. */
    static long[] linesAt(ReviewFile file, long[] offsets) {
        long[] lines = new long[offsets.length];
        try (InputStream in = open(file)) {
            long line = 1;
            long position = 0;
            for (int i = 0; i < offsets.length; i++) {
                for (; position < offsets[i]; position++) {
                    line += in.read() == '\n' ? 1 : 0;
                }
                lines[i] = line;
            }
            return lines;
        } catch (IOException e) {
            throw TextCheck.broken(file.path(), e);
        }
    }

    /**
     * The number of lines from the record at {@code offset} to the end of the file, if that record opens a double quote
     * that is never closed and so takes in all the rest; otherwise 0.
     */
    static long linesInUnclosedQuote(ReviewFile file, long offset) {
        try (InputStream in = open(file)) {
            in.skipNBytes(offset);
            boolean quoted = false;
            boolean fresh = true;
            boolean inLine = false;
            long lines = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                inLine = b != '\n';
                lines += b == '\n' ? 1 : 0;
                if (quoted ? b == '"' : b == '\n') {
                    if (!quoted) {
                        return 0;
                    }
                    in.mark(1);
                    if (in.read() != '"') {
                        in.reset();
                        quoted = false;
                    }
                } else if (!quoted) {
                    quoted = fresh && b == '"';
                    fresh = b == file.delimiter();
                }
            }
            return quoted ? lines + (inLine ? 1 : 0) : 0;
        } catch (IOException e) {
            throw TextCheck.broken(file.path(), e);
        }
    }

    private static InputStream open(ReviewFile file) throws IOException {
        return new BufferedInputStream(file.compression().open(file.path()), BUFFER);
    }
}

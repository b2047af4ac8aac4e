package topicworkbench.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Turns places in a text file that DuckDB gives as bytes into lines, as people count them. */
final class TextPositions {
    private static final int BUFFER = 1 << 16;

    private TextPositions() { }

    /**
     * For each of the rising byte offsets into the unpacked file the number of the line, from 1, of the record there. A
     * record begins with its first character: DuckDB's offsets may point at the ends of the lines before.
     */
    static long[] linesAt(ReviewFile file, long[] offsets) {
        long[] lines = new long[offsets.length];
        try (InputStream in = open(file)) {
            long line = 1;
            long position = 0;
            for (int i = 0; i < offsets.length; i++) {
                in.mark(1);
                for (int b = in.read(); b >= 0 && (position < offsets[i] || b == '\n' || b == '\r'); b = in.read()) {
                    line += b == '\n' ? 1 : 0;
                    position++;
                    in.mark(1);
                }
                in.reset();
                lines[i] = line;
            }
            return lines;
        } catch (IOException e) {
            throw TextCheck.broken(file.path(), e);
        }
    }

    private static InputStream open(ReviewFile file) throws IOException {
        return new BufferedInputStream(file.compression().open(file.path()), BUFFER);
    }
}

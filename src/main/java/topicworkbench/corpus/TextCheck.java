package topicworkbench.corpus;

import com.github.luben.zstd.ZstdIOException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/**
 * What must be known of a text file before DuckDB, which is strict, reads it.
 *
 * @param damaged       holds bytes that are no UTF-8
 * @param lineFeeds     lines that end with a line feed alone
 * @param windowsEnds   lines that end with carriage return and line feed
 * @param loneReturns   carriage returns without a line feed
 * @param last          the last byte that is no blank, in any encoding; 0 if there is none
 */
record TextCheck(boolean damaged, long lineFeeds, long windowsEnds, long loneReturns, byte last) {
    private static final int BUFFER = 1 << 16;
    private static final int MOST_HEAD = 64 << 20;

    static TextCheck of(ReviewFile file, ProgressListener listener) {
        Scan scan = new Scan();
        try (InputStream in = file.compression().open(file.path())) {
            byte[] bytes = new byte[BUFFER];
            long read = 0;
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                scan.take(bytes, n);
                read += n;
                listener.progress(read, 0);
            }
            return scan.result();
        } catch (IOException e) {
            throw broken(file.path(), e);
        }
    }

    /**
     * DuckDB takes an array that ends after a comma for a whole one.
     *
     * @throws ExplainedException if the file is an array that is never closed
     */
    void requireClosed(ReviewFile file) {
        if (file.format() == ReviewFormat.JSON_ARRAY && last != ']') {
            throw DamagedFile.json(file.path(), null);
        }
    }

    /** DuckDB reads UTF-8 with one kind of line end. */
    boolean needsRepair(TextEncoding encoding) {
        boolean mixed = (lineFeeds > 0 ? 1 : 0) + (windowsEnds > 0 ? 1 : 0) + (loneReturns > 0 ? 1 : 0) > 1;
        return damaged || mixed || encoding.charset() != StandardCharsets.UTF_8;
    }

    /**
     * Writes the file again as DuckDB can read it: unpacked, UTF-8, U+FFFD for damaged bytes, line feeds at line ends.
     * A carriage return inside a line becomes a blank, so that every line stays where it was.
     */
    void repair(ReviewFile file, Path target, ProgressListener listener) {
        CharsetDecoder decoder = file.encoding().charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        char loneReturn = lineFeeds + windowsEnds > 0 ? ' ' : '\n';
        try (InputStream in = file.compression().open(file.path());
                Reader reader = new BufferedReader(new InputStreamReader(skipMark(in, file), decoder), BUFFER);
                Writer writer = Files.newBufferedWriter(target)) {
            long written = 0;
            boolean returned = false;
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (returned && c != '\n') {
                    writer.write(loneReturn);
                }
                returned = c == '\r';
                if (!returned) {
                    writer.write(c);
                }
                if ((++written & 0xFFFF) == 0) {
                    listener.progress(written, 0);
                }
            }
        } catch (IOException e) {
            throw broken(file.path(), e);
        }
    }

    /**
     * Copies the unpacked beginning of a long file, up to the last line feed.
     *
     * @return whether the file is longer than that; if not, there is no copy
     */
    static boolean copyHead(ReviewFile file, Path target, long bytes) {
        try (InputStream in = file.compression().open(file.path())) {
            byte[] head = in.readNBytes(Math.toIntExact(Math.min(bytes, MOST_HEAD)));
            if (in.read() < 0) {
                return false;
            }
            int end = head.length;
            while (end > 0 && head[end - 1] != '\n') {
                end--;
            }
            try (var out = Files.newOutputStream(target)) {
                out.write(head, 0, end == 0 ? head.length : end);
            }
            return true;
        } catch (IOException e) {
            throw broken(file.path(), e);
        }
    }

    private static InputStream skipMark(InputStream in, ReviewFile file) throws IOException {
        in.skipNBytes(file.encoding().markLength());
        return in;
    }

    /** Why a file's bytes cannot be had. */
    static ExplainedException broken(Path file, IOException cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("No space left")) {
            return new ExplainedException("There is no space on the disk to repair a copy of " + file + ".",
                    "Free some space, or choose a folder on another disk.", cause);
        }
        return cause instanceof EOFException || cause instanceof ZipException || cause instanceof ZstdIOException
                || message.contains("runcated")
                ? new ExplainedException(file + " is damaged: it ends early or cannot be unpacked.",
                        "Copy or download it again, whole.", cause)
                : new ExplainedException(file + " cannot be read.",
                        "Check that it is there and that you have the right to read it.", cause);
    }

    /** Decodes without keeping anything, and counts line ends. */
    private static final class Scan {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        private final ByteBuffer pending = ByteBuffer.allocate(BUFFER + 8);
        private final CharBuffer characters = CharBuffer.allocate(BUFFER + 8);
        private boolean damaged;
        private boolean returned;
        private long lineFeeds;
        private long windowsEnds;
        private long loneReturns;
        private byte last;

        void take(byte[] bytes, int n) {
            for (int i = 0; i < n; i++) {
                byte b = bytes[i];
                if (b == '\n') {
                    if (returned) {
                        windowsEnds++;
                    } else {
                        lineFeeds++;
                    }
                } else if (returned) {
                    loneReturns++;
                }
                returned = b == '\r';
                last = b == '\n' || b == '\r' || b == '\t' || b == ' ' || b == 0 ? last : b; // 0 is half of a letter in UTF-16
            }
            if (!damaged) {
                pending.put(bytes, 0, n).flip();
                characters.clear();
                CoderResult result = decoder.decode(pending, characters, false);
                damaged = result.isError();
                pending.compact();
            }
        }

        TextCheck result() {
            damaged |= pending.position() > 0;
            return new TextCheck(damaged, lineFeeds, windowsEnds, loneReturns + (returned ? 1 : 0), last);
        }
    }
}

package topicworkbench.quality;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/**
 * Reads the vectors of a vocabulary's terms from a file of word vectors: GloVe text, word2vec text or binary, fastText
 * .vec, or gzip of these, told apart by content. The file is streamed and only rows of the vocabulary are kept, so memory
 * follows the vocabulary. A term of several words is looked up joined by underscores, as word2vec writes phrases; where
 * the file has no such phrase the term has no vector.
 */
public final class WordVectorFile {
    private static final int LONGEST_LINE = 1 << 20;
    private static final int LONGEST_WORD = 1 << 12;
    private static final int MOST_DIMENSIONS = 4096;
    private static final int ROWS_BETWEEN_REPORTS = 1 << 12;
    private static final String FORMATS =
            "Give GloVe text, word2vec text or binary, or fastText .vec, plain or compressed by gzip.";

    private final Path file;
    private final ByteInput input;
    private final FileChannel channel;
    private final ProgressListener listener;

    private WordVectorFile(Path file, FileChannel channel, ProgressListener listener) throws IOException {
        this.file = file;
        this.channel = channel;
        this.listener = listener;
        this.input = new ByteInput(unzipped(Channels.newInputStream(channel)));
    }

    /**
     * @param listener hears the bytes read of the file's size, may cancel
     * @return named after the file and its dimensions; of a word that stands twice the first vector counts
     * @throws ExplainedException if the file cannot be read, is no file of word vectors, is cut off, holds a value that
     *                            is not a finite number, or has none of the vocabulary's terms
     */
    public static WordVectors read(Path file, Vocabulary vocabulary, ProgressListener listener) {
        try (FileChannel channel = FileChannel.open(file)) {
            WordVectors vectors = new WordVectorFile(file, channel, listener).read(vocabulary);
            if (vectors.foundCount() == 0) {
                throw new ExplainedException("None of the " + vocabulary.size() + " terms has a vector in " + file
                        + ".", "Choose word vectors of the language of the reviews, with words in lower case.");
            }
            return vectors;
        } catch (NoSuchFileException e) {
            throw new ExplainedException("The file of word vectors " + file + " does not exist.",
                    "Check the path given with --embeddings.", e);
        } catch (EOFException e) {
            throw new ExplainedException("The file of word vectors " + file + " is cut off.",
                    "Fetch the file again, in full.", e);
        } catch (IOException e) {
            throw new ExplainedException("The file of word vectors " + file + " cannot be read: " + e.getMessage() + ".",
                    FORMATS, e);
        }
    }

    private static InputStream unzipped(InputStream raw) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(raw, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private WordVectors read(Vocabulary vocabulary) throws IOException {
        byte[] firstLine = input.peekLine();
        String[] header = new String(firstLine, StandardCharsets.UTF_8).strip().split(" ");
        long words = header.length == 2 ? wholeNumber(header[0]) : -1;
        long dimensions = words < 0 ? TextVectorRow.fields(firstLine) - 1 : wholeNumber(header[1]);
        boolean plausible = words >= 0 || TextVectorRow.isRow(firstLine, (int) dimensions);
        if (dimensions < 1 || dimensions > MOST_DIMENSIONS || !plausible) {
            throw notVectors();
        }
        WordVectorRows rows = new WordVectorRows(vocabulary, (int) dimensions);
        if (words < 0) {
            readText(rows, 0);
        } else {
            input.readUntil((byte) '\n', LONGEST_LINE);
            if (TextVectorRow.isRow(input.peekLine(), rows.dimensions())) {
                readText(rows, words);
            } else {
                readBinary(rows, words);
            }
        }
        return rows.finish(file.getFileName() + " (" + dimensions + "d)");
    }

    private void readText(WordVectorRows rows, long announced) throws IOException {
        long line = 0;
        for (byte[] text = nextLine(); text != null; text = nextLine()) {
            report(line++);
            TextVectorRow row = TextVectorRow.of(text, rows.dimensions());
            if (row == null) {
                throw badRow(line, "does not hold a word and " + rows.dimensions() + " numbers");
            }
            int term = rows.wanted(row.word());
            if (term >= 0) {
                try {
                    rows.put(term, row.numbers());
                } catch (NumberFormatException e) {
                    throw badRow(line, "holds a value that is not a finite number");
                }
            }
        }
        if (line < announced) {
            throw new EOFException(line + " rows of " + announced);
        }
    }

    private byte[] nextLine() throws IOException {
        return input.readUntil((byte) '\n', LONGEST_LINE);
    }

    private void readBinary(WordVectorRows rows, long announced) throws IOException {
        byte[] bytes = new byte[rows.dimensions() * Float.BYTES];
        float[] numbers = new float[rows.dimensions()];
        for (long row = 0; row < announced; row++) {
            report(row);
            byte[] word = input.readUntil((byte) ' ', LONGEST_WORD);
            if (word == null) {
                throw new EOFException(row + " rows of " + announced);
            }
            input.readFully(bytes);
            // word2vec ends a row with a newline, which is thus read with the next word; gensim does not
            int term = rows.wanted(new String(word, StandardCharsets.UTF_8).stripLeading());
            if (term >= 0) {
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
                try {
                    rows.put(term, numbers);
                } catch (NumberFormatException e) {
                    throw badRow(row + 1, "holds a value that is not a finite number");
                }
            }
        }
    }

    private void report(long row) throws IOException {
        if (row % ROWS_BETWEEN_REPORTS == 0) {
            listener.progress(channel.position(), channel.size());
        }
    }

    /** The number, or -1 if the text is none. */
    private static long wholeNumber(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private ExplainedException notVectors() {
        return new ExplainedException("The file " + file + " does not hold word vectors.", FORMATS);
    }

    private ExplainedException badRow(long row, String what) {
        return new ExplainedException("Row " + row + " of the word vectors " + file + " " + what + ".",
                "Fetch the file again, or choose other word vectors.");
    }
}

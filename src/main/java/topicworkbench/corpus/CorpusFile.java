package topicworkbench.corpus;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.CsrCounts;

/**
 * Keeps a {@link Corpus} in one binary file between the stages of a run. Big-endian: magic, version, the numbers of
 * documents, terms, stored counts and vocabulary bytes; the vocabulary in UTF-8, a line each; row starts, columns,
 * counts, review numbers (32 bits each) and splits (8 bits); CRC-32C of all before.
 */
public final class CorpusFile {
    private static final long MAGIC = 0x5457_434F_5250_5553L; // "TWCORPUS"
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 28;
    private static final int CHECKSUM_BYTES = 8;

    private CorpusFile() { }

    /** Writes under a temporary name and renames, so that the file is whole or not there. */
    public static void write(Corpus corpus, Path file) {
        BinaryFile.replace(file, stream -> {
            CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32C());
            DataOutputStream out = new DataOutputStream(checked);
            out.writeLong(MAGIC);
            out.writeInt(VERSION);
            writeCounts(corpus, out);
            BinaryFile.writeInts(corpus.reviews(), corpus.documents(), out);
            byte[] splits = new byte[corpus.documents()];
            for (int d = 0; d < splits.length; d++) {
                splits[d] = (byte) corpus.splits()[d].ordinal();
            }
            out.write(splits);
            out.writeLong(checked.getChecksum().getValue());
        });
    }

    /** @throws ExplainedException if the file is missing, cut short, damaged, or of another version */
    public static Corpus read(Path file) {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), BinaryFile.BUFFER_BYTES)) {
            CheckedInputStream checked = new CheckedInputStream(stream, new CRC32C());
            DataInputStream in = new DataInputStream(checked);
            if (in.readLong() != MAGIC || in.readInt() != VERSION) {
                throw new IOException("not a corpus file of version " + VERSION);
            }
            int documents = in.readInt();
            int terms = in.readInt();
            int stored = in.readInt();
            int vocabularyBytes = in.readInt();
            // before anything is allocated by these numbers
            if (Files.size(file) != HEADER_BYTES + vocabularyBytes + Integer.BYTES * (2L * documents + 1 + 2L * stored)
                    + documents + CHECKSUM_BYTES || Math.min(Math.min(documents, stored), vocabularyBytes) < 0) {
                throw new EOFException("cut short, or longer than it says");
            }
            String vocabulary = new String(in.readNBytes(vocabularyBytes), StandardCharsets.UTF_8);
            int[] rowStarts = BinaryFile.readInts(documents + 1, in);
            int[] columns = BinaryFile.readInts(stored, in);
            int[] counts = BinaryFile.readInts(stored, in);
            int[] reviews = BinaryFile.readInts(documents, in);
            byte[] splits = in.readNBytes(documents);
            if (checked.getChecksum().getValue() != in.readLong()) {
                throw new IOException("checksum differs");
            }
            BinaryFile.requireCounts(rowStarts, columns, terms);
            return new Corpus(new Vocabulary(List.of(vocabulary.split("\n"))),
                    new CsrCounts(documents, terms, rowStarts, columns, counts), reviews, splits(splits));
        } catch (IOException | IllegalArgumentException e) { // the latter of parts that do not fit
            throw new ExplainedException("The corpus in " + file + " is missing or damaged (" + e.getMessage() + ").",
                    "Delete this file and resume the run: the reviews are vectorised again.", e);
        }
    }

    /** Terms one a line, a term's line number being its column: as SageMaker's vocab.txt. */
    public static void writeVocabulary(Vocabulary vocabulary, Path file) {
        BinaryFile.replace(file, out -> out.write(lines(vocabulary)));
    }

    /**
     * The terms of a vocabulary file.
     *
     * @throws ExplainedException if it is missing or cannot be read
     */
    public static Vocabulary readVocabulary(Path file) {
        try {
            return new Vocabulary(Files.readAllLines(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new ExplainedException("The vocabulary " + file + " is missing or damaged.",
                    "Bring it back from a backup, or run again with the run's spec.json.", e);
        }
    }

    /** SHA-256 over vocabulary and counts, in hexadecimal; the same for the same documents however they were made. */
    public static String hash(Corpus corpus) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            writeCounts(corpus, new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void writeCounts(Corpus corpus, DataOutputStream out) throws IOException {
        CsrCounts counts = corpus.counts();
        byte[] vocabulary = lines(corpus.vocabulary());
        out.writeInt(counts.rows());
        out.writeInt(counts.columns());
        out.writeInt(counts.stored());
        out.writeInt(vocabulary.length);
        out.write(vocabulary);
        BinaryFile.writeInts(counts.rowStarts(), counts.rows() + 1, out);
        BinaryFile.writeInts(counts.columnIndices(), counts.stored(), out);
        BinaryFile.writeInts(counts.counts(), counts.stored(), out);
    }

    private static byte[] lines(Vocabulary vocabulary) {
        return (String.join("\n", vocabulary.terms()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Split[] splits(byte[] ordinals) throws IOException {
        Split[] splits = new Split[ordinals.length];
        for (int d = 0; d < splits.length; d++) {
            if (ordinals[d] < 0 || ordinals[d] >= Split.values().length) {
                throw new IOException("a document of no split");
            }
            splits[d] = Split.values()[ordinals[d]];
        }
        return splits;
    }
}

package topicworkbench.corpus;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Terms counted in some of the reviews, kept in a file, so that many machines can count and one vocabulary comes of it. In
 * whatever parts the reviews are counted, {@link #vectorise} makes of the parts what {@link Vectoriser} makes of the whole,
 * bit for bit.
 *
 * <p>Big-endian: magic, version, how text became terms; the numbers of words' bytes, terms, documents and counts; the words,
 * a line each; of each term the shorter one and the word it is made of, or -1; of each document its review and where its
 * counts begin; the counts' terms; the counts; CRC-32C of all before.
 */
public final class TermShard {
    private static final long MAGIC = 0x5457_5445_524D_5348L; // "TWTERMSH"
    private static final int VERSION = 1;

    private TermShard() { }

    /**
     * Counts the terms of some reviews.
     *
     * @param documents by rising review number
     * @param file      to be written, whole or not at all
     */
    public static void count(DocumentSource documents, TextOptions options, Threads threads, ProgressListener listener,
            Path file) {
        DocumentTerms terms = DocumentTerms.count(documents, options, threads, listener);
        BinaryFile.replace(file, stream -> {
            CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32C());
            DataOutputStream out = new DataOutputStream(checked);
            write(terms, analysis(options), out);
            out.writeLong(checked.getChecksum().getValue());
        });
    }

    /**
     * Makes one corpus of all reviews.
     *
     * @param shards  of {@link #count} with the same options, in any order
     * @param options how text became terms, which terms and documents are kept, and the shares of the splits
     * @param seed    decides which documents are held back
     * @throws ExplainedException if a file is missing, damaged, counted otherwise or holds reviews of another, or if too
     *                            little is left
     */
    public static Vectorised vectorise(List<Path> shards, TextOptions options, long seed, Threads threads) {
        record Part(Path file, DocumentTerms terms) {
            int first() {
                return terms.blocks().getFirst().counted().review(0);
            }

            int last() {
                CountedBlock counted = terms.blocks().getFirst().counted();
                return counted.review(counted.documents() - 1);
            }
        }
        List<Part> parts = new ArrayList<>(shards.stream().map(file -> new Part(file, read(file, options)))
                .filter(part -> part.terms().documents() > 0).toList());
        parts.sort(Comparator.comparingInt(Part::first));
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i).first() <= parts.get(i - 1).last()) {
                throw new ExplainedException("The counts " + parts.get(i - 1).file().getFileName() + " and "
                        + parts.get(i).file().getFileName() + " hold the same reviews.",
                        "Count the prepared reviews again, into an empty folder.");
            }
        }
        return Vectoriser.vectorise(DocumentTerms.joined(parts.stream().map(Part::terms).toList()), options, seed, threads);
    }

    /** The options that decide how text becomes terms; the others may change after counting. */
    private static String analysis(TextOptions options) {
        return options.maxNgram() + " " + options.stopWords() + " " + options.extraStopWords() + " "
                + options.normalization() + " " + options.minWordLength();
    }

    private static void write(DocumentTerms terms, String analysis, DataOutputStream out) throws IOException {
        TermDictionary dictionary = terms.dictionary();
        int documents = terms.documents();
        int entries = terms.blocks().stream().mapToInt(block -> block.counted().entries()).sum();
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        for (int term = 0; term < dictionary.size(); term++) {
            if (dictionary.prefix(term) < 0) {
                words.writeBytes((dictionary.term(term) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        int[] reviews = new int[documents];
        int[] starts = new int[documents + 1];
        int[] entryTerms = new int[entries];
        int[] counts = new int[entries];
        int document = 0;
        int entry = 0;
        for (DocumentTerms.Block block : terms.blocks()) {
            CountedBlock counted = block.counted();
            for (int d = 0; d < counted.documents(); d++) {
                reviews[document] = counted.review(d);
                starts[++document] = starts[document - 1] + counted.start(d + 1) - counted.start(d);
            }
            for (int e = 0; e < counted.entries(); e++) {
                entryTerms[entry] = block.terms()[counted.term(e)];
                counts[entry++] = counted.count(e);
            }
        }
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        out.writeUTF(analysis);
        out.writeInt(words.size());
        out.writeInt(dictionary.size());
        out.writeInt(documents);
        out.writeInt(entries);
        out.write(words.toByteArray());
        BinaryFile.writeInts(IntStream.range(0, dictionary.size()).map(dictionary::prefix).toArray(), dictionary.size(), out);
        BinaryFile.writeInts(IntStream.range(0, dictionary.size()).map(dictionary::last).toArray(), dictionary.size(), out);
        BinaryFile.writeInts(reviews, documents, out);
        BinaryFile.writeInts(starts, documents + 1, out);
        BinaryFile.writeInts(entryTerms, entries, out);
        BinaryFile.writeInts(counts, entries, out);
    }

    private static DocumentTerms read(Path file, TextOptions options) {
        try (CheckedInputStream checked = new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file),
                BinaryFile.BUFFER_BYTES), new CRC32C())) {
            DataInputStream in = new DataInputStream(checked);
            if (in.readLong() != MAGIC || in.readInt() != VERSION) {
                throw new IOException("not a file of counts, version " + VERSION);
            }
            if (!in.readUTF().equals(analysis(options))) {
                throw new IOException("counted with other settings of text");
            }
            long left = Files.size(file);
            int wordBytes = in.readInt();
            int terms = in.readInt();
            int documents = in.readInt();
            int entries = in.readInt();
            // before anything is allocated by these numbers
            if (Math.min(Math.min(wordBytes, terms), Math.min(documents, entries)) < 0
                    || wordBytes + Integer.BYTES * (2L * terms + 2L * documents + 2L * entries) > left) {
                throw new EOFException("cut short");
            }
            TermDictionary dictionary = dictionary(new String(in.readNBytes(wordBytes), StandardCharsets.UTF_8),
                    BinaryFile.readInts(terms, in), BinaryFile.readInts(terms, in));
            int[] reviews = BinaryFile.readInts(documents, in);
            int[] starts = BinaryFile.readInts(documents + 1, in);
            int[] entryTerms = BinaryFile.readInts(entries, in);
            BinaryFile.requireCounts(starts, entryTerms, terms);
            CountedBlock counted = new CountedBlock(reviews, starts, entryTerms, BinaryFile.readInts(entries, in));
            long checksum = checked.getChecksum().getValue();
            if (in.readLong() != checksum) {
                throw new IOException("checksum differs");
            }
            return DocumentTerms.of(dictionary, List.of(new DocumentTerms.Block(counted, IntStream.range(0, terms).toArray())));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new ExplainedException("The counts in " + file + " are missing or damaged (" + e.getMessage() + ").",
                    "Count the prepared reviews again.", e);
        }
    }

    private static TermDictionary dictionary(String words, int[] prefixes, int[] lasts) throws IOException {
        TermDictionary dictionary = new TermDictionary();
        String[] lines = words.isEmpty() ? new String[0] : words.split("\n");
        int word = 0;
        int[] length = new int[prefixes.length];
        for (int term = 0; term < prefixes.length; term++) {
            boolean one = prefixes[term] < 0;
            if (prefixes[term] >= term || lasts[term] >= term || !one && (lasts[term] < 0 || prefixes[lasts[term]] >= 0)) {
                throw new IOException("a term of others that are not there");
            }
            length[term] = one ? 1 : length[prefixes[term]] + 1;
            int number = one ? dictionary.word(lines[word++]) : dictionary.ngram(prefixes[term], lasts[term]);
            if (number != term || length[term] > TextOptions.LONGEST_NGRAM) {
                throw new IOException("a term that stands twice, or has too many words");
            }
        }
        return dictionary;
    }
}

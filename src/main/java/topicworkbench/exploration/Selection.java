package topicworkbench.exploration;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;
import topicworkbench.math.Threads;

/** Some of a run's documents; never changes. One bit a document, so that a million take 125 KB. */
public final class Selection {
    /** Documents a block of work looks at, a multiple of 64 so that no two blocks write the same word. */
    private static final int BLOCK = 1 << 16;

    private final int documents;
    private final long[] words;
    private final int count;

    private Selection(int documents, long[] words) {
        this.documents = documents;
        this.words = words;
        this.count = Arrays.stream(words).mapToInt(Long::bitCount).sum();
    }

    public static Selection all(int documents) {
        BitSet bits = new BitSet(documents);
        bits.set(0, documents);
        return new Selection(documents, Arrays.copyOf(bits.toLongArray(), wordsFor(documents)));
    }

    public static Selection none(int documents) {
        return new Selection(documents, new long[wordsFor(documents)]);
    }

    /** @param condition is asked once for each document, by several threads */
    public static Selection of(int documents, IntPredicate condition, Threads threads) {
        long[] words = new long[wordsFor(documents)];
        threads.run((documents + BLOCK - 1) / BLOCK, (block, _) -> {
            int end = Math.min(documents, (block + 1) * BLOCK);
            for (int document = block * BLOCK; document < end; document++) {
                if (condition.test(document)) {
                    words[document >> 6] |= 1L << document;
                }
            }
        });
        return new Selection(documents, words);
    }

    /** @param chosen numbers of documents, in any order */
    public static Selection of(int documents, int[] chosen) {
        long[] words = new long[wordsFor(documents)];
        for (int document : chosen) {
            if (document < 0 || document >= documents) {
                throw new IndexOutOfBoundsException(document + " of " + documents);
            }
            words[document >> 6] |= 1L << document;
        }
        return new Selection(documents, words);
    }

    /** @param bits as {@link #bits()} gives them; none beyond the last document */
    public static Selection ofBits(int documents, long[] bits) {
        if (bits.length != wordsFor(documents) || documents % 64 != 0 && bits[bits.length - 1] >>> documents != 0) {
            throw new IllegalArgumentException(bits.length + " words of bits for " + documents + " documents");
        }
        return new Selection(documents, bits.clone());
    }

    private static int wordsFor(int documents) {
        return (documents + 63) >> 6;
    }

    /** How many documents there are to choose from. */
    public int documents() {
        return documents;
    }

    /** How many are chosen. */
    public int count() {
        return count;
    }

    public boolean isAll() {
        return count == documents;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public boolean contains(int document) {
        return (words[document >> 6] >>> document & 1) != 0;
    }

    public Selection and(Selection other) {
        return combined(other, (mine, others) -> mine & others);
    }

    public Selection or(Selection other) {
        return combined(other, (mine, others) -> mine | others);
    }

    public Selection andNot(Selection other) {
        return combined(other, (mine, others) -> mine & ~others);
    }

    /** The documents that are not chosen. */
    public Selection inverted() {
        return all(documents).andNot(this);
    }

    private Selection combined(Selection other, LongBinaryOperator operator) {
        if (other.documents != documents) {
            throw new IllegalArgumentException("selections of " + documents + " and " + other.documents + " documents");
        }
        long[] result = new long[words.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = operator.applyAsLong(words[i], other.words[i]);
        }
        return new Selection(documents, result);
    }

    /** Each chosen document, rising. */
    public void forEach(IntConsumer action) {
        for (int i = 0; i < words.length; i++) {
            for (long left = words[i]; left != 0; left &= left - 1) {
                action.accept((i << 6) + Long.numberOfTrailingZeros(left));
            }
        }
    }

    /** Each chosen document from {@code from}, a multiple of 64, to before {@code to}, rising. */
    public void forEach(int from, int to, IntConsumer action) {
        for (int i = from >> 6; i << 6 < to; i++) {
            for (long left = words[i]; left != 0; left &= left - 1) {
                int document = (i << 6) + Long.numberOfTrailingZeros(left);
                if (document >= to) {
                    return;
                }
                action.accept(document);
            }
        }
    }

    /** The chosen documents, rising. */
    public int[] toArray() {
        int[] result = new int[count];
        int[] next = {0};
        forEach(document -> result[next[0]++] = document);
        return result;
    }

    /** The bits, 64 documents a number; bit {@code d & 63} of number {@code d >> 6} is document d. A copy. */
    public long[] bits() {
        return words.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Selection selection && documents == selection.documents
                && Arrays.equals(words, selection.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return count + " of " + documents + " documents";
    }
}

package topicworkbench.corpus;

import java.util.Arrays;

/**
 * The word triples of a review as hashes, by which near duplicates are told: reviews are similar when the sets share
 * at least {@link #SIMILAR} of their union (Broder 1997). One changed word touches three triples, so in 30 words one
 * change is near, two are not; a review of fewer than {@link #LEAST_WORDS} words is never compared.
 */
public final class Shingles {
    /** Jaccard similarity of the sets of word triples from which two reviews count as one. */
    static final double SIMILAR = 0.8;
    static final int LEAST_WORDS = 12;

    private final long fingerprint;
    private final int words;
    private final int[] hashes;

    private Shingles(long fingerprint, int words, int[] hashes) {
        this.fingerprint = fingerprint;
        this.words = words;
        this.hashes = hashes;
    }

    public static Shingles of(String text) {
        long fingerprint = 1;
        long[] word = new long[16];
        int words = 0;
        long current = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(Character.toUpperCase(text.charAt(i)));
            fingerprint = fingerprint * 0x9E3779B97F4A7C15L + c;
            if (Character.isLetterOrDigit(c)) {
                current = (current == 0 ? 0xCBF29CE484222325L : current) * 0x100000001B3L ^ c;
            } else if (current != 0) {
                word = words == word.length ? Arrays.copyOf(word, 2 * words) : word;
                word[words++] = current;
                current = 0;
            }
        }
        if (current != 0) {
            word = words == word.length ? Arrays.copyOf(word, words + 1) : word;
            word[words++] = current;
        }
        return new Shingles(mix(fingerprint), words, triples(word, words));
    }

    private static int[] triples(long[] word, int words) {
        int[] hashes = new int[Math.max(0, words - 2)];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = (int) mix(word[i] + 31 * (mix(word[i + 1]) + 31 * mix(word[i + 2] + 7)));
        }
        return hashes;
    }

    /** The same for texts that differ in case alone; 64 bits. */
    public long fingerprint() {
        return fingerprint;
    }

    public boolean comparable() {
        return words >= LEAST_WORDS;
    }

    /** Hashes of the triples in the order of the text, repeated where the text repeats itself. */
    int[] hashes() {
        return hashes;
    }

    /** Whether the texts are near duplicates. */
    public boolean similar(Shingles other) {
        int[] mine = distinct();
        int[] theirs = other.distinct();
        int shared = 0;
        for (int i = 0, j = 0; i < mine.length && j < theirs.length;) {
            int order = Integer.compare(mine[i], theirs[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared >= SIMILAR * (mine.length + theirs.length - shared);
    }

    private int[] distinct() {
        return Arrays.stream(hashes).sorted().distinct().toArray();
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
        z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return z ^ (z >>> 33);
    }
}

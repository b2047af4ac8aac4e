package topicworkbench.corpus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds pairs of rows that may be near duplicates without comparing all: MinHash signatures cut into bands, of which
 * similar rows share at least one (Leskovec, Rajaraman and Ullman 2020, chapter 3). With ten bands of five hashes a pair
 * of similarity 0.8 is found with probability 0.98, one of 0.9 with 0.9999.
 */
public final class SimilarRows {
    private static final int BANDS = 10;
    private static final int HASHES_PER_BAND = 5;
    /** Earlier rows of one band to compare a row with: bounds the work where thousands are alike. */
    public static final int EARLIER = 8;

    private final long[][] bands;
    private int size;

    /** @param capacity greatest number of rows */
    SimilarRows(int capacity) {
        bands = new long[BANDS][capacity];
    }

    /** Adds a row; rows come in rising order. */
    void add(int row, Shingles shingles) {
        int[] hashes = bands(shingles);
        for (int band = 0; band < BANDS; band++) {
            bands[band][size] = (long) hashes[band] << 32 | row;
        }
        size++;
    }

    /** A hash for each band of the signature: texts that have one in common, at its place, are to be compared. */
    public static int[] bands(Shingles shingles) {
        int[] hashes = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            int hash = 17;
            for (int k = 0; k < HASHES_PER_BAND; k++) {
                hash = 31 * hash + minimum(shingles.hashes(), band * HASHES_PER_BAND + k);
            }
            hashes[band] = scramble(hash, band);
        }
        return hashes;
    }

    /** Each row that shares a band with earlier ones, with the nearest of these. */
    Map<Integer, int[]> candidates() {
        Map<Integer, int[]> candidates = new HashMap<>();
        for (long[] band : bands) {
            Arrays.sort(band, 0, size);
            for (int i = 1; i < size; i++) {
                for (int j = i - 1; j >= 0 && j >= i - EARLIER && band[j] >>> 32 == band[i] >>> 32; j--) {
                    candidates.merge((int) band[i], new int[] {(int) band[j]}, SimilarRows::union);
                }
            }
        }
        return candidates;
    }

    private static int[] union(int[] some, int[] one) {
        for (int known : some) {
            if (known == one[0]) {
                return some;
            }
        }
        int[] more = Arrays.copyOf(some, some.length + 1);
        more[some.length] = one[0];
        return more;
    }

    /** The least value of one of a family of linear hash functions; a loop that the compiler runs on vectors. */
    private static int minimum(int[] hashes, int function) {
        int factor = scramble(function, 1) | 1;
        int summand = scramble(function, 2);
        int least = Integer.MAX_VALUE;
        for (int hash : hashes) {
            least = Math.min(least, hash * factor + summand);
        }
        return least;
    }

    private static int scramble(int hash, int function) {
        int z = hash ^ (function + 1) * 0x9E3779B9;
        z = (z ^ (z >>> 16)) * 0x85EBCA6B;
        z = (z ^ (z >>> 13)) * 0xC2B2AE35;
        return z ^ (z >>> 16);
    }
}

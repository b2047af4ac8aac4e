package topicworkbench.corpus;

import org.apache.lucene.analysis.CharArrayMap;

/**
 * From words to numbers, made for one look-up per word of running text: by the scanner's exact key, which touches one
 * place in memory, or by the letters where a word has no key. For one thread.
 */
final class WordTable {
    /** Answered for words that are not in the table. */
    static final int ABSENT = Integer.MIN_VALUE;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final CharArrayMap<Integer> keyless = new CharArrayMap<>(64, false);
    private int shift = Long.SIZE - 14;
    /** Three entries a slot: first key (0 where the slot is free), further key, value. */
    private long[] slots = new long[3 << 14];
    private int size;

    /** The number of the word that the scanner stands at. */
    int get(WordScanner word) {
        if (word.firstKey() == 0) {
            Integer value = keyless.get(word.letters(), word.start(), word.length());
            return value == null ? ABSENT : value;
        }
        int slot = slot(word.firstKey(), word.furtherKey());
        return slots[slot] == 0 ? ABSENT : (int) slots[slot + 2];
    }

    /** Adds the word that the scanner stands at, which is absent. */
    void put(WordScanner word, int value) {
        if (word.firstKey() == 0) {
            keyless.put(new String(word.letters(), word.start(), word.length()), (Integer) value);
            return;
        }
        insert(word.firstKey(), word.furtherKey(), value);
        // three quarters full at most
        if (++size * 4L > slots.length) {
            grow();
        }
    }

    /** Where the key stands, or the free slot where it belongs. */
    private int slot(long first, long further) {
        long mixed = (first ^ further * GOLDEN) * GOLDEN;
        int slot = 3 * (int) ((mixed ^ mixed >>> 32) * GOLDEN >>> shift);
        while (slots[slot] != 0 && (slots[slot] != first || slots[slot + 1] != further)) {
            slot = slot + 3 == slots.length ? 0 : slot + 3;
        }
        return slot;
    }

    private void insert(long first, long further, int value) {
        int slot = slot(first, further);
        slots[slot] = first;
        slots[slot + 1] = further;
        slots[slot + 2] = value;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        shift--;
        for (int slot = 0; slot < old.length; slot += 3) {
            if (old[slot] != 0) {
                insert(old[slot], old[slot + 1], (int) old[slot + 2]);
            }
        }
    }
}

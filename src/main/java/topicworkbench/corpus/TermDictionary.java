package topicworkbench.corpus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The terms seen so far, numbered from 0 in the order of first sight. An n-gram is kept as the shorter term it extends
 * and the word it adds, so that long vocabularies of n-grams cost no text. For one thread.
 */
final class TermDictionary {
    private static final int NONE = -1;

    private final Map<String, Integer> words = new HashMap<>();
    private String[] wordOf = new String[1024];
    private int[] prefixOf = new int[1024];
    private int[] lastOf = new int[1024];
    private int size;
    private int ngrams;
    /** Open addressing over the n-grams: term number + 1, or 0. */
    private int[] slots = new int[1024];

    int size() {
        return size;
    }

    /** The number of a word. */
    int word(String word) {
        Integer known = words.get(word);
        if (known != null) {
            return known;
        }
        words.put(word, size);
        return add(word, NONE, NONE);
    }

    /** The number of a word that was entered before, or -1. */
    int find(String word) {
        return words.getOrDefault(word, NONE);
    }

    /** The number of the n-gram that extends a term (of one or more words) by a word. */
    int ngram(int prefix, int last) {
        int mask = slots.length - 1;
        int slot = hash(prefix, last) & mask;
        while (slots[slot] != 0) {
            int term = slots[slot] - 1;
            if (prefixOf[term] == prefix && lastOf[term] == last) {
                return term;
            }
            slot = slot + 1 & mask;
        }
        int term = add(null, prefix, last);
        slots[slot] = term + 1;
        if (++ngrams * 2L > slots.length) {
            rehash();
        }
        return term;
    }

    /** The words of a term, separated by spaces. */
    String term(int term) {
        return prefixOf[term] == NONE ? wordOf[term] : term(prefixOf[term]) + " " + wordOf[lastOf[term]];
    }

    /** The term that a term of several words extends, or -1 if it is one word. */
    int prefix(int term) {
        return prefixOf[term];
    }

    /** The last word of a term of several words, or -1 if it is one word. */
    int last(int term) {
        return lastOf[term];
    }

    /** Adds all terms of another dictionary; for each of them, in its order, the number it has here. */
    int[] addAll(TermDictionary other) {
        int[] numbers = new int[other.size];
        for (int term = 0; term < numbers.length; term++) {
            numbers[term] = other.prefixOf[term] == NONE ? word(other.wordOf[term])
                    : ngram(numbers[other.prefixOf[term]], numbers[other.lastOf[term]]);
        }
        return numbers;
    }

    private int add(String word, int prefix, int last) {
        if (size == wordOf.length) {
            int capacity = Math.addExact(size, size / 2);
            wordOf = Arrays.copyOf(wordOf, capacity);
            prefixOf = Arrays.copyOf(prefixOf, capacity);
            lastOf = Arrays.copyOf(lastOf, capacity);
        }
        wordOf[size] = word;
        prefixOf[size] = prefix;
        lastOf[size] = last;
        return size++;
    }

    private void rehash() {
        int[] old = slots;
        slots = new int[Math.multiplyExact(old.length, 2)];
        int mask = slots.length - 1;
        for (int entry : old) {
            if (entry != 0) {
                int term = entry - 1;
                int slot = hash(prefixOf[term], lastOf[term]) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = entry;
            }
        }
    }

    private static int hash(int prefix, int last) {
        long mixed = ((long) prefix << 32 | last) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}

package topicworkbench.testdata;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import topicworkbench.math.RandomStream;

/** Words that can be pronounced and mean nothing, the shorter first, as frequent words are short. */
final class InventedWords {
    private static final String[] ONSETS = {"b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "br",
            "dr", "fl", "pl", "st"};
    private static final String[] VOWELS = {"a", "e", "i", "o", "u"};
    private static final String[] CODAS = {"", "", "", "", "", "n", "r", "l", "s", "m"};
    /** Of so many words the first have two syllables, the next three, all others four. */
    private static final int SHORT = 6_000;
    private static final int MIDDLE = 100_000;

    private InventedWords() { }

    /** So many different ones, of the letters a to z. */
    static List<String> of(int count, RandomStream random) {
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < count) {
            words.add(word(words.size() < SHORT ? 2 : words.size() < MIDDLE ? 3 : 4, random));
        }
        return List.copyOf(words);
    }

    private static String word(int syllables, RandomStream random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(any(ONSETS, random)).append(any(VOWELS, random)).append(any(CODAS, random));
        }
        return word.toString();
    }

    private static String any(String[] choices, RandomStream random) {
        return choices[random.nextInt(choices.length)];
    }
}

package topicworkbench.ui.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well a text answers what somebody has typed: every word typed must appear in it, letter by letter in order, not
 * necessarily side by side. Letters that begin a word of the text and letters that follow each other count more.
 */
final class FuzzyMatch {
    private static final int LETTER = 1;
    private static final int BEGINNING = 8;
    private static final int NEIGHBOR = 5;
    private static final int NONE = Integer.MIN_VALUE;

    private FuzzyMatch() { }

    /** @return more is better; empty if the text is no answer */
    static OptionalInt score(String typed, String text) {
        String searched = text.toLowerCase(Locale.ROOT);
        int total = 0;
        for (String word : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            int score = word.isEmpty() ? 0 : best(word, searched);
            if (score == NONE) {
                return OptionalInt.empty();
            }
            total += score;
        }
        return OptionalInt.of(total);
    }

    /** The best of all ways to find the letters: for each letter, the best score of a way that ends at each place. */
    private static int best(String word, String text) {
        int[] before = new int[text.length() + 1];
        for (int letter = 0; letter < word.length(); letter++) {
            int[] now = new int[text.length() + 1];
            Arrays.fill(now, NONE);
            int farther = letter == 0 ? 0 : NONE;
            for (int at = 0; at < text.length(); at++) {
                int beside = letter == 0 || before[at] == NONE ? NONE : before[at] + NEIGHBOR;
                int from = Math.max(farther, beside);
                if (from != NONE && text.charAt(at) == word.charAt(letter)) {
                    now[at + 1] = from + (beginsWord(text, at) ? BEGINNING : LETTER);
                }
                farther = letter == 0 ? 0 : Math.max(farther, before[at]);
            }
            before = now;
        }
        return Arrays.stream(before).max().orElse(NONE);
    }

    private static boolean beginsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}

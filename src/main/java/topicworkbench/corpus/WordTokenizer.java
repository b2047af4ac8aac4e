package topicworkbench.corpus;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts text into words in lower case. A word is an unbroken run of letters (of any script, with their accents);
 * everything else separates: "o'clock" becomes "o" and "clock", "mp3" becomes "mp", digits and emojis vanish, and a
 * web address falls apart into its words. Accents are kept, in composed form, so that both spellings of "café" are one
 * word. Scripts written without spaces are not segmented.
 */
final class WordTokenizer extends Tokenizer {
    /** Longer runs are no words but encoded bytes or a cat on the keyboard; they are dropped. */
    static final int MAX_LETTERS = 64;

    private static final char[] ASCII_LOWER = asciiLower();
    private static final int END = -1;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final int minLength;
    private final char[] buffer = new char[8192];
    private int position;
    private int end;
    private boolean marks;

    /** @param minLength least number of letters of a word */
    WordTokenizer(int minLength) {
        this.minLength = minLength;
    }

    @Override
    public boolean incrementToken() throws IOException {
        clearAttributes();
        char[] word = term.resizeBuffer(MAX_LETTERS + 2);
        int length = 0;
        marks = false;
        while (position < end || fill()) {
            char c = buffer[position++];
            int letter = c < 128 ? ASCII_LOWER[c] : beyondAscii(c, length > 0);
            if (letter != 0) {
                if (length <= MAX_LETTERS) {
                    length = append(letter, word, length);
                }
            } else if (accept(word, length)) {
                return true;
            } else {
                length = 0;
                marks = false;
            }
        }
        return accept(word, length);
    }

    private boolean accept(char[] word, int length) {
        if (length < minLength || length > MAX_LETTERS || length == 0) {
            return false;
        }
        term.setLength(length);
        if (marks) {
            String composed = Normalizer.normalize(term, Normalizer.Form.NFC);
            term.setEmpty().append(composed);
        }
        return true;
    }

    private static int append(int letter, char[] word, int length) {
        if (Character.isBmpCodePoint(letter)) {
            word[length] = (char) letter;
            return length + 1;
        }
        return length + Character.toChars(letter, word, length);
    }

    /** The lower-case letter, or mark on a letter before it, that starts with this character; 0 if it is neither. */
    private int beyondAscii(char c, boolean insideWord) throws IOException {
        int codePoint = c;
        if (Character.isHighSurrogate(c) && (position < end || fill()) && Character.isLowSurrogate(buffer[position])) {
            codePoint = Character.toCodePoint(c, buffer[position++]);
        }
        if (Character.isLetter(codePoint)) {
            return Character.toLowerCase(codePoint);
        }
        int type = Character.getType(codePoint);
        if (insideWord && (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK)) {
            marks = true;
            return codePoint;
        }
        return 0;
    }

    private boolean fill() throws IOException {
        end = input.read(buffer, 0, buffer.length);
        position = 0;
        if (end == END) {
            end = 0;
            return false;
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        position = 0;
        end = 0;
    }

    private static char[] asciiLower() {
        char[] table = new char[128];
        for (char c = 'a'; c <= 'z'; c++) {
            table[c] = c;
            table[Character.toUpperCase(c)] = c;
        }
        return table;
    }
}

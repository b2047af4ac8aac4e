package topicworkbench.corpus;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Finds the words of a text, in lower case. A word is an unbroken run of letters (of any script, with their accents);
 * everything else separates: "o'clock" becomes "o" and "clock", "mp3" becomes "mp", digits and emojis vanish, and a web
 * address falls apart into its words. Accents are kept, in composed form, so that both spellings of "café" are one
 * word. Scripts written without spaces are not segmented.
 *
 * <p>A word of up to 24 letters a to z, which is nearly every English one, is also given as two longs of 5 bits a
 * letter, an exact key that costs nothing extra to make. For one thread; reused from text to text.
 */
final class WordScanner {
    /** Longer runs are no words but encoded bytes or a cat on the keyboard; they are passed over. */
    static final int MAX_LENGTH = 64;

    private static final int KEY_LETTERS = 12;
    private static final int KEY_BITS = 5;

    private final int minLength;
    private char[] text = new char[4096];
    private int end;
    private int position;
    private char[] word;
    private int start;
    private int length;
    private int from;
    private int to;
    private long firstKey;
    private long furtherKey;

    /** @param minLength least number of letters of a word */
    WordScanner(int minLength) {
        this.minLength = minLength;
    }

    /** Starts at the beginning of the title; the text follows. */
    void begin(String title, String body) {
        end = title.length() + 1 + body.length();
        if (text.length < end) {
            text = new char[Math.max(end, text.length * 2)];
        }
        title.getChars(0, title.length(), text, 0);
        text[title.length()] = '\n';
        body.getChars(0, body.length(), text, title.length() + 1);
        position = 0;
    }

    /** Starts at the beginning of what the reader gives. */
    void begin(Reader reader) throws IOException {
        end = 0;
        for (int read = 0; read >= 0; read = reader.read(text, end, text.length - end)) {
            end += read;
            if (end == text.length) {
                text = Arrays.copyOf(text, text.length * 2);
            }
        }
        position = 0;
    }

    /** Goes to the next word; false if there is none. */
    boolean next() {
        while (position < end) {
            if (scan() >= minLength && length <= MAX_LENGTH && length > 0) {
                return true;
            }
        }
        return false;
    }

    /** The word's letters, from {@link #start()} on. */
    char[] letters() {
        return word;
    }

    int start() {
        return start;
    }

    int length() {
        return length;
    }

    /** Where the word stands in what was begun: of the title, one more character, and the text. */
    int from() {
        return from;
    }

    /** Where it ends; a word whose accents were composed is longer there than here. */
    int to() {
        return to;
    }

    /** The first 12 letters, 5 bits each; 0 if the word does not fit into the keys. */
    long firstKey() {
        return firstKey;
    }

    /** The letters after the twelfth. */
    long furtherKey() {
        return furtherKey;
    }

    /** Scans the word at the position, if there is one, and what separates it from the next; the word's length. */
    private int scan() {
        word = text;
        start = position;
        long first = 0;
        long key = 0;
        int at = position;
        for (; at < end; at++) {
            int lower = text[at] | 0x20;
            int code = lower - 'a' + 1;
            if (code < 1 || code > 26) {
                break;
            }
            text[at] = (char) lower;
            if (at - start == KEY_LETTERS) {
                first = key;
                key = 0;
            }
            key = key << KEY_BITS | code;
        }
        from = start;
        to = at;
        length = at - start;
        if (at < end && text[at] >= 128) {
            return scanAnyScript();
        }
        position = at + 1;
        firstKey = length <= KEY_LETTERS ? key : length <= 2 * KEY_LETTERS ? first : 0;
        furtherKey = length <= KEY_LETTERS ? 0 : key;
        return length;
    }

    private int scanAnyScript() {
        boolean marked = false;
        int at = start;
        while (at < end) {
            int codePoint = Character.codePointAt(text, at, end);
            boolean mark = isMark(codePoint) && at > start;
            if (!mark && !Character.isLetter(codePoint)) {
                break;
            }
            marked |= mark;
            // lower case never changes the number of characters of a code point
            at += Character.toChars(Character.toLowerCase(codePoint), text, at);
        }
        to = at;
        length = at - start;
        position = at < end ? at + Character.charCount(Character.codePointAt(text, at, end)) : end;
        firstKey = 0;
        if (marked && length <= MAX_LENGTH) {
            word = Normalizer.normalize(new String(text, start, length), Normalizer.Form.NFC).toCharArray();
            start = 0;
            length = word.length;
        }
        return length;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}

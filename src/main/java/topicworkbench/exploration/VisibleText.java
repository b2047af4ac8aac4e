package topicworkbench.exploration;

import java.util.Locale;

/**
 * Makes what review text hides visible. Characters that turn the direction of what follows, join or part words unseen, or
 * control a terminal stand as their code, as in {@code [U+202E]}; so a text can neither dress up as another nor reach beyond
 * itself.
 */
public final class VisibleText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private VisibleText() { }

    /** The text with line ends and tabs as they are; those that hold nothing hidden are given back as they came. */
    public static String of(String text) {
        if (text.chars().noneMatch(c -> isSuspicious((char) c))) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> {
            if (isHidden(codePoint)) {
                visible.append(String.format(Locale.ROOT, "[U+%04X]", codePoint));
            } else {
                visible.appendCodePoint(codePoint);
            }
        });
        return visible.toString();
    }

    /** Worth a closer look; half of a pair may belong to a hidden character. */
    private static boolean isSuspicious(char c) {
        return c < ' ' && c != '\n' && c != '\t' || c > '~' && (Character.isSurrogate(c) || isHidden(c));
    }

    /** Joiners stay: emojis and some scripts are written with them. */
    private static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n' && codePoint != '\t';
            case Character.FORMAT -> codePoint != ZERO_WIDTH_JOINER && codePoint != ZERO_WIDTH_NON_JOINER;
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}

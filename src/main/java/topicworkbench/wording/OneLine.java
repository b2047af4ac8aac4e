package topicworkbench.wording;

/** Strangers' words made fit for a line of ours: nothing in them begins another line, moves a cursor or turns a direction around. */
public final class OneLine {
    private static final String ELLIPSIS = "…";

    private OneLine() { }

    /**
     * The printable characters of {@code text} with single blanks between its words, cut after {@code longest} of them by
     * an ellipsis.
     */
    public static String of(String text, int longest) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return line.codePointCount(0, line.length()) <= longest ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)) + ELLIPSIS;
    }
}

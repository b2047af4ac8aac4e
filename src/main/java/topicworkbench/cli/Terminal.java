package topicworkbench.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Where commands print. Text is stripped of control characters, as review text could otherwise recolor, retitle or
 * rewrite the terminal; only the progress bar moves the cursor.
 *
 * @param out         results
 * @param err         messages and progress
 * @param interactive whether a person looks at a terminal, so that a line may be drawn over
 * @param width       columns of a table; a file or a pipe takes any
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive, int width) {
    private static final int USUAL_WIDTH = 100;
    private static final int NARROWEST = 60;

    static Terminal system() {
        Console console = System.console();
        boolean interactive = console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(System.out, System.err, interactive, interactive ? columns() : Integer.MAX_VALUE);
    }

    void print(String text) {
        out.println(plain(text));
    }

    void tell(String text) {
        err.println(plain(text));
    }

    /** Draws over the current line, as much as fits in it; an empty text clears it. */
    void redraw(String text) {
        String line = line(text);
        err.print("\r\033[K" + (line.length() < width ? line : line.substring(0, width - 1)));
        err.flush();
    }

    /** Control and direction-changing characters become a space each; line breaks stay. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n]]", " ");
    }

    /** The same in one line: what somebody else wrote cannot stand as a line of ours. */
    static String line(String text) {
        return plain(text).replace('\n', ' ');
    }

    private static int columns() {
        return Optional.ofNullable(System.getenv("COLUMNS")).filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Math.max(NARROWEST, Integer.parseInt(text))).orElse(USUAL_WIDTH);
    }
}

package topicworkbench.ui.support;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;

/**
 * A word to somebody who looks at another window, by the desktop's own notifications. JavaFX has none, and AWT's tray is
 * gone from today's desktops, so that the small programs are asked which Linux desktops and macOS bring; where there is
 * none nothing happens, and the window's title says the same.
 */
public final class SystemNotice {
    private static final String APPLE_SCRIPT = """
            on run argv
              display notification (item 2 of argv) with title (item 1 of argv)
            end run""";

    private SystemNotice() { }

    /** Does not wait; call it away from the window's thread. */
    public static boolean show(String title, String text) {
        try {
            new ProcessBuilder(command(System.getProperty("os.name"), title, text)).redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD).start();
            return true;
        } catch (IOException e) {
            return false; // no such program here
        }
    }

    /** Title and text are arguments of their own, never part of a script; Linux desktops may take the text as markup. */
    static List<String> command(String system, String title, String text) {
        if (system.toLowerCase(Locale.ROOT).contains("mac")) {
            return List.of("osascript", "-e", APPLE_SCRIPT, title, text);
        }
        return List.of("notify-send", "--app-name=Topic Workbench", "--", title,
                text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}

package topicworkbench.ui.help;

import java.util.Locale;
import java.util.stream.Stream;
import topicworkbench.ui.support.Typeface;

/** How a help page is dressed, in the colors of the window's themes. */
final class HelpStyle {

    private HelpStyle() { }

    static String document(HelpPage page, boolean dark) {
        String style = dark ? sheet("#c9d1d9", "#0d1117", "#58a6ff", "#161b22", "#30363d")
                : sheet("#24292f", "#ffffff", "#0969da", "#f6f8fa", "#d8dee4");
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><style>" + style + "</style></head><body>"
                + page.html() + "</body></html>";
    }

    private static String sheet(String... colors) {
        return String.format(Locale.ROOT, """
            body { margin: 0 24px 32px 24px; max-width: 720px; font: 14px/1.55 "%s", sans-serif; color: %s; background: %s; }
            h1 { font-size: 20px; margin: 4px 0 16px 0; } h2 { font-size: 16px; margin: 28px 0 8px 0; }
            h3 { font-size: 14px; margin: 20px 0 4px 0; }
            a { color: %s; text-decoration: none; } a:hover, a:focus { text-decoration: underline; }
            code, pre { font: 12.5px/1.5 monospace; background: %s; border-radius: 4px; }
            code { padding: 1px 4px; } pre { padding: 12px; overflow-x: auto; } pre code { padding: 0; }
            table { border-collapse: collapse; margin: 12px 0; }
            th, td { text-align: left; vertical-align: top; padding: 5px 16px 5px 0; border-bottom: 1px solid %s; }
            th { font-weight: bold; font-size: 12px; }
            """, Stream.concat(Stream.of(Typeface.FAMILY), Stream.of(colors)).toArray());
    }
}

package topicworkbench.ui.shell;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The rooms of the window, as the navigation rail lists them. */
enum Page {
    RUNS("Runs", Feather.LAYERS), NEW_RUN("New run", Feather.PLUS_CIRCLE), EXPLORE("Explore", Feather.COMPASS),
    COMPARE("Compare", Feather.COLUMNS), CLOUD("Cloud", Feather.CLOUD);

    private final String word;
    private final Ikon icon;

    Page(String word, Ikon icon) {
        this.word = word;
        this.icon = icon;
    }

    String word() {
        return word;
    }

    Ikon icon() {
        return icon;
    }

    /** The help page on this room. */
    String help() {
        return "window/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
    }
}

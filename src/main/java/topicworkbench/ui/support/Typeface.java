package topicworkbench.ui.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;
import topicworkbench.chart.HouseFont;

/** The house's typeface, made known to JavaFX. */
public final class Typeface {
    public static final String FAMILY = HouseFont.FAMILY;

    private static boolean loaded;

    private Typeface() { }

    /** JavaFX unpacks a file every time, so once is enough. */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        for (String file : HouseFont.FILES) {
            try (InputStream in = HouseFont.open(file)) {
                Font.loadFont(in, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        loaded = true;
    }
}

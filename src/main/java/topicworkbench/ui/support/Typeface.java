package topicworkbench.ui.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/** The interface's typeface, brought along: a bare system has none that looks right. */
public final class Typeface {
    public static final String FAMILY = "Inter";

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/";
    private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Italic.otf", "Inter-SemiBold.otf",
            "Inter-Bold.otf");

    private Typeface() { }

    /** Makes the family known to JavaFX and to the charts, which measure text by AWT. */
    public static void load() {
        for (String file : FILES) {
            try (InputStream forWindow = open(file); InputStream forCharts = open(file)) {
                Font.loadFont(forWindow, 13);
                java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .registerFont(java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, forCharts));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (java.awt.FontFormatException e) {
                throw new IllegalStateException("typeface " + file, e);
            }
        }
    }

    private static InputStream open(String file) {
        return Typeface.class.getResourceAsStream(FOLDER + file);
    }
}

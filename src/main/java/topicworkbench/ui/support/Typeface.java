package topicworkbench.ui.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * The interface's typeface, brought along: a bare system has none that looks right. Roboto's figures are all of one width,
 * so that numbers align in columns; JavaFX cannot ask for the tabular figures that other typefaces have as a feature.
 */
public final class Typeface {
    public static final String FAMILY = "Roboto";

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";
    private static final List<String> FILES = List.of("Roboto-Regular.ttf", "Roboto-Italic.ttf", "Roboto-Bold.ttf",
            "Roboto-BoldItalic.ttf");

    private Typeface() { }

    /** Makes the family known to JavaFX. */
    public static void load() {
        for (String file : FILES) {
            try (InputStream font = open(file)) {
                Font.loadFont(font, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A font for charts, which measure and draw text by AWT; that is awakened no sooner, since it takes its time. */
    public static java.awt.Font forCharts(int style, int size) {
        ForCharts.load();
        return new java.awt.Font(FAMILY, style, size);
    }

    private static final class ForCharts {
        private static boolean loaded;

        static synchronized void load() {
            if (!loaded) {
                FILES.forEach(ForCharts::register);
                loaded = true;
            }
        }

        private static void register(String file) {
            try (InputStream font = open(file)) {
                java.awt.GraphicsEnvironment.getLocalGraphicsEnvironment()
                        .registerFont(java.awt.Font.createFont(java.awt.Font.TRUETYPE_FONT, font));
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

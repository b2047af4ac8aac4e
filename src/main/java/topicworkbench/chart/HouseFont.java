package topicworkbench.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The house's typeface, brought along: a bare system has none that looks right. Roboto's figures are all of one width,
 * so that numbers align in columns; JavaFX cannot ask for the tabular figures that other typefaces have as a feature.
 */
public final class HouseFont {
    public static final String FAMILY = "Roboto";
    public static final List<String> FILES = List.of("Roboto-Regular.ttf", "Roboto-Bold.ttf", "Roboto-Italic.ttf",
            "Roboto-BoldItalic.ttf");

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/roboto/";

    private HouseFont() { }

    /**
     * For charts, which measure and draw text by AWT; that is awakened no sooner, since it takes its time.
     *
     * @param style of {@link Font}
     */
    public static Font of(int style, int size) {
        return Registered.font(style, size);
    }

    /** @param file one of {@link #FILES} */
    public static InputStream open(String file) {
        return HouseFont.class.getResourceAsStream(FOLDER + file);
    }

    private static final class Registered {
        static {
            for (String file : FILES) {
                try (InputStream in = open(file)) {
                    GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (FontFormatException e) {
                    throw new IllegalStateException("typeface " + file, e);
                }
            }
        }

        static Font font(int style, int size) {
            return new Font(FAMILY, style, size);
        }
    }
}

package topicworkbench.ui.chart;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.jfree.fx.FXGraphics2D;

/** Draws on a canvas as on paper, pictures too, for which its library would want JavaFX's bridge to Swing. */
final class CanvasGraphics extends FXGraphics2D {
    private final GraphicsContext canvas;

    CanvasGraphics(Canvas canvas) {
        super(canvas.getGraphicsContext2D());
        this.canvas = canvas.getGraphicsContext2D();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        canvas.drawImage(ChartExport.image((BufferedImage) image), x, y);
        return true;
    }
}

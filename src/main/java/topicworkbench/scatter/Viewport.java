package topicworkbench.scatter;

/**
 * Which part of the plane a picture shows. The plane's y points up, the picture's down; one unit is as long across as
 * up.
 *
 * @param centerX in the middle of the picture, in the plane's units
 * @param centerY likewise
 * @param scale   pixels to a unit, above 0
 * @param width   in pixels, at least 1
 * @param height  in pixels, at least 1
 */
public record Viewport(double centerX, double centerY, double scale, int width, int height) {

    public Viewport {
        if (!(scale > 0) || Double.isInfinite(scale) || !Double.isFinite(centerX) || !Double.isFinite(centerY)) {
            throw new IllegalArgumentException("scale " + scale + " at " + centerX + ", " + centerY);
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(width + " x " + height + " pixels");
        }
    }

    /** All of a box, with a margin around it. */
    public static Viewport fitting(PointGrid grid, int width, int height, double margin) {
        double scale = Math.min(Math.max(1, width - 2 * margin) / grid.width(), Math.max(1, height - 2 * margin) / grid.height());
        return new Viewport(grid.minX() + grid.width() / 2, grid.minY() + grid.height() / 2, scale, width, height);
    }

    public double pixelX(double x) {
        return (x - centerX) * scale + width / 2.0;
    }

    public double pixelY(double y) {
        return height / 2.0 - (y - centerY) * scale;
    }

    public double planeX(double pixel) {
        return centerX + (pixel - width / 2.0) / scale;
    }

    public double planeY(double pixel) {
        return centerY - (pixel - height / 2.0) / scale;
    }

    /** The picture's content moves by as many pixels to the right and down. */
    public Viewport moved(double right, double down) {
        return new Viewport(centerX - right / scale, centerY + down / scale, scale, width, height);
    }

    /** Nearer by a factor, with what lies at a pixel staying there. */
    public Viewport zoomed(double factor, double atX, double atY) {
        double aboutX = planeX(atX);
        double aboutY = planeY(atY);
        return new Viewport(aboutX + (centerX - aboutX) / factor, aboutY + (centerY - aboutY) / factor, scale * factor,
                width, height);
    }

    /** The same part of the plane and, where the picture's form differs, more of it. */
    public Viewport resized(int newWidth, int newHeight) {
        double factor = Math.min((double) newWidth / width, (double) newHeight / height);
        return new Viewport(centerX, centerY, scale * factor, newWidth, newHeight);
    }

    /** As {@link #resized}, at the scale as it is: a larger picture shows more. */
    public Viewport cropped(int newWidth, int newHeight) {
        return new Viewport(centerX, centerY, scale, newWidth, newHeight);
    }
}

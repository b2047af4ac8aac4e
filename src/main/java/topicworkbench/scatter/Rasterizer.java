package topicworkbench.scatter;

import java.util.Arrays;
import topicworkbench.math.Threads;

/**
 * Draws points into pixels. A pixel gets the mean color of the points on it, the stronger the more they are; nothing
 * depends on an order among points, so the same picture comes out bit by bit on any number of threads. It works in bands
 * of lines whose sums fit a processor's cache. Not for two threads at once.
 */
public final class Rasterizer {
    private static final int LINES_PER_BAND = 32;
    /** Pixels around what is seen whose points are looked at too: places are rounded to floats. */
    private static final double SLACK = 1;
    private static final long LOW = 0xffffffffL;
    private static final int MASK = (1 << Stamp.WEIGHT_BITS) - 1;

    private final Threads threads;
    private final Sums[] scratch;

    /**
     * What to draw.
     *
     * @param context    points that do not take part, drawn faintly below the others; null for none
     * @param page       red, green and blue of the ground
     * @param faint      color of the context
     * @param pixelRatio pixels of the picture to a point of the screen
     */
    public record Scene(ColoredPoints points, ColoredPoints context, int page, int faint, double pixelRatio) { }

    public Rasterizer(Threads threads) {
        this.threads = threads;
        this.scratch = new Sums[threads.count()];
    }

    /** @param pixels line after line of the viewport, opaque, alpha in the highest byte; all are written */
    public void draw(Scene scene, Viewport view, int[] pixels) {
        Layer points = new Layer(scene.points(), view, scene.pixelRatio());
        Layer context = scene.context() == null ? null : new Layer(scene.context(), view, scene.pixelRatio());
        threads.run(Math.ceilDiv(view.height(), LINES_PER_BAND), (band, worker) -> {
            int top = band * LINES_PER_BAND;
            int lines = Math.min(LINES_PER_BAND, view.height() - top);
            if (scratch[worker] == null || scratch[worker].width != view.width()) {
                scratch[worker] = new Sums(view.width());
            }
            Sums sums = scratch[worker];
            int offset = top * view.width();
            Arrays.fill(pixels, offset, offset + lines * view.width(), 0xff000000 | scene.page());
            if (context != null) {
                sums.add(context, top, lines);
                sums.cover(context.exposure, scene.faint(), pixels, offset, lines);
            }
            sums.add(points, top, lines);
            sums.color(points.exposure, pixels, offset, lines);
        });
    }

    /** Points with how they are drawn at a scale. */
    private static final class Layer {
        private final ColoredPoints points;
        private final Viewport view;
        private final Exposure exposure;
        private final Stamp stamp;

        Layer(ColoredPoints points, Viewport view, double pixelRatio) {
            this.points = points;
            this.view = view;
            this.exposure = Exposure.of(points, view.scale(), pixelRatio);
            this.stamp = exposure.isOnePixel() ? null : new Stamp(exposure.radius(), view.width());
        }
    }

    /** Of each pixel of a band: weight and red in one number, green and blue in another. */
    private static final class Sums {
        private final int width;
        private final long[] sums;

        Sums(int width) {
            this.width = width;
            this.sums = new long[2 * width * LINES_PER_BAND];
        }

        void add(Layer layer, int top, int lines) {
            Arrays.fill(sums, 0, 2 * width * lines, 0);
            PointGrid grid = layer.points.grid();
            double reach = SLACK + (layer.stamp == null ? 0 : layer.stamp.reach());
            int first = grid.column(layer.view.planeX(-reach));
            int last = grid.column(layer.view.planeX(width + reach));
            int highest = grid.row(layer.view.planeY(top - reach));
            int[] starts = layer.points.starts();
            for (int row = grid.row(layer.view.planeY(top + lines + reach)); row <= highest; row++) {
                int from = starts[row * grid.columns() + first];
                int to = starts[row * grid.columns() + last + 1];
                if (layer.stamp == null) {
                    addPixels(layer, from, to, top, lines);
                } else {
                    addDiscs(layer, from, to, top, lines);
                }
            }
        }

        private void addPixels(Layer layer, int from, int to, int top, int lines) {
            float[] x = layer.points.x();
            float[] y = layer.points.y();
            int[] colors = layer.points.colors();
            float scale = (float) layer.view.scale();
            float centerX = (float) layer.view.centerX();
            float centerY = (float) layer.view.centerY();
            float middleX = width / 2f;
            float middleY = layer.view.height() / 2f - top;
            for (int i = from; i < to; i++) {
                float right = (x[i] - centerX) * scale + middleX;
                float down = middleY - (y[i] - centerY) * scale;
                if (right >= 0 && right < width && down >= 0 && down < lines) {
                    add(2 * (((int) down) * width + (int) right), weightAndRed(colors[i]), greenAndBlue(colors[i]), Stamp.FULL);
                }
            }
        }

        private static long weightAndRed(int color) {
            return 1L << 32 | color >> 16;
        }

        private static long greenAndBlue(int color) {
            return (long) (color >> 8 & 0xff) << 32 | color & 0xff;
        }

        private void add(int at, long weightAndRed, long greenAndBlue, int weight) {
            sums[at] += weightAndRed * weight;
            sums[at + 1] += greenAndBlue * weight;
        }

        private void addDiscs(Layer layer, int from, int to, int top, int lines) {
            float[] x = layer.points.x();
            float[] y = layer.points.y();
            int[] colors = layer.points.colors();
            Stamp stamp = layer.stamp;
            int reach = stamp.reach();
            float scale = (float) layer.view.scale();
            float centerX = (float) layer.view.centerX();
            float centerY = (float) layer.view.centerY();
            float middleX = width / 2f + reach; // so that the cut to whole numbers is one downwards
            float middleY = layer.view.height() / 2f - top + reach;
            for (int i = from; i < to; i++) {
                float right = (x[i] - centerX) * scale + middleX;
                float down = middleY - (y[i] - centerY) * scale;
                if (right >= 0 && right < width + 2 * reach && down >= 0 && down < lines + 2 * reach) {
                    int column = (int) right;
                    int line = (int) down;
                    int phase = Stamp.PHASES * (int) ((down - line) * Stamp.PHASES) + (int) ((right - column) * Stamp.PHASES);
                    addDisc(stamp, phase, column - 2 * reach, line - 2 * reach, lines, colors[i]);
                }
            }
        }

        /** @param left of the stamp's first pixel, and its line; either may lie outside */
        private void addDisc(Stamp stamp, int phase, int left, int line, int lines, int color) {
            long weightAndRed = weightAndRed(color);
            long greenAndBlue = greenAndBlue(color);
            int side = stamp.side();
            if (left >= 0 && left + side <= width && line >= 0 && line + side <= lines) {
                int at = line * width + left;
                for (int pixel : stamp.covered(phase)) {
                    add(2 * (at + (pixel >> Stamp.WEIGHT_BITS)), weightAndRed, greenAndBlue, pixel & MASK);
                }
                return;
            }
            byte[] weights = stamp.weights(phase);
            for (int row = Math.max(0, -line); row < Math.min(side, lines - line); row++) {
                for (int column = Math.max(0, -left); column < Math.min(side, width - left); column++) {
                    add(2 * ((line + row) * width + left + column), weightAndRed, greenAndBlue, weights[row * side + column]);
                }
            }
        }

        /** Lays one color over the page. */
        void cover(Exposure exposure, int color, int[] pixels, int offset, int lines) {
            for (int i = 0; i < lines * width; i++) {
                int weight = (int) (sums[2 * i] >>> 32);
                if (weight > 0) {
                    float cover = exposure.cover(weight);
                    pixels[offset + i] = over(pixels[offset + i], 1 - cover, (color >> 16 & 0xff) * cover,
                            (color >> 8 & 0xff) * cover, (color & 0xff) * cover);
                }
            }
        }

        /** Lays the points' mean colors over what is there. */
        void color(Exposure exposure, int[] pixels, int offset, int lines) {
            for (int i = 0; i < lines * width; i++) {
                long weightAndRed = sums[2 * i];
                int weight = (int) (weightAndRed >>> 32);
                if (weight > 0) {
                    float cover = exposure.cover(weight);
                    float each = cover / weight;
                    long greenAndBlue = sums[2 * i + 1];
                    pixels[offset + i] = over(pixels[offset + i], 1 - cover, (weightAndRed & LOW) * each,
                            (greenAndBlue >>> 32) * each, (greenAndBlue & LOW) * each);
                }
            }
        }

        private static int over(int below, float left, float red, float green, float blue) {
            return 0xff000000 | channel(below >> 16, left, red) << 16 | channel(below >> 8, left, green) << 8
                    | channel(below, left, blue);
        }

        private static int channel(int below, float left, float above) {
            return (int) ((below & 0xff) * left + above + 0.5f);
        }
    }
}

package topicworkbench.chart;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A drawing whose parts can be pointed at. */
public interface MarkedDrawing extends Drawing {

    /** What stands where when it is drawn in this area; of those that overlap the last is on top. */
    List<Mark> marks(Rectangle2D area);

    /**
     * A part that answers the pointer.
     *
     * @param shape where it is
     * @param key   what it stands for
     * @param words that are shown while it is pointed at, a few lines
     */
    record Mark(Shape shape, Object key, String words) { }
}

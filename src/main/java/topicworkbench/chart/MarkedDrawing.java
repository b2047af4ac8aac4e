package topicworkbench.chart;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A drawing whose parts can be pointed at. */
public interface MarkedDrawing extends Drawing {

    /** What stands where when it is drawn in this area; of those that overlap the last is on top. */
    List<Mark> marks(Rectangle2D area);

    /**
     * Which of the marks is at a point; a drawing with very many knows a shorter way.
     *
     * @param marks of the same area
     * @return its place in the list, or -1 for none
     */
    default int at(List<Mark> marks, Rectangle2D area, double x, double y) {
        for (int place = marks.size() - 1; place >= 0; place--) {
            if (marks.get(place).shape().contains(x, y)) {
                return place;
            }
        }
        return -1;
    }

    /**
     * A part that answers the pointer.
     *
     * @param shape where it is
     * @param key   what it stands for
     * @param words that are shown while it is pointed at, a few lines
     */
    record Mark(Shape shape, Object key, String words) { }
}

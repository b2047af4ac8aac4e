package topicworkbench.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Something that draws itself at any size, in whichever style it is asked to. */
@FunctionalInterface
public interface Drawing {

    /** Stays within {@code area}; the page is painted already. */
    void draw(Graphics2D graphics, Rectangle2D area, HouseStyle style);
}

package topicworkbench.scatter;

/**
 * Words at a place of the map.
 *
 * @param text     one line
 * @param x        of the place, in the plane's units
 * @param y        likewise
 * @param level    how near one must be to see it
 * @param category what it names, or -1
 * @param weight   of two that want the same room the heavier gets it
 */
public record MapLabel(String text, double x, double y, Level level, int category, double weight) {

    /** How near one must be. */
    public enum Level {
        /** A category's largest island: always there. */
        FAR(0),
        /** Its other islands. */
        MIDDLE(2),
        /** What the reviews of a small part say. */
        NEAR(4);

        private final double zoom;

        Level(double zoom) {
            this.zoom = zoom;
        }

        /** From how many times the scale at which the whole map is seen. */
        public double zoom() {
            return zoom;
        }
    }
}

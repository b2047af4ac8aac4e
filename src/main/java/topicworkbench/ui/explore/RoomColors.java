package topicworkbench.ui.explore;

/** Colors for charts, as numbers: red, green and blue in one. */
final class RoomColors {
    /** Of all reviews together: the accent, which reads on both themes. */
    static final int ALL = 0x4c8ed9;

    private RoomColors() { }

    static int of(Exploration exploration, int topic) {
        return Integer.parseInt(exploration.curating().color(topic).substring(1), 16);
    }
}

package topicworkbench.ui.explore;

/** Colors of what is no topic. */
final class RoomColors {
    /** Of all reviews together: the accent, which reads on both themes. */
    static final int ALL = 0x4c8ed9;

    private RoomColors() { }
}

package topicworkbench.ui.explore;

/** Where labelling goes on outside the room of exploring. */
public enum LabelRoom {
    /** The five-minute check. */
    CHECK,
    /** Labels from and to other runs and people. */
    EXCHANGE
}

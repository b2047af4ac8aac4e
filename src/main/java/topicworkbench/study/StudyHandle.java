package topicworkbench.study;

/** A study that was started from here. */
public interface StudyHandle {
    String id();

    /** Stops the runs at work as soon as possible and begins no other; what finished is kept. Returns at once. */
    void cancel();

    /** Waits until no run of the study is at work any more. */
    StudyTable await() throws InterruptedException;
}

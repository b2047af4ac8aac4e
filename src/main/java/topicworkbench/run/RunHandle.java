package topicworkbench.run;

/** A run that was started from here. */
public interface RunHandle {
    String id();

    RunState state();

    /** What runs; its stages are those to wait for. */
    RunSpec spec();

    /** Stops as soon as possible; what finished is kept. Returns at once. */
    void cancel();

    /** Ends training after the current epoch and goes on with the best model so far. Returns at once. */
    void stopTraining();

    /** Waits for the end. */
    RunSummary await() throws InterruptedException;
}

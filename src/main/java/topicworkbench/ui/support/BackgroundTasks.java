package topicworkbench.ui.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.util.Subscription;

/** Runs work away from the window's thread and brings results back to it. Tests use a twin that does all at once. */
public interface BackgroundTasks {

    /**
     * @param work      runs on a thread of its own
     * @param onSuccess gets the result on the window's thread
     * @param onFailure gets what {@code work} threw, on the window's thread
     */
    <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure);

    /**
     * Does something on the window's thread again and again.
     *
     * @return ends it
     */
    Subscription repeat(Duration pause, Runnable action);

    /**
     * Changes much of what is shown, on the window's thread, now. Work that is asked for meanwhile begins when it stands on the screen:
     * else it takes the cores from the thread that builds it, and the window answers nobody for that long.
     */
    void show(Runnable change);

    /** Brings something that happened elsewhere to the window's thread, in the order of the calls. */
    void onWindowThread(Runnable action);
}

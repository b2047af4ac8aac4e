package topicworkbench.run.local;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import topicworkbench.math.ProgressListener;
import topicworkbench.run.RunEvent;
import topicworkbench.run.Stage;
import topicworkbench.workspace.RunClock;

/** Turns units of work into the stage's fraction, told a few times a second; looks each time whether to cancel. */
final class StageProgress implements ProgressListener {
    private static final long NANOS_BETWEEN_EVENTS = 100_000_000;

    private final Stage stage;
    private final Consumer<RunEvent> events;
    private final BooleanSupplier cancelled;
    private final AtomicLong lastEvent = new AtomicLong(System.nanoTime() - NANOS_BETWEEN_EVENTS);

    StageProgress(Stage stage, Consumer<RunEvent> events, BooleanSupplier cancelled) {
        this.stage = stage;
        this.events = events;
        this.cancelled = cancelled;
    }

    Stage stage() {
        return stage;
    }

    @Override
    public void progress(long done, long total) {
        tell(total > 0 ? Math.clamp((double) done / total, 0, 1) : Double.NaN);
    }

    ProgressListener part(double from, double to) {
        return (done, total) -> tell(total > 0 ? from + (to - from) * Math.clamp((double) done / total, 0, 1) : from);
    }

    private void tell(double fraction) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled by the user");
        }
        long now = System.nanoTime();
        long last = lastEvent.get();
        // several threads may come at once; one of them tells
        if (now - last >= NANOS_BETWEEN_EVENTS && lastEvent.compareAndSet(last, now)) {
            events.accept(new RunEvent.StageProgress(RunClock.now(), stage, fraction));
        }
    }
}

package topicworkbench.ui.explore;

import java.util.function.BiFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import topicworkbench.math.Threads;
import topicworkbench.ui.explore.Tallies.Situation;

/** What one view counts: counted anew with the others while it is shown and not pinned. */
public final class Tally<T> {
    private final BiFunction<Situation, Threads, T> count;
    private final Runnable recount;
    private final ReadOnlyObjectWrapper<T> value = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty pinned = new SimpleBooleanProperty();
    private final BooleanProperty shown = new SimpleBooleanProperty(true);

    Tally(BiFunction<Situation, Threads, T> count, Runnable recount) {
        this.count = count;
        this.recount = recount;
        pinned.subscribe((was, is) -> {
            if (!is) {
                recount.run();
            }
        });
        shown.subscribe((was, is) -> {
            if (is) {
                recount.run();
            }
        });
    }

    /** Null before anything is counted. */
    public ReadOnlyObjectProperty<T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Whether the value stays while filters change. */
    public BooleanProperty pinnedProperty() {
        return pinned;
    }

    /** Whether anybody looks. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** Counts anew because something else than the filters has changed. */
    public void renew() {
        recount.run();
    }

    boolean isWanted() {
        return shown.get() && !(pinned.get() && value.get() != null);
    }

    T count(Situation situation, Threads threads) {
        return count.apply(situation, threads);
    }

    @SuppressWarnings("unchecked")
    void take(Object counted) {
        if (!pinned.get() || value.get() == null) {
            value.set((T) counted); // what count made
        }
    }

    /** Another run: what was counted means nothing any more, pinned or not. */
    void forget() {
        value.set(null);
    }
}

package topicworkbench.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;

/** Makes something when it is first wanted, and keeps it: a window opens faster when it builds only the room it shows. */
final class FirstUse<T> implements Supplier<T> {
    private final Supplier<T> make;
    private T made;

    FirstUse(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        if (made == null) {
            made = make.get();
        }
        return made;
    }

    /** Empty before it was wanted. */
    Optional<T> made() {
        return Optional.ofNullable(made);
    }

    /** Whether this is what was made. */
    boolean is(Object some) {
        return made != null && made == some;
    }
}

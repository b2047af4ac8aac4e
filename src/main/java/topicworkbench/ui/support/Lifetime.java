package topicworkbench.ui.support;

import javafx.application.Platform;

/** When the program ends: with its window, or later. Behind an interface, since tests go on when a window is closed. */
public interface Lifetime {

    /** Ends the program. */
    void end();

    /** The running program's: it outlives its window until told to end. */
    static Lifetime ofProgram() {
        Platform.setImplicitExit(false);
        return Platform::exit;
    }
}

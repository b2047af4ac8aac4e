package topicworkbench.cli;

import java.util.function.Consumer;
import topicworkbench.run.RunEvent;

/** Shows how a run goes; the runner's thread calls it. */
interface ProgressDisplay extends Consumer<RunEvent>, AutoCloseable {

    /** A bar where a person looks at a terminal, plain lines in a pipe or a log. */
    static ProgressDisplay on(Terminal terminal) {
        return terminal.interactive() ? new ProgressBar(terminal) : new ProgressLines(terminal);
    }

    /** Nothing is shown after this. */
    @Override
    void close();
}

package topicworkbench.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import topicworkbench.export.file.RunExport;

/** Shows what work is doing: on a terminal a line that is drawn over, else a line for each thing; stops it when asked. */
final class WorkProgress implements RunExport.Listener, AutoCloseable {
    private final Terminal terminal;
    private final AtomicBoolean cancelled;
    private String last = "";

    WorkProgress(Terminal terminal, AtomicBoolean cancelled) {
        this.terminal = terminal;
        this.cancelled = cancelled;
    }

    @Override
    public void making(String what, long done, long total) {
        if (cancelled.get()) {
            throw new CancellationException();
        }
        if (terminal.interactive()) {
            terminal.redraw(what + (total > 0 ? " " + 100 * done / total + "%" : ""));
        } else if (!what.equals(last)) {
            terminal.tell(what);
        }
        last = what;
    }

    @Override
    public void close() {
        if (terminal.interactive() && !last.isEmpty()) {
            terminal.redraw("");
        }
        last = "";
    }
}

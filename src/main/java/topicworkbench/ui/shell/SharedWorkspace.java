package topicworkbench.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.FolderLock;

/** Lets other windows know that this one has the workspace open, and says it where another has. */
final class SharedWorkspace implements AutoCloseable {
    /** No harm is done, since each run is locked by who works on it. */
    private static final UserMessage OTHER = new UserMessage(UserMessage.Kind.WARNING, "Another window has this workspace open.",
            "Both may be used; a run can be deleted once neither works on it.");

    private final Path root;
    private final BackgroundTasks tasks;
    private final Messages messages;
    private FolderLock lock;
    private boolean told;
    private boolean closed;

    SharedWorkspace(Path root, BackgroundTasks tasks, Messages messages) {
        this.root = root;
        this.tasks = tasks;
        this.messages = messages;
        look();
    }

    /** Once more, when there may be a workspace where there was none. */
    void look() {
        tasks.run(this::isAlone, alone -> {
            if (!alone && !told) {
                told = true;
                messages.tell(OTHER);
            }
        }, messages::tell);
    }

    private synchronized boolean isAlone() {
        if (lock != null || closed || !Files.isWritable(root)) {
            return true; // before the first run, or to be read only: nothing to share
        }
        lock = FolderLock.tryAcquire(root).orElse(null);
        return lock != null;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}

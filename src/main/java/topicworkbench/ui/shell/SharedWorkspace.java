package topicworkbench.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.FolderLock;

/** Lets other windows know that this one has the workspace open, and says it where another has. */
final class SharedWorkspace implements AutoCloseable {
    /** No harm is done, since each run is locked by who works on it. */
    private static final UserMessage OTHER = new UserMessage(UserMessage.Kind.WARNING, "Another window has this workspace open.",
            "Both may be used: a run that one of them works on is watched and cancelled in either, and deleted once it has ended.");

    private FolderLock lock;
    private boolean closed;

    SharedWorkspace(Path root, BackgroundTasks tasks, Messages messages) {
        tasks.run(() -> {
            if (!Files.isWritable(root)) {
                return true; // before the first run, or to be read only: nothing to share
            }
            Optional<FolderLock> own = FolderLock.tryAcquire(root);
            own.ifPresent(this::keep);
            return own.isPresent();
        }, alone -> {
            if (!alone) {
                messages.tell(OTHER);
            }
        }, messages::tell);
    }

    private synchronized void keep(FolderLock own) {
        lock = own;
        if (closed) {
            own.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (lock != null) {
            lock.close();
        }
    }
}

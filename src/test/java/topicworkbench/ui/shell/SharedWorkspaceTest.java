package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.FolderLock;

class SharedWorkspaceTest {
    @TempDir
    Path folder;

    private final Messages first = new Messages();
    private final Messages second = new Messages();

    @Test
    void theSecondWindowSaysThatThereIsAnother() {
        try (SharedWorkspace _ = new SharedWorkspace(folder, new SameThreadTasks(), first);
                SharedWorkspace _ = new SharedWorkspace(folder, new SameThreadTasks(), second)) {
            assertThat(first.lastProperty().get()).isEqualTo(UserMessage.NONE);
            assertThat(second.lastProperty().get().line()).startsWith("Another window has this workspace open. Both may be used");
        }
    }

    @Test
    void aClosedWindowIsNone() {
        new SharedWorkspace(folder, new SameThreadTasks(), first).close();
        assertThat(FolderLock.isHeld(folder)).isFalse();
        try (SharedWorkspace _ = new SharedWorkspace(folder, new SameThreadTasks(), second)) {
            assertThat(second.lastProperty().get()).isEqualTo(UserMessage.NONE);
            assertThat(FolderLock.isHeld(folder)).isTrue();
        }
    }

    @Test
    void aWorkspaceThatIsNotThereIsNotMade() {
        Path none = folder.resolve("none");
        try (SharedWorkspace _ = new SharedWorkspace(none, new SameThreadTasks(), first)) {
            assertThat(Files.exists(none)).isFalse();
            assertThat(first.lastProperty().get()).isEqualTo(UserMessage.NONE);
        }
    }

    /** Its first run makes it. */
    @Test
    void aWorkspaceThatIsMadeMeanwhileIsThenHeld() throws IOException {
        Path made = folder.resolve("made");
        try (SharedWorkspace one = new SharedWorkspace(made, new SameThreadTasks(), first)) {
            Files.createDirectory(made);
            one.look();
            one.look();
            assertThat(first.lastProperty().get()).isEqualTo(UserMessage.NONE);
            try (SharedWorkspace other = new SharedWorkspace(made, new SameThreadTasks(), second)) {
                assertThat(second.lastProperty().get().text()).startsWith("Another window");
                second.tell("Something else.");
                other.look();
                assertThat(second.lastProperty().get().text()).as("once is enough").isEqualTo("Something else.");
            }
        }
    }
}

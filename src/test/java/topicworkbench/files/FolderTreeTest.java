package topicworkbench.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
    @TempDir
    private Path folder;

    @Test
    void everythingInItGoesAndNothingElse() throws IOException {
        Path kept = Files.writeString(Files.createDirectories(folder.resolve("kept")).resolve("review.txt"), "arrived broken");
        Path tree = Files.createDirectories(folder.resolve("run/parts/more")).getParent().getParent();
        Files.writeString(tree.resolve("parts/more/counts"), "1");
        Files.createSymbolicLink(tree.resolve("parts/link"), kept.getParent());
        FolderTree.delete(tree);
        assertThat(tree).doesNotExist();
        assertThat(kept).as("what a link led to").hasContent("arrived broken");
    }

    @Test
    void whatIsNotThereIsNoFailure() throws IOException {
        FolderTree.delete(folder.resolve("never"));
        assertThat(folder).isEmptyDirectory();
    }
}

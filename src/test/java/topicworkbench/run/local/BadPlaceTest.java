package topicworkbench.run.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.workspace.Workspace;

/** A disk that is full or may not be written, on a small file system made for the test (which takes root's rights). */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
class BadPlaceTest {
    @TempDir
    private Path folder;
    private Path disk;

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (disk != null) {
            succeeds("umount", disk.toString());
        }
    }

    private void mount(String options) throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(System.getProperty("os.name").equals("Linux")
                && succeeds("mount", "-t", "tmpfs", "-o", options, "tmpfs", place.toString()),
                "needs the right to mount a file system of its own");
        disk = place;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }

    @Test
    void aFullDiskIsSaidInTwoSentencesWhereverItRunsFull() throws IOException, InterruptedException {
        mount("size=2m");
        RunSpec spec = SmallReviews.run(folder, 400);
        int failed = 0;
        for (int freeKilobytes : new int[] {0, 8, 40, 70, 100, 140, 180, 260}) {
            Workspace workspace = new Workspace(disk.resolve("free" + freeKilobytes));
            Path filler = disk.resolve("filler");
            Files.write(filler, new byte[Math.toIntExact(usable()) - freeKilobytes * 1024]);
            String said;
            String remedy;
            try {
                RunSummary summary = new LocalPipelineRunner(workspace, 2).start(spec, "full", event -> { }).await();
                if (summary.state() == RunState.DONE) {
                    continue;
                }
                RunFailure failure = summary.failure();
                said = failure.whatHappened();
                remedy = failure.remedy();
            } catch (ExplainedException e) {
                said = e.getMessage();
                remedy = e.remedy();
                assertThat(workspace.runs()).isEmpty();
            } finally {
                Files.delete(filler);
            }
            failed++;
            assertThat(said).as(freeKilobytes + " KB free").startsWith("The disk of ").endsWith(" is full.");
            assertThat(remedy).contains("--workspace").endsWith(".");
            try (Stream<Path> left = Files.walk(workspace.root())) {
                assertThat(left.map(Path::toString)).noneMatch(name -> name.matches(".*(partial|tmp|unfinished)"));
            }
            if (!workspace.runs().isEmpty()) { // with room again it goes on
                assertThat(new LocalPipelineRunner(workspace, 2).resume("full", event -> { }).await().state())
                        .isEqualTo(RunState.DONE);
            }
            delete(workspace.root());
        }
        assertThat(failed).isGreaterThan(3);
    }

    @Test
    void aReadOnlyWorkspaceIsRefusedAtOnceAndCanStillBeListed() throws IOException, InterruptedException {
        mount("size=8m");
        RunSpec spec = SmallReviews.run(folder, 400);
        Workspace workspace = new Workspace(disk);
        new LocalPipelineRunner(workspace, 2).start(spec, "before", event -> { }).await();
        assertThat(succeeds("mount", "-o", "remount,ro", disk.toString())).isTrue();

        assertThatThrownBy(() -> new LocalPipelineRunner(workspace, 2).start(spec, "after", event -> { }))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("cannot be written");
        assertThat(workspace.runs()).singleElement().extracting(RunSummary::state).isEqualTo(RunState.DONE);
        assertThat(workspace.find("before").result().topics()).hasSize(4);
    }

    private long usable() throws IOException {
        FileStore store = Files.getFileStore(disk);
        return store.getUsableSpace();
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> inside = Files.walk(root)) {
            for (Path path : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

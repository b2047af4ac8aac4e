package topicworkbench.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.curation.CurationEntry;
import topicworkbench.curation.CurationJournal;
import topicworkbench.export.file.RunExport;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.run.local.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Labels, exports and runs on a disk that is full or goes away; what runs themselves do on a full one BadPlaceTest tells. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
class DiskTest {
    @TempDir
    private Path folder;
    private Path disk;

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (disk != null) {
            succeeds("umount", "-l", disk.toString());
        }
    }

    private void mount(String size) throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(System.getProperty("os.name").equals("Linux")
                && succeeds("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", place.toString()),
                "needs the right to mount a file system of its own");
        disk = place;
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }

    /** Leaves so much of the disk free. */
    private Path fill(long freeBytes) throws IOException {
        Path filler = disk.resolve("filler");
        Files.write(filler, new byte[(int) Math.max(0, Files.getFileStore(disk).getUsableSpace() - freeBytes)]);
        return filler;
    }

    @Test
    void aLabelIsKeptWholeOrRefusedWhereTheDiskIsFull() throws IOException, InterruptedException {
        mount("64k");
        CurationJournal journal = CurationJournal.of(disk.resolve("labels.jsonl"), DoomedWork.TOPICS);
        List<CurationEntry> told = new ArrayList<>();
        int refused = 0;
        Path filler = fill(8192);
        for (int number = 0; number < 400; number++) {
            CurationEntry entry = new CurationEntry.Note(number % DoomedWork.TOPICS, "n".repeat(1 + number % 97) + number);
            try {
                journal.decide(entry);
                told.add(entry);
            } catch (ExplainedException e) {
                refused++;
                assertThat(e).hasMessageContaining("could not be kept");
                assertThat(e.remedy()).contains("has room left");
            }
        }
        assertThat(refused).isPositive();
        assertThat(journal.decisions()).extracting(decision -> decision.entry()).isEqualTo(told);
        Files.delete(filler);
        CurationEntry after = new CurationEntry.Name(0, "with room again");
        assertThat(journal.decide(after).topics().getFirst().label()).isEqualTo("with room again");
        told.add(after);
        assertThat(journal.decisions()).extracting(decision -> decision.entry()).isEqualTo(told);
    }

    @Test
    void anExportOntoAFullDiskLeavesNothing() throws IOException, InterruptedException {
        mount("400k");
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        RunFolder run = workspace.find(SmallRun.in(workspace, "small").id());
        for (int kilobytes : new int[] {4, 40, 120}) {
            Path filler = fill(1024L * kilobytes);
            assertThatThrownBy(() -> RunExport.write(run, disk.resolve("out"), DoomedWork.export(), (what, done, total) -> { }))
                    .isInstanceOf(ExplainedException.class).hasMessageContaining("is full");
            try (Stream<Path> left = Files.list(disk)) {
                assertThat(left).containsExactly(filler);
            }
            Files.delete(filler);
        }
        assertThat(run.result().topics()).hasSize(SmallRun.TOPICS);
    }

    @Test
    void aRunWhoseDriveIsTakenAwayEndsWithASentenceAndGoesOnWhenItIsBack() throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve("disk"));
        Path drive = Files.createDirectory(folder.resolve("drive"));
        assumeTrue(System.getProperty("os.name").equals("Linux") && succeeds("mount", "--bind", drive.toString(), place.toString()),
                "needs the right to mount a file system of its own");
        disk = place;
        RunSpec spec = Settings.apply(SmallReviews.run(folder, 400), List.of("epochs=200", "num_patience_epochs=200"));
        Workspace workspace = new Workspace(disk.resolve("workspace"));
        String said;
        try {
            RunSummary summary = new LocalPipelineRunner(workspace, 1).start(spec, "taken", event -> {
                if (event instanceof RunEvent.StageStarted started && started.stage() == Stage.TRAIN) {
                    takeAway();
                }
            }).await();
            assertThat(summary.state()).isEqualTo(RunState.FAILED);
            said = summary.failure().whatHappened() + " " + summary.failure().remedy();
        } catch (ExplainedException e) {
            said = e.getMessage();
        }
        assertThat(said).contains(disk.toString());
        assertThat(workspace.runs()).isEmpty();
        Workspace back = new Workspace(drive.resolve("workspace"));
        assertThat(back.find("taken").summary().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(new LocalPipelineRunner(back, 1).resume("taken", event -> { }).await().state()).isEqualTo(RunState.DONE);
    }

    private void takeAway() {
        try {
            succeeds("umount", "-l", disk.toString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each from a process of its own, as two windows would, with the other at work too. */
    @Test
    void twoProcessesLabelOneRunAndNoDecisionIsLost() throws IOException, InterruptedException {
        Path file = folder.resolve("labels.jsonl");
        CurationJournal mine = CurationJournal.of(file, DoomedWork.TOPICS);
        List<String> names = new ArrayList<>();
        Process other = DoomedWork.start("curate", file.toString());
        try (BufferedReader told = other.inputReader()) {
            for (int theirs = 0; theirs < 200;) {
                String name = "mine " + names.size();
                mine.decide(new CurationEntry.Name(0, name));
                names.add(name);
                for (; told.ready(); theirs++) {
                    assertThat(told.readLine()).isNotNull();
                }
                assertThat(other.isAlive()).isTrue();
            }
        } finally {
            other.destroyForcibly().waitFor();
        }
        List<String> kept = mine.decisions().stream().map(decision -> decision.entry()).filter(CurationEntry.Name.class::isInstance)
                .map(entry -> ((CurationEntry.Name) entry).label()).filter(name -> name.startsWith("mine ")).toList();
        assertThat(kept).isEqualTo(names);
        assertThat(mine.decisions()).hasSizeGreaterThan(names.size() + 100);
        assertThat(Files.readAllLines(file)).hasSize(mine.decisions().size());
    }
}

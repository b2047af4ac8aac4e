package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.curation.Curation;
import topicworkbench.curation.CurationEntry;
import topicworkbench.curation.CurationEntry.Flag;
import topicworkbench.curation.CurationEntry.Merge;
import topicworkbench.curation.CurationEntry.Name;
import topicworkbench.curation.CurationEntry.Split;
import topicworkbench.curation.CurationEntry.Undo;
import topicworkbench.testdata.SmallRun;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.SplitTable;
import topicworkbench.workspace.Workspace;

/** Decisions taken from run to run and from person to person, on real runs. */
class LabelsCommandTest {
    @TempDir
    private Path folder;
    private Commands commands;
    private RunFolder march;

    @BeforeEach
    void makeARun() throws IOException {
        topicworkbench.testdata.SmallReviews.write(folder.resolve("small.csv"));
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        commands = new Commands(workspace.root());
        march = workspace.find(SmallRun.in(workspace, "March").id());
    }

    private RunFolder run(String name, int seed) {
        assertThat(commands.run("run", "--reviews", folder.resolve("small.csv").toString(), "--algorithm", "lda", "--topics", "3",
                "--set", "iterations=20", "--set", "seed=" + seed, "--name", name).code()).isEqualTo(ExitCode.DONE);
        return new Workspace(folder.resolve("workspace")).find(name);
    }

    private static void decide(RunFolder run, CurationEntry... entries) {
        List.of(entries).forEach(entry -> run.journal().decide(entry));
    }

    private static int topicOf(RunFolder run, String leading) {
        return run.result().topics().stream().filter(topic -> topic.words().stream().limit(3).map(Topic.Word::term).toList()
                .contains(leading)).findFirst().orElseThrow().id();
    }

    @Test
    void labelsAreReplayedOnTheAlignedTopicsOfAnotherRun() {
        String leading = march.result().topics().get(0).words().getFirst().term();
        decide(march, new Name(0, "first"), new Merge(2, List.of(1)), new Flag(List.of(5), true),
                new Split(0, List.of(3, 4), "a.parquet"));
        RunFolder april = run("April", 2);
        Commands.Answer dry = commands.run("labels", "replay", "March", "April", "--dry-run");
        assertThat(dry.out()).contains("Would do 3", "left for you to decide: 1", "is to be split anew");
        assertThat(april.journal().decisions()).isEmpty();
        assertThat(commands.run("labels", "replay", "March", "April").code()).isEqualTo(ExitCode.DONE);
        Curation there = april.journal().curation();
        assertThat(there.labelOf(topicOf(april, leading))).isEqualTo("first");
        assertThat(there.topics()).hasSize(2);
        assertThat(there.flagged()).containsExactly(5);
        assertThat(commands.run("labels", "replay", "March", "April").out()).contains("Done: 0, already so: 3");
        assertThat(april.journal().decide(new Undo())).as("one step").isEqualTo(Curation.of(3));
    }

    @Test
    void twoPeopleMergeTheirWorkByJson() throws IOException {
        decide(march, new Name(0, "common"));
        Path shared = Files.copy(march.files().labels(), folder.resolve("shared"));
        decide(march, new Name(0, "\"Bob's\", name"), new Name(1, "Bob's"), new Split(2, List.of(3, 4), "bob.parquet"),
                new Name(4, "part"));
        new SplitTable(new int[] {0, 1, 2}, new int[] {0, 1, 1}).write(march.files().split("bob.parquet"));
        Path file = folder.resolve("bob.json");
        assertThat(commands.run("labels", "export", "March", "--to", file.toString()).code()).isEqualTo(ExitCode.DONE);

        Files.copy(shared, march.files().labels(), java.nio.file.StandardCopyOption.REPLACE_EXISTING); // Ada's copy of the run
        Files.delete(march.files().split("bob.parquet"));
        decide(march, new Name(0, "Ada's"), new Split(1, List.of(3, 4), "ada.parquet"), new Undo());
        Commands.Answer answer = commands.run("labels", "import", "March", file.toString());
        assertThat(answer.out()).contains("? 1. Named topic 0 “\"Bob's\", name”: Here topic 0 has the label “Ada's”. Proposal: ",
                "Done: 3, already so: 0, left for you to decide: 1");
        Curation merged = march.journal().curation();
        assertThat(merged.labelOf(0)).isEqualTo("Ada's");
        assertThat(merged.labelOf(1)).isEqualTo("Bob's");
        assertThat(merged.topics()).extracting(topic -> topic.id()).containsExactly(0, 1, 5, 6);
        assertThat(merged.labelOf(6)).isEqualTo("part");
        assertThat(SplitTable.read(march.files().split("bob.parquet")).parts()).containsExactly(0, 1, 1);
        assertThat(commands.run("labels", "import", "March", file.toString(), "--accept", "1").code()).isEqualTo(ExitCode.DONE);
        assertThat(march.journal().curation().labelOf(0)).isEqualTo("\"Bob's\", name");
        assertThat(commands.run("labels", "import", "March", file.toString(), "--accept", "9").code())
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void aTableGoesThroughASpreadsheetAndBack() throws IOException {
        decide(march, new Name(0, "=1+1"), new Name(1, "a, \"b\" und ä"), new Merge(1, List.of(2)));
        Path file = folder.resolve("labels.csv");
        commands.run("labels", "export", "March", "--to", file.toString());
        String csv = Files.readString(file);
        assertThat(csv).contains("\"'=1+1\"", "1 2").startsWith("topic,label,description,");
        assertThat(commands.run("labels", "export", "March", "--to", file.toString()).err()).contains("is there already");
        Curation before = march.journal().curation();
        Files.delete(march.files().labels());
        assertThat(commands.run("labels", "import", "March", file.toString()).out()).contains("Done: 3");
        assertThat(march.journal().curation()).isEqualTo(before);
        String words = march.result().topics().get(0).words().getFirst().term();
        Files.writeString(file, csv.replaceFirst(words + " / ", "other / ").replace("=1+1", "changed"));
        assertThat(commands.run("labels", "import", "March", file.toString()).out())
                .contains("The words in the file are not those of topic 0");
        assertThat(march.journal().curation()).isEqualTo(before);
    }

    @Test
    void filesThatAreNoLabelsAreRefusedInWords() throws IOException {
        RunFolder other = run("Other", 3);
        Path json = folder.resolve("labels.json");
        commands.run("labels", "export", "Other", "--to", json.toString());
        assertThat(commands.run("labels", "import", "March", json.toString()).err()).contains("The labels are of the run "
                + other.id());
        for (String text : List.of("", "[", "{}", "[1]", "{\"format\":\"topic-workbench labels\"}", "[".repeat(100_000),
                "{\"format\":\"topic-workbench labels\",\"run\":\"" + march.id() + "\",\"model_topics\":3,\"journal\":[7]}")) {
            Files.writeString(json, text);
            Commands.Answer answer = commands.run("labels", "import", "March", json.toString());
            assertThat(answer.code()).as(text.substring(0, Math.min(80, text.length()))).isEqualTo(ExitCode.FAILED);
            assertThat(answer.err()).contains("labels export").doesNotContain("unexpectedly");
        }
        Path csv = folder.resolve("labels.csv");
        for (String text : List.of("topic,label\nx,y\n", "topic,verdict\n0,best\n", "topic,color\n0,red\n", "a\n1\n")) {
            Files.writeString(csv, text);
            assertThat(commands.run("labels", "import", "March", csv.toString()).err()).as(text)
                    .contains("cannot be read").doesNotContain("unexpectedly");
        }
        assertThat(march.journal().decisions()).isEmpty();
        assertThat(commands.run("labels", "replay", "March", "March").err()).contains("on itself");
        assertThat(commands.run("labels", "replay", "March", "Other").err()).contains("Nothing has been decided");
        assertThat(commands.run("labels").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }
}

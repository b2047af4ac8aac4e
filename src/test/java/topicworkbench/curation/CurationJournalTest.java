package topicworkbench.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.curation.CurationEntry.Correct;
import topicworkbench.curation.CurationEntry.Merge;
import topicworkbench.curation.CurationEntry.Name;
import topicworkbench.curation.CurationEntry.Redo;
import topicworkbench.curation.CurationEntry.Undo;
import topicworkbench.failure.ExplainedException;

class CurationJournalTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("labels.jsonl");
    }

    private CurationJournal open(String who) {
        return new CurationJournal(file(), 10, NOON, who);
    }

    @Test
    void theLastLabelCountsAndTheJournalKeepsThemAll() throws IOException {
        CurationJournal journal = open("ada");
        assertThat(journal.curation().labelOf(3)).isNull();
        journal.decide(new Name(3, "batteries"));
        journal.decide(new Name(1, "refunds"));
        journal.decide(new Name(3, " Akku \"leer\" "));
        journal.decide(new Name(1, " "));
        assertThat(journal.curation().labelOf(3)).isEqualTo("Akku \"leer\"");
        assertThat(journal.curation().labelOf(1)).isNull();
        assertThat(Files.readAllLines(file())).hasSize(4).allMatch(line ->
                line.startsWith("{\"time\":\"2026-11-23T12:00:00Z\",\"who\":\"ada\",\"do\":\"name\",\"topic\":"));
    }

    @Test
    void undoIsWithoutLimitAndSurvivesARestart() {
        for (int i = 0; i < 50; i++) {
            open("ada").decide(new Name(i % 10, "name " + i));
        }
        for (int i = 0; i < 50; i++) {
            open("bob").decide(new Undo());
        }
        assertThat(open("ada").curation()).isEqualTo(Curation.of(10));
        assertThatThrownBy(() -> open("ada").decide(new Undo())).isInstanceOf(ExplainedException.class)
                .hasMessage("There is nothing to undo.");
        for (int i = 0; i < 50; i++) {
            open("ada").decide(new Redo());
        }
        assertThat(open("ada").curation().labelOf(9)).isEqualTo("name 49");
        assertThat(open("ada").curation().done().getFirst()).isEqualTo(new Decision(NOON.instant(), "ada",
                new Name(9, "name 49")));
    }

    @Test
    void whatDoesNotFitIsRefusedAndWhatChangesNothingIsNotWritten() throws IOException {
        CurationJournal journal = open("ada");
        journal.decide(new Merge(3, List.of(5)));
        assertThatThrownBy(() -> journal.decide(new Name(5, "x"))).isInstanceOf(ExplainedException.class)
                .hasMessage("Topic 5 is part of topic 3.");
        assertThatThrownBy(() -> journal.decide(new Correct(List.of(7), 10))).hasMessage("There is no topic 10.");
        journal.decide(new Name(3, null));
        assertThat(Files.readAllLines(file())).hasSize(1);
    }

    @Test
    void twoProcessesSeeEachOthersDecisionsInOneOrder() {
        CurationJournal ada = open("ada");
        CurationJournal bob = open("bob");
        ada.decide(new Name(0, "hers"));
        assertThat(bob.curation().labelOf(0)).isEqualTo("hers");
        bob.decide(new Name(0, "his"));
        ada.decide(new Undo());
        assertThat(bob.curation().labelOf(0)).isEqualTo("hers");
        assertThat(ada.curation()).isEqualTo(bob.curation()).isEqualTo(open("eve").curation());
        assertThat(ada.decisions()).extracting(Decision::who).containsExactly("ada", "bob", "ada");
    }

    @Test
    void aFileThatWasExchangedIsReadAnew() throws IOException {
        CurationJournal journal = open("ada");
        journal.decide(new Name(0, "a long name, so that the next file is shorter"));
        Files.writeString(file(), "{\"topic\":1,\"label\":\"other\"}\n");
        assertThat(journal.curation().labelOf(0)).isNull();
        assertThat(journal.curation().labelOf(1)).isEqualTo("other");
        Files.delete(file());
        assertThat(journal.curation()).isEqualTo(Curation.of(10));
    }

    @Test
    void linesOfEarlierVersionsAreRead() throws IOException {
        Files.writeString(file(), """
                {"time":"2026-01-01T00:00:00Z","who":"ada","topic":3,"label":"batteries"}
                {"time":"2026-01-01T00:00:01Z","who":"ada","topic":4,"label":"refunds"}
                {"time":"2026-01-01T00:00:02Z","who":"ada","topic":3,"label":null}
                {"topic":5,"label":"without an end"}""");
        Curation curation = open("bob").curation();
        assertThat(curation.labelOf(3)).isNull();
        assertThat(curation.labelOf(4)).isEqualTo("refunds");
        assertThat(curation.labelOf(5)).isEqualTo("without an end");
        assertThat(open("bob").decide(new Undo()).labelOf(5)).isNull();
    }

    @Test
    void aTornOrDamagedLineIsPassedOver() throws IOException {
        CurationJournal journal = open("ada");
        journal.decide(new Name(0, "first"));
        byte[] torn = "{\"topic\":0,\"label\":\"é".getBytes(StandardCharsets.UTF_8);
        Files.write(file(), java.util.Arrays.copyOf(torn, torn.length - 1), StandardOpenOption.APPEND);
        assertThat(journal.curation().labelOf(0)).isEqualTo("first");
        journal.decide(new Name(0, "second"));
        assertThat(journal.curation().labelOf(0)).isEqualTo("second");
        assertThat(open("bob").curation()).isEqualTo(journal.curation());
    }

    @Test
    void aJournalCutAnywhereGivesTheStateBeforeTheCut() throws IOException {
        CurationJournal journal = open("ada");
        List<CurationEntry> entries = List.of(new Name(0, "é „Ä“"), new Merge(0, List.of(1, 2)), new Undo(),
                new Correct(List.of(5, 6), 3), new Redo(), new Undo());
        java.util.Set<Curation> states = new java.util.HashSet<>(List.of(Curation.of(10)));
        for (CurationEntry entry : entries) {
            if (journal.curation().problem(entry).isEmpty()) {
                states.add(journal.decide(entry));
            }
        }
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, length));
            assertThat(open("bob").curation()).isIn(states);
        }
    }

    @Test
    void hostileLinesChangeNothing() throws IOException {
        String deep = "[".repeat(100_000);
        Files.writeString(file(), String.join("\n", "{\"topic\":\"x\",\"label\":\"y\"}", "[]", "null", deep,
                "{\"topic\":1e999999999,\"label\":\"x\"}", "{\"topic\":1.5,\"label\":\"x\"}", "{\"topic\":-1,\"label\":\"x\"}",
                "{\"do\":\"merge\",\"topic\":0,\"others\":[0]}", "{\"do\":\"merge\",\"topic\":0,\"others\":[1,99]}",
                "{\"do\":\"split\",\"topic\":0,\"parts\":[10,11],\"file\":\"../../x.parquet\"}",
                "{\"do\":\"split\",\"topic\":0,\"parts\":[2147483646,2147483647],\"file\":\"x.parquet\"}",
                "{\"do\":\"split\",\"topic\":0,\"parts\":[10,10],\"file\":\"x.parquet\"}",
                "{\"do\":\"attach\",\"topic\":0,\"run\":\"../x\"}", "{\"do\":\"paint\",\"topic\":0,\"color\":\"red;-fx-x\"}",
                "{\"do\":\"several\",\"edits\":[{\"do\":\"name\",\"topic\":0,\"label\":\"x\"},{\"do\":\"undo\"}]}",
                "{\"do\":\"several\",\"edits\":[{\"do\":\"name\",\"topic\":0,\"label\":\"x\"},{\"do\":\"name\",\"topic\":77}]}",
                "{\"do\":\"erase\",\"topic\":0}", "{\"do\":7}", "{\"do\":\"undo\"}", "{\"do\":\"redo\"}",
                "{\"do\":\"correct\",\"reviews\":[1,1],\"topic\":0}", "{\"do\":\"correct\",\"reviews\":[-1],\"topic\":0}",
                "{\"do\":\"flag\",\"reviews\":[1],\"flagged\":\"no\"}", "{\"do\":\"mark\",\"topic\":0,\"verdict\":\"best\"}", ""));
        assertThat(open("ada").curation()).isEqualTo(Curation.of(10));
        assertThat(open("ada").curation().canUndo()).isFalse();
    }
}

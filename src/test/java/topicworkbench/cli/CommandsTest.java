package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.workspace.RunFiles;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Every command on one real run that is made once. */
class CommandsTest {
    @TempDir
    private static Path folder;
    private static Path reviews;
    private static Commands commands;
    private static Commands.Answer made;
    private static RunFiles files;

    @BeforeAll
    static void makeRun() throws IOException {
        reviews = SmallReviews.write(folder);
        commands = new Commands(folder.resolve("workspace"));
        made = commands.run(SmallReviews.run(reviews, "--name", "small", "--report",
                folder.resolve("reports/small.html").toString()));
        files = new Workspace(folder.resolve("workspace")).find("small").files();
    }

    @Test
    void runPrintsProgressLinesThenTopicsAndTheRunsId() {
        assertThat(made.code()).isEqualTo(ExitCode.DONE);
        assertThat(made.err()).contains("ingest: ", "prepare: ", "vectorise: ", "train: ", "evaluate: ", "gate: ")
                .doesNotContain("\u001b", "\r");
        assertThat(made.out()).contains("topic  prevalence  ", "WETC", "TU", "NPMI", files.folder().getFileName().toString())
                .contains(SmallReviews.REVIEWS + " reviews read");
        assertThat(folder.resolve("reports/small.html")).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void terminalGetsABarWithStageAndPercent() {
        Commands.Answer answer = new Commands(folder.resolve("bar")).onTerminal().run(SmallReviews.run(reviews));
        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.err()).containsPattern("\r\u001b\\[Ktrain +\\[#+-*\\] +\\d+%");
    }

    @Test
    void specOfARunRepeatsItToTheByte() throws IOException {
        Commands.Answer again = commands.run("run", "--spec", files.spec().toString(), "--name", "again");
        assertThat(again.code()).isEqualTo(ExitCode.DONE);
        RunFiles repeated = new Workspace(folder.resolve("workspace")).find("again").files();
        assertThat(repeated.topicTerm()).hasSameBinaryContentAs(files.topicTerm());
        assertThat(repeated.documentTopic()).hasSameBinaryContentAs(files.documentTopic());
    }

    @Test
    void otherOptionsOverrideTheSpec() {
        Commands.Answer other = commands.run("run", "--spec", files.spec().toString(), "--topics", "4", "--set",
                "iterations=10", "--name", "four");
        assertThat(other.code()).isEqualTo(ExitCode.DONE);
        JsonObject shown = JsonParser.parseString(commands.run("show", "four", "--json").out()).getAsJsonObject();
        assertThat(shown.getAsJsonArray("topics")).hasSize(4);
        assertThat(shown.get("algorithm").getAsString()).isEqualTo("lda");
    }

    @Test
    void runBelowTheGateIsNotAcceptedAndKept() {
        Commands.Answer answer = commands.run(SmallReviews.run(reviews, "--min-wetc", "1", "--set", "iterations=5",
                "--name", "gated"));
        assertThat(answer.code()).isEqualTo(ExitCode.GATE_NOT_PASSED);
        assertThat(answer.out()).contains("not accepted", "WETC of at least 1.0");
        assertThat(commands.run("show", "gated").out()).contains("not accepted", "topic  prevalence");
        assertThat(commands.run("list").out()).contains("not accepted").doesNotContain("not_accepted");
    }

    @Test
    void showNamesWhatWasSkippedAndWhereItComesFrom() {
        assertThat(commands.run("show", "small").out()).contains("\"small\": done", "Mean WETC", "map.parquet", "vectors: ", "Seed: 1",
                "Corpus: SHA-256", "Stages: ingest");
    }

    @Test
    void rowsThatCannotBeReadAreCountedWithTheirReason() throws IOException {
        Path damaged = folder.resolve("damaged.csv");
        Files.writeString(damaged, Files.readString(reviews) + "too,many,columns,1,in,this,one,0,true,theme,and,more\n");
        assertThat(commands.run(SmallReviews.run(damaged, "--name", "damaged")).code()).isEqualTo(ExitCode.DONE);
        assertThat(commands.run("show", "damaged").out()).contains("Skipped: 1 not readable: ");
        JsonObject json = JsonParser.parseString(commands.run("show", "damaged", "--json").out()).getAsJsonObject();
        assertThat(json.getAsJsonObject("counts").get("rejected").getAsInt()).isEqualTo(1);
    }

    @Test
    void jsonHasTheDocumentedMembersAndNoOther() {
        JsonObject json = JsonParser.parseString(commands.run("show", "small", "--json").out()).getAsJsonObject();
        assertThat(json.keySet()).containsExactly("schema", "run", "name", "state", "algorithm", "topics", "quality",
                "counts", "spec", "provenance");
        assertThat(json.get("schema").getAsInt()).isEqualTo(1);
        assertThat(json.get("state").getAsString()).isEqualTo("done");
        JsonArray topics = json.getAsJsonArray("topics");
        assertThat(topics).hasSize(5);
        JsonObject first = topics.get(0).getAsJsonObject();
        assertThat(first.keySet()).containsExactly("id", "label", "prevalence", "wetc", "tu", "npmi", "found_in",
                "overlap", "words");
        assertThat(first.get("label").isJsonNull()).isTrue();
        assertThat(first.getAsJsonArray("words")).hasSize(20)
                .allSatisfy(word -> assertThat(word.getAsJsonObject().keySet()).isEqualTo(Set.of("term", "probability")));
        assertThat(topics.asList().stream().mapToDouble(t -> t.getAsJsonObject().get("prevalence").getAsDouble()).sum())
                .isBetween(0.999, 1.001);
        assertThat(json.getAsJsonObject("quality").keySet()).containsExactly("wetc", "tu", "npmi", "perplexity",
                "stability", "vectors",
                "vectors_found");
        assertThat(json.getAsJsonObject("counts").keySet()).containsExactly("read", "rejected", "filtered", "duplicates",
                "too_short", "documents", "terms", "tokens");
        assertThat(json.getAsJsonObject("counts").get("read").getAsInt()).isEqualTo(SmallReviews.REVIEWS);
    }

    @Test
    void listShowsEveryRun() {
        Commands.Answer answer = commands.run("list");
        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).contains("small", "done", "lda");
    }

    @Test
    void emptyWorkspaceSaysHowToBegin() {
        assertThat(new Commands(folder.resolve("none")).run("list").out()).contains("There are no runs", "run --sample");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void inspectShowsHowAFileWouldBeRead() {
        Commands.Answer answer = commands.exactly("inspect", reviews.toString(), "--column", "text=title", "--column",
                "title=text");
        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).contains("CSV", "UTF-8", "400 rows read", "Kept beside them, unless they hold long text: theme",
                "First rows", "Stars")
                .containsPattern("text +title\n");
    }

    @Test
    void exportWritesTablesAndRefusesToOverwrite() throws IOException {
        Path target = folder.resolve("exported");
        assertThat(commands.run("export", "small", "--to", target.toString()).code()).isEqualTo(ExitCode.DONE);
        try (Stream<Path> written = Files.list(target)) {
            assertThat(written.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("topics.csv",
                    "topics.parquet", "topics.json", "words.csv", "words.parquet", "words.json", "reviews.csv",
                    "reviews.parquet", "reviews.json", "map.csv", "map.parquet", "map.json", "report.html");
        }
        assertThat(Files.readAllLines(target.resolve("map.csv"))).first().isEqualTo("review,x,y");
        assertThat(Files.readAllLines(target.resolve("words.csv"))).hasSize(1 + 5 * 20).first()
                .isEqualTo("topic,rank,term,probability");

        Files.writeString(target.resolve("topics.csv"), "mine");
        Commands.Answer refused = commands.run("export", "small", "--to", target.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(refused.errLines()).hasSize(2);
        assertThat(target.resolve("topics.csv")).hasContent("mine");
        assertThat(commands.run("export", "small", "--to", target.toString(), "--force").code()).isEqualTo(ExitCode.DONE);
        assertThat(Files.readAllLines(target.resolve("topics.csv"))).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@SUM(1)"})
    void labelThatASpreadsheetWouldRunIsGuardedInCsvOnly(String formula) throws IOException {
        RunFolder run = new Workspace(folder.resolve("workspace")).find("small");
        Path target = folder.resolve("labelled" + formula.charAt(0));
        run.label(0, formula);
        try {
            assertThat(commands.run("export", "small", "--to", target.toString()).code()).isEqualTo(ExitCode.DONE);
        } finally {
            run.label(0, null);
        }
        assertThat(Files.readAllLines(target.resolve("topics.csv")).get(1)).startsWith("0,'" + formula + ",");
        JsonArray topics = JsonParser.parseString(Files.readString(target.resolve("topics.json"))).getAsJsonArray();
        assertThat(topics.get(0).getAsJsonObject().get("label").getAsString()).isEqualTo(formula);
    }

    @Test
    void cancelledRunSaysHowToGoOn() {
        RunHandle cancelled = new CancelledRun(files.folder().getFileName().toString());
        PipelineRunner runner = new PipelineRunner() {
            @Override
            public RunHandle start(RunSpec spec, String name, Consumer<RunEvent> listener) {
                return cancelled;
            }

            @Override
            public RunHandle resume(String runId, Consumer<RunEvent> listener) {
                return cancelled;
            }
        };
        Commands withCancelled = new Commands(folder.resolve("workspace"), path -> new Services(new Workspace(path), runner, null));
        Commands.Answer answer = withCancelled.run("resume", "small");
        assertThat(answer.code()).isEqualTo(ExitCode.CANCELLED);
        assertThat(answer.err()).contains("what finished is kept", "topic-workbench resume " + cancelled.id());
    }

    private record CancelledRun(String id) implements RunHandle {
        @Override
        public RunState state() {
            return RunState.CANCELLED;
        }

        @Override
        public RunSpec spec() {
            throw new UnsupportedOperationException("not part of these tests");
        }

        @Override
        public void cancel() { }

        @Override
        public void stopTraining() { }

        @Override
        public RunSummary await() {
            return new RunSummary(id, "small", RunState.CANCELLED, null, Instant.EPOCH, null, null, null,
                topicworkbench.run.RunRemarks.NONE, topicworkbench.run.Spent.NOTHING);
        }
    }

    @Test
    void finishedRunCannotBeResumed() {
        Commands.Answer answer = commands.run("resume", "small");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.err()).contains("is done and cannot be resumed", Commands.LOG.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "sweep", "show", "inspect", "resume", "cancel", "list", "tag", "archive", "delete", "export"})
    void everyCommandHasHelpWithExamples(String command) {
        Commands.Answer answer = commands.exactly(command, "--help");
        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).startsWith("Usage: topic-workbench " + command)
                .contains("Examples:\n  topic-workbench " + command);
        assertThat(commands.exactly(command, "--version").out()).startsWith("Topic Workbench ");
    }

    @Test
    void helpOfRunListsEverySetting() {
        List<String> names = Settings.all().stream().map(setting -> "\n  " + setting.name() + "=").toList();
        assertThat(commands.exactly("run", "--help").out()).contains(names);
        assertThat(commands.exactly("sweep", "--help").out()).contains(names);
    }
}

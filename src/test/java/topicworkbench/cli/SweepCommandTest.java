package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.study.Studies;
import topicworkbench.study.Study;
import topicworkbench.workspace.Workspace;

/** Studies and runs of several seeds from the command line, on one small study that is made once. */
class SweepCommandTest {
    @TempDir
    private static Path folder;
    private static Path reviews;
    private static Commands commands;
    private static Commands.Answer made;

    @BeforeAll
    static void makeStudy() throws IOException {
        reviews = SmallReviews.write(folder);
        commands = new Commands(folder.resolve("workspace"));
        made = commands.run(sweep("--topics", "4,6,8", "--seeds", "2", "--name", "how many"));
    }

    private static String[] sweep(String... more) {
        return Stream.concat(Stream.of("sweep", "--reviews", reviews.toString(), "--algorithm", "lda", "--set",
                "iterations=20", "--set", "min_df=2"), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void printsOneTableWithASuggestion() {
        assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.DONE);
        assertThat(made.out()).contains("\"how many\": 3 of 3 runs done", "NPMI×TU", "perplexity", "stability", "time",
                "* Suggested: num_topics=", "topic quality");
        assertThat(made.err()).contains("[1 of 3] num_topics=4: train: ", "[3 of 3] num_topics=8: done")
                .doesNotContain("map: ");
    }

    @Test
    void showsItAgainAlsoAsJson() {
        assertThat(commands.run("show", "how many").out()).isEqualTo(made.out());
        JsonObject json = JsonParser.parseString(commands.run("show", "how many", "--json").out()).getAsJsonObject();
        assertThat(json.keySet()).containsExactly("schema", "study", "name", "created", "settings", "trials", "suggested");
        JsonObject trial = json.getAsJsonArray("trials").get(0).getAsJsonObject();
        assertThat(trial.keySet()).containsExactly("trial", "settings", "run", "state", "wetc", "tu", "npmi",
                "topic_quality", "perplexity", "stability", "seconds");
        assertThat(trial.getAsJsonObject("settings").get("num_topics").getAsString()).isEqualTo("4");
        assertThat(trial.get("stability").getAsDouble()).isBetween(0.0, 1.0);
        assertThat(json.getAsJsonObject("suggested").get("why").getAsString()).endsWith(".");
    }

    @Test
    void itsRunsAreOrdinaryOnesWithStabilityPerTopic() {
        Study study = new Studies(new Workspace(folder.resolve("workspace"))).find("how many").orElseThrow();
        String run = study.runs().getFirst();
        assertThat(commands.run("show", run).out()).contains("how many: num_topics=4", "found in  overlap", " of 2",
                "stability over seeds");
        JsonObject topic = JsonParser.parseString(commands.run("show", run, "--json").out()).getAsJsonObject()
                .getAsJsonArray("topics").get(0).getAsJsonObject();
        assertThat(topic.get("found_in").getAsInt()).isBetween(1, 2);
        assertThat(topic.get("overlap").getAsDouble()).isBetween(0.0, 1.0);
        Path target = folder.resolve("exported");
        assertThat(commands.run("export", run, "--to", target.toString()).code()).isEqualTo(ExitCode.DONE);
        assertThat(target.resolve("topics.csv")).content().startsWith(
                "topic,label,part_of,documents,share,prevalence,mean_stars,helpful_votes,"
                + "growth,impact,wetc,tu,npmi,found_in,seeds,overlap,");
        assertThat(target.resolve("report.html")).content().contains("found in ", " of 2 seeds, overlap ", "Stability");
    }

    @Test
    void listShowsWhichRunsBelongToIt() {
        assertThat(commands.run("list").out()).containsPattern("num_topics +how many")
                .containsPattern("how many +how many: nu").contains("3 of 3");
    }

    @Test
    void itsTableIsExported() throws IOException, SQLException {
        Path target = folder.resolve("table");
        assertThat(commands.run("export", "how many", "--to", target.toString()).code()).isEqualTo(ExitCode.DONE);
        List<String> lines = Files.readAllLines(target.resolve("study.csv"));
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).isEqualTo("trial,num_topics,run,state,wetc,tu,npmi,topic_quality,perplexity,stability,"
                + "seconds,suggested");
        assertThat(lines.get(1)).startsWith("1,4,").contains(",done,");
        assertThat(lines.stream().filter(line -> line.endsWith(",true"))).hasSize(1);
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet sum = duckDb.createStatement().executeQuery("SELECT sum(num_topics), typeof(any_value(num_topics)) FROM '"
                        + target.resolve("study.parquet") + "'")) {
            sum.next();
            assertThat(sum.getLong(1)).isEqualTo(18);
            assertThat(sum.getString(2)).isEqualTo("BIGINT");
        }
        assertThat(target.resolve("study.json")).content().isEqualToIgnoringNewLines(
                commands.run("show", "how many", "--json").out());
        assertThat(commands.run("export", "how many", "--to", target.toString()).err()).contains("--force");
        Commands.Answer unfit = commands.run("export", "how many", "--to", folder.resolve("slides.pptx").toString(), "--format", "pptx",
                "--size", "print");
        assertThat(unfit.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unfit.err()).contains("--format and --size are not for a study", "Leave out --format and --size.");
        assertThat(folder.resolve("slides.pptx")).doesNotExist();
    }

    @Test
    void whatIsNotAtWorkCannotBeCancelled() {
        assertThat(commands.run("cancel", "how many").err()).contains("is not running");
        assertThat(commands.run("cancel", "how many", "--after-epoch").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void aDoneStudyCannotBeResumed() {
        Commands.Answer answer = commands.run("resume", "how many");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.err()).contains("All runs of the study");
    }

    @Test
    void aRunThatFailsMakesTheCommandFail() {
        Commands.Answer answer = new Commands(folder.resolve("failing")).run(sweep("--topics", "4,900"));
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.out()).contains("1 of 2 runs done", "failed", "topic-workbench resume ");
        assertThat(answer.err()).contains("to learn 900 topics from");
    }

    @Test
    void belowTheGateEverywhereIsNotAccepted() {
        Commands.Answer answer = new Commands(folder.resolve("gated")).run(sweep("--topics", "4,5", "--min-wetc", "1"));
        assertThat(answer.code()).isEqualTo(ExitCode.GATE_NOT_PASSED);
    }

    @Test
    void whatIsAtWorkIsDrawnOverOnATerminal() {
        Commands.Answer answer = new Commands(folder.resolve("terminal")).onTerminal().run(sweep("--vary", "beta=0.01,0.1"));
        assertThat(answer.code()).isEqualTo(ExitCode.DONE);
        assertThat(answer.err()).contains("\r\u001b[K0 done; beta=0.01 ingest");
        List<Study> kept = new Studies(new Workspace(folder.resolve("terminal"))).all();
        assertThat(kept).singleElement().satisfies(study -> assertThat(study.name()).endsWith(", by beta"));
    }
}

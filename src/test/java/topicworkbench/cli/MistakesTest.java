package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.testdata.SharedData;
import topicworkbench.workspace.Workspace;

/** Each mistake is answered by one sentence that says what is wrong and one that says what to do. */
class MistakesTest {
    @TempDir
    private Path folder;
    private Path workspace;
    private Commands commands;

    @BeforeEach
    void prepare() {
        workspace = folder.resolve("workspace");
        commands = new Commands(workspace);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "run --sample --topics 1                    | The value 1 for num_topics is out of range.",
        "run --sample --topics many                 | The value \"many\" for num_topics",
        "run --sample --set learning_rte=0.1        | Did you mean learning_rate?",
        "run --sample --set learning_rate=NaN       | learning_rate",
        "run --sample --min-wetc NaN                | min_wetc",
        "run --sample --set epochs                  | \"epochs\" sets nothing.",
        "run --sample --algorithm plsa              | The value \"plsa\" for algorithm is not a choice.",
        "run --sample --preset best                 | The value \"best\" for preset is not a choice.",
        "run --sample --algorithm lda --set epochs=3 | The setting epochs belongs to the algorithm ntm",
        "run --sample --stars 2-1                   | The star range 2.0 to 1.0 is empty.",
        "run --sample --stars good                  | \"good\" is no range of stars.",
        "run --sample --stars 0-9                   | A star rating of 0.0 does not exist.",
        "run --sample --column body=x               | There is no review field called \"body\".",
        "run --sample --column text                 | \"text\" chooses no column.",
        "run --sample --seed one                    | The value \"one\" for seed",
        "run --topics 5                             | No reviews are chosen.",
        "run --sample --topcs 5                     | Unknown option",
        "run --sample --seeds 0                     | The value 0 for seeds is out of range.",
        "run --sample --topics 5,10                 | The value \"5,10\" for num_topics",
        "sweep --sample                             | The study varies nothing.",
        "sweep --sample --topics 5,5                | The value 5 for num_topics stands twice.",
        "sweep --sample --topics 5,1                | The value 1 for num_topics is out of range.",
        "sweep --sample --topics ,                  | No value is given for num_topics.",
        "sweep --sample --topics 5..40              | has no step",
        "sweep --sample --vary lerning_rate=1,2     | Did you mean learning_rate?",
        "sweep --sample --vary epochs               | \"epochs\" varies nothing.",
        "sweep --sample --topics 5,10 --random 3    | There are only 2 combinations",
        "sweep --sample --topics 5,10 --random 0    | The value 0 for random is out of range.",
        "sweep --topics 5,10                        | No reviews are chosen.",
        "show                                       | Missing required parameter: 'RUN'.",
        "shwo x                                     | Did you mean",
        "export x                                   | Missing required option: '--to=PATH'."})
    void wrongUsageIsRefusedBeforeAnythingStarts(String arguments, String expected) {
        Commands.Answer answer = commands.exactly(arguments.strip().split(" +"));
        assertThat(answer.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(answer.errLines()).hasSize(2).allSatisfy(line -> assertThat(line).matches(".*[.?]"));
        assertThat(answer.err()).contains(expected);
        assertThat(answer.out()).isEmpty();
        assertThat(workspace).doesNotExist();
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(commands.exactly("--workspace").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(commands.exactly().errLines()).hasSize(2);
    }

    @Test
    void missingFile() {
        assertRefused(commands.run("run", "--reviews", folder.resolve("nothing.csv").toString()), "There is no file or folder ");
    }

    @Test
    void missingSpec() {
        assertRefused(commands.run("run", "--spec", folder.resolve("nothing.json").toString()), "cannot be read.");
    }

    @Test
    void specThatIsNoSpec() throws IOException {
        Path spec = Files.writeString(folder.resolve("spec.json"), "[1, 2");
        assertRefused(commands.run("run", "--spec", spec.toString()), "is not the JSON of a run.");
    }

    @Test
    void missingRun() {
        for (String command : List.of("show", "resume")) {
            assertRefused(commands.run(command, "nothing"), "There is no run \"nothing\"");
        }
    }

    @Test
    void missingEmbeddings() {
        assertRefused(commands.run("run", "--sample", "--embeddings", folder.resolve("glove.txt").toString()),
                "glove.txt does not exist");
    }

    @Test
    void workspaceThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Commands.Answer answer = new Commands(file.resolve("workspace")).run("run", "--sample");
        assertTold(answer, "cannot be written.");
        assertThat(file).hasContent("");
    }

    @Test
    void readOnlyWorkspace() throws IOException {
        Path readOnly = Files.createDirectory(folder.resolve("read-only"));
        assumeFalse(!readOnly.toFile().setWritable(false) || Files.isWritable(readOnly), "skipped: root may write anywhere");
        assertTold(new Commands(readOnly).run("run", "--sample"), "cannot be written.");
        assertThat(readOnly).isEmptyDirectory();
    }

    @Test
    void emptyFile() throws IOException {
        assertFails(commands.run("run", "--reviews", Files.createFile(folder.resolve("empty.csv")).toString()), "empty");
    }

    @Test
    void folderOfPictures() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.write(pictures.resolve("cat.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2});
        assertRefused(commands.run("run", "--reviews", pictures.toString()), "holds no review files, only 1 .jpg.");
    }

    @Test
    void parquetWithoutText() throws SQLException, IOException {
        Path table = folder.resolve("numbers.parquet");
        try (var duckDb = DriverManager.getConnection("jdbc:duckdb:"); var statement = duckDb.createStatement()) {
            statement.execute("COPY (SELECT 1 AS a, 2 AS b) TO '" + table + "' (FORMAT parquet)");
        }
        assertFails(commands.run("run", "--reviews", table.toString()), "its columns are a, b.");
    }

    @Test
    void noReviewLeftAfterTheFilters() throws IOException {
        assertFails(commands.run("run", "--reviews", SmallReviews.write(folder).toString(), "--set", "products=Nothing"),
                "No review is left of 400");
    }

    @Test
    void threeDocumentsForTwentyTopics() throws IOException {
        Path three = Files.writeString(folder.resolve("three.csv"), "text,stars\n" + """
                the battery of this phone died after two days of light use,1
                the screen was cracked when the phone came out of its box,2
                the seller never answered my message about the refund,1
                """);
        assertFails(commands.run("run", "--reviews", three.toString(), "--set", "min_df=1", "--set", "max_df=1.0"), "20 topics");
    }

    @Test
    void malformedFileNamesTheLikelyCause() {
        Path file = SharedData.require("reviews/other/polarity-malformed.csv");
        Commands.Answer answer = commands.run("run", "--reviews", file.toString(), "--algorithm", "lda", "--topics", "2",
                "--set", "iterations=5");
        if (answer.code() == ExitCode.DONE) {
            assertThat(answer.out()).contains("not readable: ");
        } else {
            assertTold(answer, "polarity-malformed.csv");
        }
    }

    @Test
    void exportOfARunWithoutTopicsLeavesNothing() throws IOException {
        commands.run("run", "--reviews", Files.createFile(folder.resolve("empty.csv")).toString(), "--name", "failed");
        Path target = folder.resolve("exported");
        assertTold(commands.run("export", "failed", "--to", target.toString()), "has no topics yet");
        assertThat(target).doesNotExist();
        assertThat(commands.run("show", "failed").out()).contains("failed", "empty");
    }

    /** Nothing was made. */
    private void assertRefused(Commands.Answer answer, String expected) {
        assertTold(answer, expected);
        assertThat(workspace).doesNotExist();
    }

    /** The run is kept as failed, and nothing in it is half written. */
    private void assertFails(Commands.Answer answer, String expected) throws IOException {
        assertTold(answer, expected);
        for (var run : new Workspace(workspace).runs()) {
            assertThat(run.state().key()).isEqualTo("failed");
        }
        try (var all = Files.walk(workspace)) {
            assertThat(all.filter(file -> file.toString().matches(".*(\\.partial|\\.part|\\.parts|\\.tmp)"))).isEmpty();
        }
    }

    private static void assertTold(Commands.Answer answer, String expected) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.FAILED);
        List<String> last = answer.errLines().reversed().stream().limit(3).toList().reversed();
        assertThat(last).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).contains(expected).matches(".*[.?]");
            assertThat(lines.get(1)).endsWith(".");
            assertThat(lines.get(2)).startsWith("Details are in ");
        });
        assertThat(answer.err()).doesNotContain("Exception", "\tat ");
    }
}

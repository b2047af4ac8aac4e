package topicworkbench.export.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.curation.CurationEntry;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.HostileReviews;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** The notebook of hostile reviews, its cells executed where there is a Python that can. */
class NotebookFileTest {
    private static final String PYTHON = Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
    private static final int MINUTES = 2;
    private static final String WITHOUT_PYARROW = """
            import pandas
            try:
                import pyarrow
            except ImportError:
                def read_parquet(path, columns=None):
                    frame = pandas.read_json(f"{path}.json", lines=True, dtype=False, convert_dates=False)
                    return frame[columns] if columns else frame
                pandas.read_parquet = read_parquet
            """;

    @TempDir
    private static Path folder;
    private static RunFolder run;
    private static Findings findings;
    private static JsonObject notebook;

    @BeforeAll
    static void writeNotebook() throws IOException, InterruptedException {
        run = HostileReviews.run(new Workspace(folder.resolve("workspace of \"quotes\" \ud83d\ude21 and ' more")));
        decide();
        try (Threads threads = new Threads(1)) {
            Path file = folder.resolve("notebook.ipynb");
            findings = Findings.of(run, 1, threads, ProgressListener.NONE);
            NotebookFile.write(findings, file);
            notebook = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        }
    }

    /** One topic split and its first part merged into another, reviews of that one corrected. */
    private static void decide() {
        try (Threads threads = new Threads(1)) {
            ExploredRun explored = ExploredRun.open(run, ProgressListener.NONE);
            CuratedRun curated = CuratedRun.of(explored, TopicAssignment.strongest(explored.shares(), threads), run.journal().curation());
            run.journal().decide(curated.split(2, 2, threads, ProgressListener.NONE));
            run.journal().decide(new CurationEntry.Merge(1, List.of(HostileReviews.TOPICS)));
            run.journal().decide(new CurationEntry.Correct(List.of(explored.reviews()[0], explored.reviews()[3]), 1));
        }
    }

    private static List<JsonObject> cells(String type) {
        return notebook.getAsJsonArray("cells").asList().stream().map(JsonElement::getAsJsonObject)
                .filter(cell -> cell.get("cell_type").getAsString().equals(type)).toList();
    }

    private static String source(JsonObject cell) {
        JsonArray lines = cell.getAsJsonArray("source");
        return StreamSupport.stream(lines.spliterator(), false).map(JsonElement::getAsString).collect(Collectors.joining());
    }

    @Test
    void hasTheMembersOfTheFormat() {
        assertThat(notebook.get("nbformat").getAsInt()).isEqualTo(4);
        assertThat(cells("code")).hasSizeGreaterThan(5).allSatisfy(cell -> assertThat(cell.keySet()).containsExactlyInAnyOrder(
                "cell_type", "id", "metadata", "source", "execution_count", "outputs"));
        assertThat(cells("markdown")).allSatisfy(cell -> assertThat(cell.keySet()).containsExactlyInAnyOrder("cell_type", "id",
                "metadata", "source"));
        assertThat(source(cells("markdown").getFirst())).contains("\\<b\\>Hostile").doesNotContain("<b>");
    }

    @Test
    void everyCellRunsInPandasAndCountsAsTheWindowDoes() throws IOException, InterruptedException, SQLException {
        assumeTrue(run("import pandas, matplotlib").succeeded(),
                "skipped: " + PYTHON + " lacks pandas or matplotlib (Debian: python3-pandas, python3-matplotlib)");
        writeForPandasAlone();
        Answer answer = run(WITHOUT_PYARROW + "import matplotlib\nmatplotlib.use('Agg')\n"
                + cells("code").stream().map(NotebookFileTest::source)
                .collect(Collectors.joining("\n"))
                + "\nprint(len(documents), len(topics), len(plt.get_fignums()))\nprint(topics['name'][0][:12])"
                + "\nprint(*(f'{int(topic)}={count}' for topic, count in sorted(documents['shown'].value_counts().items())))");
        assertThat(answer.succeeded()).as(answer.words()).isTrue();
        assertThat(answer.words()).contains(run.result().counts().documents() + " " + findings.topics().size() + " 3", "=HYPERLINK(");
        assertThat(answer.words()).contains(findings.topics().stream().filter(topic -> topic.documents() > 0)
                .sorted(Comparator.comparingInt(TopicFinding::id)).map(topic -> topic.id() + "=" + topic.documents())
                .collect(Collectors.joining(" ")));
    }

    /** Debian has no pyarrow: there DuckDB reads the tables, and pandas reads what DuckDB has read. */
    private static void writeForPandasAlone() throws IOException, SQLException {
        try (var duckDb = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = duckDb.createStatement();
                Stream<Path> files = Files.walk(run.path())) {
            for (Path file : files.filter(each -> each.toString().endsWith(".parquet")).toList()) {
                String name = file.toString().replace("'", "''");
                statement.execute("COPY (FROM read_parquet('" + name + "')) TO '" + name + ".json' (FORMAT json)");
            }
        }

    }

    private record Answer(boolean succeeded, String words) { }

    private static Answer run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("script.py"), script);
        Path said = folder.resolve("said.txt");
        try {
            Process process = new ProcessBuilder(PYTHON, file.toString()).redirectErrorStream(true)
                    .redirectOutput(said.toFile()).start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            return new Answer(ended && process.exitValue() == 0, Files.readString(said));
        } catch (IOException noPython) {
            return new Answer(false, noPython.getMessage());
        }
    }
}

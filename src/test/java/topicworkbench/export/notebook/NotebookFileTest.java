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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.export.Findings;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.HostileReviews;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** The notebook of hostile reviews, its cells executed where there is a Python that can. */
class NotebookFileTest {
    private static final String PYTHON = Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";
    private static final int MINUTES = 2;

    @TempDir
    private static Path folder;
    private static RunFolder run;
    private static JsonObject notebook;

    @BeforeAll
    static void writeNotebook() throws IOException, InterruptedException {
        run = HostileReviews.run(new Workspace(folder.resolve("workspace of \"quotes\" \ud83d\ude21 and ' more")));
        try (Threads threads = new Threads(1)) {
            Path file = folder.resolve("notebook.ipynb");
            NotebookFile.write(Findings.of(run, 1, threads, ProgressListener.NONE), file);
            notebook = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
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
    void everyCellRunsInPandas() throws IOException, InterruptedException {
        assumeTrue(run("import pandas, matplotlib, pyarrow").succeeded(),
                "skipped: " + PYTHON + " lacks pandas, pyarrow or matplotlib");
        Answer answer = run("import matplotlib\nmatplotlib.use('Agg')\n" + cells("code").stream().map(NotebookFileTest::source)
                .collect(Collectors.joining("\n")) + "\nprint(len(documents), len(topics), len(plt.get_fignums()))\nprint(topics['name'][0][:12])");
        assertThat(answer.succeeded()).as(answer.words()).isTrue();
        assertThat(answer.words()).contains(run.result().counts().documents() + " " + HostileReviews.TOPICS + " 3", "=HYPERLINK(");
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

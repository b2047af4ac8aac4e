package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.RunSpec;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

class SubcategoryCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theReviewsOfATopicBecomeARunOfTheirOwn() throws IOException {
        Path csv = topicworkbench.testdata.SmallReviews.write(folder.resolve("small.csv"));
        Commands commands = new Commands(folder.resolve("workspace"));
        assertThat(commands.run("run", "--reviews", csv.toString(), "--algorithm", "lda", "--topics", "3", "--set",
                "iterations=20", "--name", "small").code()).isEqualTo(ExitCode.DONE);
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        RunFolder parent = workspace.find("small");
        parent.label(1, "Second");
        Commands.Answer answer = commands.run("run", "--from", "small", "--topic", "second", "--topics", "2", "--set",
                "max_df=1.0", "--name", "below");
        assertThat(answer.code()).as(answer.err())
                .isEqualTo(ExitCode.DONE);
        RunFolder child = workspace.find("below");
        RunSpec spec = child.spec();
        assertThat(spec.model().topics()).isEqualTo(2);
        assertThat(spec.text().maxDf()).isEqualTo(1);
        assertThat(spec.text().maxFeatures()).isEqualTo(parent.spec().text().maxFeatures());
        assertThat(child.origin().orElseThrow().what()).isEqualTo("Second");
        assertThat(parent.journal().curation().topic(1).orElseThrow().subRuns()).containsExactly(child.id());
    }

    @Test
    void mistakesAreToldAndLeaveNothing() throws IOException {
        Path csv = topicworkbench.testdata.SmallReviews.write(folder.resolve("small.csv"));
        Commands commands = new Commands(folder.resolve("workspace"));
        assertThat(commands.run("run", "--reviews", csv.toString(), "--algorithm", "lda", "--topics", "3", "--set",
                "iterations=20", "--name", "small").code()).isEqualTo(ExitCode.DONE);
        assertThat(commands.run("run", "--from", "small", "--topic", "7").err()).contains("has no topic \"7\"");
        assertThat(commands.run("run", "--topic", "1").err()).contains("--from and --topic together");
        assertThat(commands.run("run", "--from", "small", "--topic", "1", "--sample").err()).contains("Leave out --reviews");
        assertThat(commands.run("run", "--from", "small", "--topic", "1", "--topics", "1").err()).contains("num_topics");
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        assertThat(workspace.runs()).hasSize(1);
        assertThat(workspace.find("small").files().selections()).isEmptyDirectory();
    }
}

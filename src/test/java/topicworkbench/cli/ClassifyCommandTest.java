package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.Workspace;

class ClassifyCommandTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatATextIsAbout() throws IOException, InterruptedException {
        SmallRun.in(new Workspace(folder), "small");
        Commands commands = new Commands(folder);
        Commands.Answer table = commands.run("classify", "small", "the courier was late, the battery is empty\u001b[2J");
        assertThat(table.code()).isEqualTo(ExitCode.DONE);
        assertThat(table.out()).contains("4 known terms, by small").doesNotContain("\u001b");
        Path file = Files.writeString(folder.resolve("complaint.txt"), "Sleeves too narrow, shoulders too tight.");
        JsonObject json = JsonParser.parseString(commands.run("classify", "small", "--file", file.toString(), "--json").out())
                .getAsJsonObject();
        assertThat(json.get("known_terms").getAsInt()).isEqualTo(4);
        JsonArray topics = json.getAsJsonArray("topics");
        double sum = 0;
        for (JsonElement topic : topics) {
            sum += topic.getAsJsonObject().get("share").getAsDouble();
        }
        assertThat(topics).hasSize(SmallRun.TOPICS);
        assertThat(sum).isCloseTo(1, within(1e-5));
        assertThat(commands.run("classify", "small", "qwertz").out()).contains("knows none of these words");
        assertThat(commands.run("classify", "small").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(commands.run("classify", "small", "a", "--file", "b").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(commands.run("classify", "small", "a", "--vocabulary", "v.txt").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(commands.run("classify", "small", "--file", folder.resolve("none").toString()).err()).contains("cannot be read");
        assertThat(commands.run("classify", "small", "a", "--model", file.toString()).err()).contains("is no SageMaker artifact of NTM or LDA");
    }
}

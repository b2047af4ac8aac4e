package topicworkbench.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline's definition against the Amazon States Language, by a validator that nobody here wrote. */
class StateLanguageTest {
    private static final Path CHECKS = Path.of("templates/checks");
    private static final Path VALIDATOR = CHECKS.resolve("node_modules/asl-validator");

    @TempDir
    private Path folder;

    @BeforeAll
    static void requireTheValidator() {
        Assumptions.assumeTrue(Files.isDirectory(VALIDATOR), "asl-validator is not installed: install Node.js 20 or later, then"
                + " run npm install in " + CHECKS);
    }

    @Test
    void theDefinitionIsValid() throws Exception {
        assertThat(faults(StateMachine.text())).contains("is valid");
    }

    @Test
    void mistakesAreCaught() throws Exception {
        String text = StateMachine.text();
        assertThat(faults(text.replace("\"Next\": \"Log ingest\"", "\"Next\": \"Log injest\""))).contains("is invalid");
        assertThat(faults(text.replace("\"ResultPath\": \"$.corpus\"", "\"ResultPath\": \"corpus\""))).contains("is invalid");
        assertThat(faults(text.replace("\"MaxAttempts\": 4", "\"MaxAttempts\": -4"))).contains("is invalid");
    }

    private String faults(String definition) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("definition.json"), definition);
        Process process = new ProcessBuilder("node", VALIDATOR.resolve("dist/bin/asl-validator.js").toString(), "--json-path",
                file.toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}

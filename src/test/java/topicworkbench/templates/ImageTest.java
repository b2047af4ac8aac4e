package topicworkbench.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image without an engine to build it: its instructions, and what they start, against what the project makes. */
class ImageTest {
    private static final Path DOCKERFILE = Path.of("templates/processing/Dockerfile");
    private static final Path BUILDSPEC = Path.of("templates/processing/buildspec.yml");
    private static final Path LINTER = Path.of("templates/checks/node_modules/dockerfile-utils/bin/dockerfile-utils");

    @TempDir
    private Path folder;

    @Test
    void theInstructionsAreDockers() throws Exception {
        Assumptions.assumeTrue(Files.exists(LINTER), "dockerfile-utils is not installed: install Node.js 20 or later, then"
                + " run npm install in templates/checks");
        String text = Files.readString(DOCKERFILE);
        assertThat(faults(text)).isEmpty();
        assertThat(faults(text.replace("COPY app/ /opt/topic-workbench/", "COPY app/"))).contains("COPY");
        assertThat(faults(text.replace("ENTRYPOINT", "ENTRPOINT"))).contains("ENTRPOINT");
        assertThat(faults(text.replaceAll("(?m)^FROM .*$", ""))).isNotEmpty();
        assertThat(faults(Files.readString(Path.of("packaging/container/Dockerfile")))).isEmpty();
    }

    private String faults(String dockerfile) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("Dockerfile"), dockerfile);
        Process process = new ProcessBuilder("node", LINTER.toString(), "lint", file.toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void startsTheJobsAndTheFunctionWithTheJarAndFlagsOfTheProject() throws Exception {
        List<String> entrypoint = entrypoint();
        List<String> function = texts(DeployedStacks.read().work("Classify").getAsJsonObject("ImageConfig").getAsJsonArray("EntryPoint"));
        String pom = Files.readString(Path.of("pom.xml"));
        for (List<String> command : List.of(entrypoint, function)) {
            assertThat(command).startsWith("/opt/java/openjdk/bin/java")
                    .containsAll(List.of(only(pom, "<tw.jvm>(.*)</tw.jvm>").split(" ")));
            assertThat(command.get(command.size() - 3)).isEqualTo("-classpath");
            assertThat(command.get(command.size() - 2)).isEqualTo(copiedTo() + only(pom, "<finalName>(.*)</finalName>") + ".jar");
            assertThat(Class.forName(command.getLast()).getMethod("main", String[].class)).isNotNull();
        }
        assertThat(entrypoint).endsWith("topicworkbench.job.ProcessingJob");
        assertThat(function).endsWith("topicworkbench.job.ClassifyFunction");
    }

    @Test
    void theBuildTellsDockerWhatTheProjectTellsIt() throws Exception {
        JsonObject build = StackTemplate.of(Files.readString(BUILDSPEC)).root();
        String commands = String.join("\n", texts(build.getAsJsonObject("phases").getAsJsonObject("build").getAsJsonArray("commands")));
        JsonObject project = StackTemplate.read(StackTemplate.PLATFORM).resources().get("ImageBuild").getAsJsonObject("Properties");
        List<String> told = project.getAsJsonObject("Environment").getAsJsonArray("EnvironmentVariables").asList().stream()
                .map(variable -> variable.getAsJsonObject().get("Name").getAsString()).toList();
        assertThat(told).allSatisfy(name -> assertThat(commands).contains("$" + name));
        assertThat(commands).contains("docker build", " .\n", "docker push", "chmod -R a+rX,go-w app");
        assertThat(build.get("version").getAsString()).isEqualTo("0.2");
    }

    private static String copiedTo() throws IOException {
        return only(Files.readString(DOCKERFILE), "(?m)^COPY app/ (\\S+/)$");
    }

    private static List<String> entrypoint() throws IOException {
        return texts(JsonParser.parseString(only(Files.readString(DOCKERFILE), "(?m)^ENTRYPOINT (\\[.*])$")).getAsJsonArray());
    }

    private static List<String> texts(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }

    private static String only(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        String found = matcher.group(1);
        assertThat(matcher.find()).as("another " + pattern).isFalse();
        return found;
    }
}

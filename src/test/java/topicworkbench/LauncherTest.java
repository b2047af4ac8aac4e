package topicworkbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.RunState;
import topicworkbench.workspace.Workspace;

/** The program as a process of its own, started as a user would. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
class LauncherTest {
    private static final List<String> MODULE = List.of("--add-modules", "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED");

    @TempDir
    private Path folder;

    private Process start(Map<String, String> environment, List<String> flags, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-Dtw.cache=" + folder.resolve("cache"), "-classpath", System.getProperty("java.class.path"),
                Launcher.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("TW_WORKSPACE", folder.resolve("workspace").toString());
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Process start(List<String> flags, String... arguments) throws IOException {
        return start(Map.of(), flags, arguments);
    }

    private String printed(String stream) throws IOException {
        return Files.readString(folder.resolve(stream));
    }

    @Test
    void withoutTheModuleItSaysHowToStart() throws IOException, InterruptedException {
        assertThat(start(List.of(), "list").waitFor()).isEqualTo(2);
        assertThat(printed("err")).contains("module jdk.incubator.vector is missing",
                "java --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED -classpath ",
                Launcher.class.getName() + " list").doesNotContain("\tat ");
    }

    @Test
    void answersWithTheCommandsExitCode() throws IOException, InterruptedException {
        assertThat(start(MODULE, "show", "nothing").waitFor()).isEqualTo(1);
        Path log = folder.resolve("cache").resolve("topic-workbench.log");
        assertThat(printed("err")).contains("There is no run \"nothing\"", "Details are in " + log).doesNotContain("\tat ");
        assertThat(log).content().contains("ExplainedException: There is no run", "\tat ");
        assertThat(start(MODULE, "run", "--sample", "--topics", "1").waitFor()).isEqualTo(2);
        assertThat(printed("err").lines().filter(line -> !line.startsWith("WARNING: "))).hasSize(2);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void terminatedRunIsCancelledCleanlyAndToldHowToResume() throws IOException, InterruptedException {
        Process process = start(MODULE, "run", "--sample", "--algorithm", "lda", "--set", "iterations=1000000");
        while (process.isAlive() && !printed("err").contains("vectorise: ")) {
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        process.destroy(); // SIGTERM, which Java handles as it does the SIGINT of Ctrl+C
        assertThat(process.waitFor()).isEqualTo(128 + 15);
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        assertThat(workspace.runs()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.CANCELLED);
            assertThat(printed("err")).contains("was cancelled; what finished is kept.\nGo on with: topic-workbench resume "
                    + run.id());
        });
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void displayThatDoesNotAnswerIsTold() throws IOException, InterruptedException {
        assertThat(start(Map.of("DISPLAY", ":987"), MODULE).waitFor()).isEqualTo(1);
        assertThat(printed("err")).contains("The window could not be opened: ", "libgtk-3-0", "Details are in ")
                .doesNotContain("\tat ");
    }

    @Test
    void withoutADisplayItRunsTheSampleAndSaysWhereItsReportIs() throws IOException, InterruptedException {
        assertThat(start(MODULE).waitFor()).as(printed("err")).isZero();
        Path report = folder.resolve("workspace").resolve("sample-report.html");
        assertThat(printed("out")).contains("There is no display", "Report: " + report);
        assertThat(report).content().contains("These reviews are synthetic", "<svg");
    }
}

package topicworkbench.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSpecs;

/** The function as a process of its own, as Lambda starts it, with the runtime API played by a server. */
class LambdaRuntimeTest {
    private static final int SECONDS = 60;
    private PlayedAws aws;
    private Process process;

    @TempDir
    private Path folder;

    @BeforeEach
    void play() throws Exception {
        aws = new PlayedAws();
        aws.files.put("reviews/runs/small/spec.json", RunSpecJson.write(RunSpecs.defaults(RunSpecs.NTM, PlayedAws.TOPICS)));
        aws.files.put("reviews/runs/small/training/corpus/vocabulary.txt", "zipper\nhandle\nbattery\n");
    }

    @AfterEach
    void stop() throws Exception {
        process.destroyForcibly().waitFor();
        aws.close();
    }

    @Test
    void answersOneEventAfterTheOtherAndTellsFailures() throws Exception {
        start(aws.environment());
        aws.events.add("{\"reviews\": [{\"text\": \"zipper\"}]}");
        aws.events.add("{}");
        aws.events.add("{\"reviews\": [{\"text\": \"handle\"}]}");
        assertThat(outcome().body()).contains("\"run\":\"small\"", "{\"topic\":0,\"share\":1.0}");
        PlayedAws.Outcome failed = outcome();
        assertThat(failed.path()).isEqualTo("invocation/request-1/error");
        assertThat(failed.body()).contains("The event holds no reviews", "TopicWorkbench.Explained");
        PlayedAws.Outcome last = outcome();
        assertThat(last.path()).isEqualTo("invocation/request-1/response");
        assertThat(last.body()).contains("{\"topic\":1,\"share\":1.0}");
    }

    @Test
    void saysWhyItCannotBegin() throws Exception {
        Map<String, String> environment = aws.environment();
        environment.remove("TW_ENDPOINT");
        start(environment);
        PlayedAws.Outcome failed = outcome();
        assertThat(failed.path()).isEqualTo("init/error");
        assertThat(failed.body()).contains("was not told TW_ENDPOINT");
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isOne();
    }

    private void start(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
                "-classpath", System.getProperty("java.class.path"), ClassifyFunction.class.getName()));
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    }

    private PlayedAws.Outcome outcome() throws InterruptedException {
        PlayedAws.Outcome outcome = aws.outcomes.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(outcome).as("what the function told").isNotNull();
        return outcome;
    }
}

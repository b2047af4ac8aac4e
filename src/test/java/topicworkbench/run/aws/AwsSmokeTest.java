package topicworkbench.run.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.aws.fake.FakeAccount;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakeMarket;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.Workspace;

/** The journey in a real account does nothing before it has said what it costs and was told to. */
class AwsSmokeTest {
    @TempDir
    private Path folder;

    @Test
    void asksBeforeItDoesAnything() throws Exception {
        try (FakeAws aws = new FakeAws()) {
            FakeMarket market = new FakeMarket(aws);
            market.price("Training", "ml.c5.xlarge", .2);
            FakeAccount.signIn(aws);
            Workspace workspace = new Workspace(folder);
            AwsCloud cloud = new AwsCloud(workspace, new LocalPipelineRunner(workspace, 1), aws::clients, () -> null, Duration.ofMillis(1));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            boolean done = new AwsSmoke(cloud, new BufferedReader(new StringReader("yes\n")),
                    new PrintStream(out, true, StandardCharsets.UTF_8)).go();
            assertThat(done).isFalse();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("123456789012", "at most $2.25", "Nothing was done");
            assertThat(aws.calls()).noneMatch(call -> call.matches(".*:(Create|Start|Put|Delete|Update|Execute).*"));
            assertThat(workspace.runs()).isEmpty();
            assertThat(aws.faults()).isEmpty();
        }
    }
}

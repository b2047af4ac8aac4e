package topicworkbench.run.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.testing.s3mock.junit5.S3MockExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.aws.fake.FakeAccount;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakePipeline;
import topicworkbench.run.aws.fake.GoldenRun;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.Workspace;

/** The adapter of AWS on services that are played anew for each test, and an S3 without an account. */
abstract class RunsOnPlayedAws {
    static final WatchPace QUICK = new WatchPace(Duration.ofMillis(4), Duration.ofMillis(8), Duration.ofMillis(50),
            Duration.ofMinutes(1), Duration.ofMillis(4));

    @TempDir
    private static Path shared;
    private static S3MockExtension s3;
    static GoldenRun golden;

    @TempDir
    Path folder;
    final FakeAws aws = new FakeAws();
    AwsClients clients;
    FakePipeline account;
    Workspace workspace;
    AwsPipelineRunner runner;

    @BeforeAll
    static void makeWhatTheCloudLeaves() throws IOException, InterruptedException {
        golden = GoldenRun.make(shared);
        s3 = FakeAccount.s3(); // one a class: started again it is not silent any more
        s3.start();
        try (AwsClients clients = FakeAccount.clients(URI.create(s3.getServiceEndpoint()), null)) {
            clients.s3().createBucket(request -> request.bucket(FakePipeline.BUCKET));
        }
    }

    @BeforeEach
    void openTheAccount() {
        clients = FakeAccount.clients(URI.create(s3.getServiceEndpoint()), aws.address());
        account = new FakePipeline(aws, clients.s3(), golden);
        workspace = new Workspace(folder.resolve("workspace"));
        runner = runner(workspace, clients, QUICK);
    }

    static AwsPipelineRunner runner(Workspace of, AwsClients clients, WatchPace pace) {
        return new AwsPipelineRunner(of, () -> PlayedAccount.PLACE, _ -> clients, new LocalPipelineRunner(of, 1), pace);
    }

    @AfterEach
    void nothingCostsNoKeyIsWrittenAndEverythingSaidIsKnownToAws() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).as(file.toString())
                        .doesNotContain(FakeAccount.KEY_ID, FakeAccount.SECRET);
            }
        }
        assertThat(account.billable().stream().filter(one -> !one.startsWith("endpoint"))).isEmpty();
        assertThat(aws.faults()).isEmpty();
        clients.close();
        aws.close();
    }

    @AfterAll
    static void stopS3() {
        s3.stop();
    }
}

package topicworkbench.run.aws;

import com.adobe.testing.s3mock.junit5.S3MockExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.s3.model.S3Object;
import topicworkbench.cloud.Cloud;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.aws.fake.FakeAccount;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakeMarket;
import topicworkbench.run.aws.fake.FakePipeline;
import topicworkbench.run.aws.fake.GoldenRun;
import topicworkbench.run.aws.fake.Json;
import topicworkbench.run.aws.platform.ProgramFiles;
import topicworkbench.run.aws.platform.Release;
import topicworkbench.run.aws.platform.ReleaseFile;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.workspace.Workspace;

/** An account in which all is deployed, played over HTTP on this computer, for windows that see it through the real adapters. */
public final class PlayedAccount implements AutoCloseable {
    public static final CloudPlace PLACE = new CloudPlace(null, FakeAccount.REGION, CloudPlace.DEFAULT_NAME);

    public final FakeAws aws = new FakeAws();
    public final FakePipeline pipeline;
    public final FakeMarket market;
    private final S3MockExtension s3 = FakeAccount.s3();
    private final AwsClients clients;
    private final WatchPace pace;

    /** @param look between two looks at a run, each of which lets one more thing happen */
    public PlayedAccount(GoldenRun golden, Duration look) {
        s3.start();
        clients = FakeAccount.clients(URI.create(s3.getServiceEndpoint()), aws.address());
        clients.s3().createBucket(request -> request.bucket(FakePipeline.BUCKET));
        pipeline = new FakePipeline(aws, clients.s3(), golden);
        market = new FakeMarket(aws);
        market.price("Training", "ml.g4dn.xlarge", .736);
        market.price("Processing", "ml.m5.xlarge", .23);
        market.quota("ml.m5.xlarge for processing job usage", 4);
        market.quota("ml.g4dn.xlarge for training job usage", 1);
        aws.on("ecr:DescribeImages", request -> Json.of("imageDetails", Json.list(Json.of("imageDigest", "sha256:" + "0".repeat(64),
                "imagePushedAt", Instant.now().getEpochSecond()))));
        pace = new WatchPace(look, look, look.multipliedBy(10), look.multipliedBy(5), look);
    }

    public PipelineRunner runner(Workspace workspace, PipelineRunner mapper) {
        return new AwsPipelineRunner(workspace, () -> PLACE, _ -> clients, mapper, pace);
    }

    public Cloud cloud(Workspace workspace, PipelineRunner here) {
        return new AwsCloud(workspace, here, _ -> clients, PlayedAccount::release, Duration.ofMillis(5));
    }

    /** Keys of what is in the bucket of runs. */
    public List<String> stored(String prefix) {
        return clients.s3().listObjectsV2(request -> request.bucket(FakePipeline.BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key).toList();
    }

    /** Of a small program: the port of the cloud alone. */
    static Release release() {
        try {
            return Release.of(new ProgramFiles(Path.of("target/classes/topicworkbench/cloud"), List.of()),
                    ReleaseFile.of("spark", new byte[] {1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        clients.close();
        aws.close();
        s3.stop();
    }
}

package topicworkbench.run.aws.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.adobe.testing.s3mock.junit5.S3MockExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.run.aws.fake.CuttingProxy;
import topicworkbench.run.aws.fake.FakeAccount;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.AwsException;
import topicworkbench.run.aws.sdk.UnfinishedUploads;

/** Files to S3 and back, with the connection cut in the middle. */
class TransferTest {
    @RegisterExtension
    static final S3MockExtension S3 = FakeAccount.s3();
    private static final int LARGE = 200 << 20;
    private static final String BUCKET = "topic-workbench-data";

    @TempDir
    Path folder;
    private CuttingProxy proxy;
    private AwsClients clients;
    private RunBucket bucket;

    @BeforeEach
    void open() {
        proxy = new CuttingProxy(URI.create(S3.getServiceEndpoint()));
        clients = FakeAccount.clients(proxy.address(), proxy.address());
        bucket = new RunBucket(clients, BUCKET);
        if (clients.s3().listBuckets().buckets().isEmpty()) {
            clients.s3().createBucket(request -> request.bucket(BUCKET));
        }
    }

    @AfterEach
    void close() throws IOException {
        clients.close();
        proxy.close();
    }

    private Path file(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void twoHundredMegabytesGoUpAndComeDownThoughTheConnectionIsCutInTheMiddle() throws IOException {
        Path file = file("large.csv", LARGE);
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        proxy.cutAfter(LARGE / 2);
        assertThatThrownBy(() -> Upload.send(bucket, file, "large", (done, _) -> heard.add(done))).isInstanceOf(AwsException.class);
        proxy.mend();
        assertThat(bucket.head("large")).as("nothing half is there").isEmpty();
        long before = proxy.sentUp();
        Upload.send(bucket, file, "large", (done, _) -> heard.add(done));
        assertThat(proxy.sentUp() - before).as("what came through is not sent again").isLessThan(LARGE * 7L / 10);
        assertThat(heard).contains((long) LARGE);

        Path back = folder.resolve("back.csv");
        proxy.cutAfter(LARGE / 2);
        assertThatThrownBy(() -> Download.fetch(bucket, "large", back, LARGE, ProgressListener.NONE)).isInstanceOf(RuntimeException.class);
        assertThat(back).doesNotExist();
        proxy.mend();
        before = proxy.sentDown();
        assertThat(Download.fetch(bucket, "large", back, LARGE, ProgressListener.NONE)).isTrue();
        assertThat(proxy.sentDown() - before).isLessThan(LARGE * 7L / 10);
        assertThat(Files.mismatch(file, back)).isEqualTo(-1);
        assertThat(names()).containsExactlyInAnyOrder("large.csv", "back.csv");

        before = proxy.sentUp() + proxy.sentDown();
        Upload.send(bucket, file, "large", ProgressListener.NONE);
        Download.fetch(bucket, "large", back, LARGE, ProgressListener.NONE);
        assertThat(proxy.sentUp() + proxy.sentDown() - before).as("what is the same is not sent at all").isLessThan(100_000);
    }

    @Test
    void whatWasChangedIsSentAgainAndWhatCameDamagedFetchedAgain() throws IOException {
        Path file = file("small.csv", 70_000);
        Upload.send(bucket, file, "small", ProgressListener.NONE);
        Files.writeString(file, "other");
        Upload.send(bucket, file, "small", ProgressListener.NONE);
        Path back = folder.resolve("small.back");
        Files.writeString(folder.resolve("small.back." + tag("small") + ".fetching"), "othe?");
        Download.fetch(bucket, "small", back, 100, ProgressListener.NONE);
        assertThat(back).hasContent("other");
        Files.writeString(back, "0ther");
        Download.fetch(bucket, "small", back, 100, ProgressListener.NONE);
        assertThat(back).hasContent("other");
    }

    private String tag(String key) {
        return bucket.head(key).orElseThrow().eTag().replace("\"", "");
    }

    @Test
    void cancelledUploadsAreAbandoned() throws IOException {
        Path file = file("cancelled.csv", 40 << 20);
        assertThatThrownBy(() -> Upload.send(bucket, file, "runs/r/raw/x", (done, _) -> {
            if (done > 0) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(clients.s3().listMultipartUploads(request -> request.bucket(BUCKET)).uploads()).isNotEmpty();
        UnfinishedUploads.abandon(bucket.aws(), bucket.name(), "runs/r/");
        assertThat(clients.s3().listMultipartUploads(request -> request.bucket(BUCKET)).uploads()).isEmpty();
    }

    @Test
    void reviewsThatAreInS3AreCopiedThere() {
        for (String key : List.of("theirs/a.csv", "theirs/b.csv", "theirs-not/c.csv")) {
            clients.s3().putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(key));
        }
        List<RemoteCopy.Source> found = RemoteCopy.find(bucket, "s3://" + BUCKET + "/theirs");
        assertThat(found).extracting(RemoteCopy.Source::name).containsExactly("a.csv", "b.csv");
        assertThat(RemoteCopy.find(bucket, "s3://" + BUCKET + "/theirs/b.csv")).hasSize(1);
        RemoteCopy.copy(found.getFirst(), bucket, "ours/a.csv", ProgressListener.NONE);
        assertThat(bucket.read("ours/a.csv")).contains("theirs/a.csv");
        assertThatThrownBy(() -> RemoteCopy.find(bucket, "s3://" + BUCKET + "/none")).isInstanceOf(ExplainedException.class);
        assertThatThrownBy(() -> RemoteCopy.find(bucket, "s3://../none")).isInstanceOf(ExplainedException.class);
    }

    @Test
    void textsAreWrittenListedAndRead() {
        bucket.write("texts/one.json", "{}");
        assertThat(bucket.read("texts/one.json")).contains("{}");
        assertThat(bucket.read("texts/none.json")).isEmpty();
        assertThat(bucket.list("texts/")).containsExactly(new RunBucket.Stored("one.json", 2));
        assertThat(Download.fetch(bucket, "texts/none.json", folder.resolve("x"), 10, ProgressListener.NONE)).isFalse();
        assertThatThrownBy(() -> Download.fetch(bucket, "texts/one.json", folder.resolve("x"), 1, ProgressListener.NONE))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("larger than any");
    }

    /** The check value of the catalogue. */
    @Test
    void countsAsS3Does() {
        Crc64Nvme crc = new Crc64Nvme();
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
        crc.update(digits, 0, digits.length);
        assertThat(crc.getValue()).isEqualTo(0xae8b14860a799888L);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

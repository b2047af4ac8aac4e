package topicworkbench.run.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.adobe.testing.s3mock.junit5.S3MockExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Object;
import topicworkbench.cloud.Transforms.Listener;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.evaluation.ArtifactModel;
import topicworkbench.evaluation.ParameterFile;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.run.aws.fake.FakeAccount;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakePipeline;
import topicworkbench.run.aws.fake.GoldenRun;
import topicworkbench.run.aws.fake.Json;
import topicworkbench.run.aws.fake.Trouble;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.workspace.ModelTables;

/** Batch transforms from counts to answers, whole or not at all, and nothing left of them in the account however they end. */
class AwsTransformsTest {
    @RegisterExtension
    static final S3MockExtension S3 = FakeAccount.s3();
    private static final String RUN = "20261201-101500-a1b2";
    private static final int PART = 50;

    @TempDir
    private static Path shared;
    private static Corpus corpus;
    private static ArtifactModel model;

    private final FakeAws aws = new FakeAws();
    private AwsClients clients;
    private FakePipeline account;
    private AwsTransforms transforms;
    private final List<String> told = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();
    private final Listener listener = (what, _, _) -> told.add(what);

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        GoldenRun golden = GoldenRun.make(shared);
        corpus = CorpusFile.read(golden.local().files().corpus());
        model = new ArtifactModel(golden.local().spec().model(),
                ModelTables.readTopicTerm(golden.local().files().topicTerm(), GoldenRun.TOPICS,
                corpus.vocabulary().size()), ParameterFile.read(golden.local().files().parameters()));
        try (AwsClients clients = FakeAccount.clients(URI.create(S3.getServiceEndpoint()), null)) {
            clients.s3().createBucket(request -> request.bucket(FakePipeline.BUCKET));
            clients.s3().putBucketVersioning(request -> request.bucket(FakePipeline.BUCKET)
                    .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        }
    }

    @BeforeEach
    void open() {
        clients = FakeAccount.clients(URI.create(S3.getServiceEndpoint()), aws.address());
        account = new FakePipeline(aws, clients.s3(), null);
        account.transforms.model("tw-" + RUN + "-ntm-0", model.hostModel());
        transforms = new AwsTransforms(clients, ended::add, UnaryOperator.identity(), Duration.ofMillis(2), PART);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(account.billable()).isEmpty();
        assertThat(versions()).as("versions of objects and marks of deletion").isZero();
        assertThat(aws.faults()).isEmpty();
        clients.close();
        aws.close();
    }

    private int versions() {
        var page = clients.s3().listObjectVersions(request -> request.bucket(FakePipeline.BUCKET));
        return page.versions().size() + page.deleteMarkers().size();
    }

    private FloatMatrix classify() throws InterruptedException {
        return transforms.classify(RUN, corpus.counts(), "ml.m5.xlarge", false, listener);
    }

    @Test
    void answersAboutEveryDocumentInItsPlace() throws InterruptedException {
        FloatMatrix answered = classify();
        try (Threads threads = new Threads(1)) {
            FloatMatrix here = model.inference(threads).documentTopic(corpus.counts(), ProgressListener.NONE);
            assertThat(answered.rows()).isEqualTo(here.rows()).isGreaterThan(2 * PART);
            assertThat(answered.columns()).isEqualTo(here.columns());
            for (int i = 0; i < here.values().length; i++) {
                assertThat(answered.values()[i]).isCloseTo(here.values()[i], within(1e-5f));
            }
            assertThat(answered.row(0)).isNotEqualTo(answered.row(1));
        }
        assertThat(told).contains("Sending the counts", "Transform: InProgress", "Transform: Completed", "Fetching the answers");
        assertThat(ended).containsExactly(RUN);
        assertThat(account.transforms.asked()).singleElement().satisfies(asked -> {
            assertThat(Json.text(asked, "TransformJobName")).startsWith("tw-" + RUN + "-classify-").hasSizeLessThan(64);
            assertThat(asked.toString()).contains("\"topic-workbench:run\",\"Value\":\"" + RUN + "\"", "s3://" + FakePipeline.BUCKET
                    + "/runs/" + RUN + "/transform/");
        });
    }

    @Test
    void keepsCountsAndAnswersWhereThatIsWanted() throws InterruptedException {
        transforms.classify(RUN, corpus.counts(), "ml.m5.xlarge", true, listener);
        List<String> keys = clients.s3().listObjectsV2(request -> request.bucket(FakePipeline.BUCKET)).contents().stream()
                .map(S3Object::key).toList();
        assertThat(keys).hasSize(6).allMatch(key -> key.matches("runs/" + RUN + "/transform/tw-" + RUN
                + "-classify-\\d+/(input/part-0000[012]\\.pbr|output/part-0000[012]\\.pbr\\.out)"));
        clients.s3().listObjectVersions(request -> request.bucket(FakePipeline.BUCKET)).versions().forEach(version ->
                clients.s3().deleteObject(request ->
                        request.bucket(FakePipeline.BUCKET).key(version.key()).versionId(version.versionId())));
    }

    @Test
    void saysWhyAJobFailed() {
        account.transforms.fail("ClientError: unable to load the model.");
        assertThatThrownBy(this::classify).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("is Failed: ClientError: unable to load the model.")
                .satisfies(failure -> assertThat(((ExplainedException) failure).remedy()).contains("/aws/sagemaker/TransformJobs"));
        assertThat(ended).containsExactly(RUN);
        assertThat(aws.calls()).doesNotContain("sagemaker:StopTransformJob");
    }

    @Test
    void asksOnlyRunsThatHaveAModel() {
        assertThatThrownBy(() -> transforms.classify("20261201-101500-ffff", corpus.counts(), "ml.m5.xlarge", false, listener))
                .hasMessageContaining("has no model");
        assertThat(ended).isEmpty();
    }

    static Stream<Arguments> torn() {
        return Stream.of(
                torn("a line is missing", "it has 49 lines about a part of 50", text -> text.substring(text.indexOf('\n') + 1)),
                torn("a line is cut", "not the JSON", text -> text.substring(0, text.length() - 9)),
                torn("a line twice", "more lines than", text -> text.substring(0, text.indexOf('\n') + 1) + text),
                torn("no file", "left no answer", _ -> null),
                torn("an empty file", "0 lines", _ -> ""),
                torn("a page", "not the JSON", _ -> "<html>Sign in to this network"),
                torn("bytes", "not the JSON", text -> "\u0000\ufffd" + text.substring(2)),
                torn("a topic less", "differ in the number of topics", text -> text.replaceFirst("\\[[^]]*]", "[0.5,0.5]")),
                torn("a weight beyond 1", "between 0 and 1", text -> text.replaceFirst("\\[[^]]*]", "[2,-1,0]")),
                torn("weights of no distribution", "do not sum to 1", text -> text.replaceFirst("\\[[^]]*]", "[0.1,0.1,0.1]")));
    }

    private static Arguments torn(String how, String said, UnaryOperator<String> change) {
        return Arguments.of(how, said, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("torn")
    void refusesAnswersThatAreNotWhole(String how, String said, UnaryOperator<String> change) {
        account.transforms.answers(change);
        assertThatThrownBy(this::classify).as(how).isInstanceOf(ExplainedException.class).hasMessageContaining(said);
    }

    @Test
    void blankLinesBetweenAnswersDoNoHarm() throws InterruptedException {
        account.transforms.answers(text -> text.replace("\n", "\n\n"));
        assertThat(classify().rows()).isEqualTo(corpus.documents());
    }

    @Test
    void cancellingStopsTheJob() {
        account.transforms.hang();
        assertThatThrownBy(() -> transforms.classify(RUN, corpus.counts(), "ml.m5.xlarge", false, (what, _, _) -> {
            if (what.equals("Transform: InProgress")) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(aws.calls()).contains("sagemaker:StopTransformJob");
        assertThat(ended).containsExactly(RUN);
    }

    @Test
    void cancellingWhileCountsAreSentStartsNothing() {
        assertThatThrownBy(() -> transforms.classify(RUN, corpus.counts(), "ml.m5.xlarge", false, (what, done, _) -> {
            if (what.equals("Sending the counts") && done == 1) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(aws.calls()).doesNotContain("sagemaker:CreateTransformJob");
    }

    @Test
    void interruptingStopsTheJob() {
        account.transforms.hang();
        assertThatThrownBy(() -> transforms.classify(RUN, corpus.counts(), "ml.m5.xlarge", false, (what, _, _) -> {
            if (what.equals("Transform: InProgress")) {
                Thread.currentThread().interrupt();
            }
        })).isInstanceOfAny(InterruptedException.class, CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThat(aws.calls()).contains("sagemaker:StopTransformJob");
    }

    @Test
    void saysWhenAJobCannotBeStopped() {
        account.transforms.hang();
        aws.trouble("sagemaker:StopTransformJob", Trouble.DENIED, Trouble.DENIED, Trouble.DENIED, Trouble.DENIED);
        assertThatThrownBy(() -> transforms.classify(RUN, corpus.counts(), "ml.m5.xlarge", false, (what, _, _) -> {
            if (what.equals("Transform: InProgress")) {
                throw new CancellationException();
            }
        })).isInstanceOf(ExplainedException.class).hasMessageContaining("could not be stopped").satisfies(failure ->
                assertThat(((ExplainedException) failure).remedy()).contains("stop-transform-job --transform-job-name tw-" + RUN));
        assertThat(account.billable()).hasSize(1);
        account.transforms.asked().forEach(job -> clients.sageMaker().stopTransformJob(request -> request.transformJobName(
                Json.text(job, "TransformJobName"))));
        clients.sageMaker().describeTransformJob(request ->
                request.transformJobName(Json.text(account.transforms.asked().getFirst(), "TransformJobName")));
    }

    @Test
    void goesOnAfterALostConnectionAndAnExpiredLogin() throws InterruptedException {
        aws.trouble("sagemaker:DescribeTransformJob", Trouble.THROTTLED, Trouble.CUT, Trouble.CUT, Trouble.CUT, Trouble.EXPIRED,
                Trouble.MALFORMED);
        assertThat(classify().rows()).isEqualTo(corpus.documents());
        assertThat(told).anyMatch(text -> text.contains("The job goes on; this program tries again."));
    }

    @Test
    void aJobWhoseStartNobodyHeardOfIsFollowedAllTheSame() throws InterruptedException {
        account.transforms.loseAnswer();
        assertThat(classify().rows()).isEqualTo(corpus.documents());
        assertThat(account.transforms.asked()).hasSize(1);
    }

    @Test
    void whatAwsDoesNotAllowIsSaidOnce() {
        aws.trouble("sagemaker:CreateTransformJob", Trouble.DENIED);
        assertThatThrownBy(this::classify).isInstanceOf(ExplainedException.class).hasMessageContaining("does not allow");
        assertThat(aws.calls()).doesNotContain("sagemaker:StopTransformJob");
    }

    @Test
    void fromFolderToFolderOnlyTheJobIsFollowed() throws InterruptedException {
        assertThatThrownBy(() -> transforms.transform(RUN, "s3://" + FakePipeline.BUCKET + "/runs/none/", "s3://" + FakePipeline.BUCKET
                + "/runs/out",
                "ml.m5.xlarge", listener)).hasMessageContaining("No S3 objects found");
        assertThat(ended).containsExactly(RUN);
    }
}

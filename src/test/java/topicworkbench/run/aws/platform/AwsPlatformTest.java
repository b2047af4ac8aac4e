package topicworkbench.run.aws.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.cloud.Platform.Action;
import topicworkbench.cloud.Platform.Change;
import topicworkbench.cloud.Platform.ChangePlan;
import topicworkbench.cloud.Platform.Deletion;
import topicworkbench.cloud.Platform.Event;
import topicworkbench.cloud.Platform.Options;
import topicworkbench.cloud.Platform.Stack;
import topicworkbench.cloud.Spending;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakeBuilds;
import topicworkbench.run.aws.fake.FakeFormation;
import topicworkbench.run.aws.fake.Trouble;
import topicworkbench.run.aws.sdk.AwsClients;

/** Deploying, deploying again, what goes wrong meanwhile, and taking it all away, against a CloudFormation that is played. */
class AwsPlatformTest {
    private static final String PLATFORM = "topic-workbench-platform";
    private static final String WORKFLOW = "topic-workbench-workflow";
    private static final String DATA = PLATFORM + "-databucket";
    private static final String TOOLS = PLATFORM + "-toolsbucket";

    @TempDir
    private Path folder;

    private final FakeAws aws = new FakeAws();
    private final FakeFormation formation = new FakeFormation(aws);
    private final FakeBuilds builds = new FakeBuilds(aws);
    private final AwsClients clients = aws.clients();
    private final List<Spending.Running> running = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private AwsPlatform platform;

    @BeforeEach
    void program() throws IOException {
        Files.createDirectories(folder.resolve("classes/topicworkbench"));
        platform = deploying("one");
    }

    @AfterEach
    void everythingSaidIsKnownToAws() {
        clients.close();
        aws.close();
        assertThat(aws.faults()).isEmpty();
    }

    private final List<String> written = new ArrayList<>();
    private final FileStarts starts = new FileStarts() {
        @Override
        public boolean areSet() {
            return !written.isEmpty();
        }

        @Override
        public void setToUsual() {
            written.add("after " + formation.stacks());
        }
    };

    /** A program that differs by its code. */
    private AwsPlatform deploying(String code) throws IOException {
        Files.writeString(folder.resolve("classes/topicworkbench/Code.class"), code);
        Release release = Release.of(new ProgramFiles(folder.resolve("classes"), List.of()), ReleaseFile.of("spark", new byte[] {1}));
        return new AwsPlatform(clients, () -> release, () -> running, _ -> starts, Duration.ofMillis(1));
    }

    private ChangePlan deploy() throws InterruptedException {
        ChangePlan plan = platform.plan(Options.UNCHANGED);
        platform.apply(plan, events::add);
        return plan;
    }

    @Test
    void showsWhatItWouldMakeBeforeAnythingIsMade() throws Exception {
        assertThat(platform.status().isNowhere()).isTrue();
        ChangePlan plan = platform.plan(Options.UNCHANGED);
        assertThat(plan.changes()).extracting(Change::action).containsOnly(Action.ADD);
        assertThat(plan.changes()).extracting(Change::resource).contains("DataBucket", "ToolsBucket", "Repository", "ImageBuild",
                "SageMakerRole", "IngestJob", "PrepareJob", "Pipeline");
        assertThat(plan.changes()).filteredOn(change -> change.resource().equals("StartOnFile")).singleElement()
                .extracting(Change::details).isEqualTo(List.of("if StartsAutomatically"));
        assertThat(plan.steps()).hasSize(2);
        assertThat(plan.notes()).anyMatch(note -> note.contains(WORKFLOW) && note.contains("template"));
        assertThat(aws.buckets().names()).isEmpty();

        platform.discard(plan);
        assertThat(formation.stacks()).isEmpty();
        assertThat(formation.changeSets()).isEmpty();
    }

    @Test
    void deploysAndHasNothingToDoThen() throws Exception {
        deploy();
        assertThat(platform.status().isReady()).isTrue();
        assertThat(platform.status().isCurrent()).isTrue();
        assertThat(platform.status().stacks()).extracting(Stack::state).containsOnly("CREATE_COMPLETE");
        assertThat(aws.buckets().keys(TOOLS)).hasSize(5).anyMatch(key -> key.endsWith("/image.zip"))
                .anyMatch(key -> key.endsWith("/topic-pipeline.asl.json")).anyMatch(key -> key.endsWith("/glue/topic-workbench-glue.jar"));
        assertThat(events).filteredOn(Event.BuildLine.class::isInstance).hasSize(3);
        assertThat(events).filteredOn(Event.ResourceChanged.class::isInstance)
                .extracting(event -> ((Event.ResourceChanged) event).resource())
                .contains("DataBucket", "Pipeline");

        aws.forgetCalls();
        ChangePlan again = deploy();
        assertThat(again.isEmpty()).isTrue();
        assertThat(aws.calls()).doesNotContain("s3:PutObject", "codebuild:StartBuild", "cloudformation:ExecuteChangeSet");
        assertThat(formation.changeSets()).isEmpty();
    }

    @Test
    void aNewProgramIsANewReleaseAndTheUsersChoicesStay() throws Exception {
        ChangePlan first = platform.plan(new Options("ann@example.org", true, null));
        assertThat(first.steps()).anyMatch(step -> step.startsWith("Write automatic/spec.json"));
        platform.apply(first, events::add);
        assertThat(written).containsExactly("after [" + PLATFORM + "]"); // before the rule that starts runs
        assertThat(platform.plan(new Options(null, true, null)).isEmpty()).isTrue();
        platform = deploying("two");
        assertThat(platform.status().isCurrent()).isFalse();
        ChangePlan plan = platform.plan(Options.UNCHANGED);
        assertThat(plan.changes()).extracting(Change::stack, Change::action, Change::resource)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(WORKFLOW, Action.MODIFY, "Pipeline"));
        assertThat(plan.steps()).anyMatch(step -> step.startsWith("Build the image"));
        platform.apply(plan, events::add);
        assertThat(platform.status().isCurrent()).isTrue();
        assertThat(builds.started()).isEqualTo(2);
        assertThat(formation.parameters(PLATFORM)).containsEntry("NotificationEmail", "ann@example.org");
        assertThat(formation.parameters(WORKFLOW)).containsEntry("StartAutomatically", "yes").containsEntry("Platform", PLATFORM);
    }

    @Test
    void anImageThatExpiredIsBuiltAgainAndNothingElse() throws Exception {
        deploy();
        builds.forgetImages();
        assertThat(platform.status().isReady()).isFalse();
        ChangePlan plan = deploy();
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.steps()).singleElement().asString().startsWith("Build the image");
        assertThat(platform.status().isReady()).isTrue();
    }

    @Test
    void tellsTheFirstResourceThatFailedAndWhatToDo() throws Exception {
        formation.fail("ToolsBucket", "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: s3:CreateBucket");
        assertThatThrownBy(this::deploy).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("could not create ToolsBucket (AWS::S3::Bucket)").hasMessageContaining("s3:CreateBucket")
                .satisfies(failure -> assertThat(((ExplainedException) failure).remedy()).contains("permission",
                "deleted by the next deploy"));
        assertThat(platform.status().stacks().getFirst().state()).isEqualTo("ROLLBACK_COMPLETE");

        ChangePlan plan = platform.plan(Options.UNCHANGED);
        assertThat(plan.notes()).anyMatch(note -> note.contains("ROLLBACK_COMPLETE") && note.contains("deleted first"));
        platform.apply(plan, events::add);
        assertThat(platform.status().isReady()).isTrue();
    }

    @Test
    void anUpdateThatFailsLeavesEverythingAsItWas() throws Exception {
        deploy();
        platform = deploying("two");
        formation.fail("Pipeline", "Resource handler returned message: \"Invalid definition\"");
        assertThatThrownBy(this::deploy).hasMessageContaining("could not change Pipeline").hasMessageContaining("Invalid definition")
                .satisfies(failure -> assertThat(((ExplainedException) failure).remedy()).contains("as it was before"));
        assertThat(platform.status().stacks().getLast().state()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        deploy();
        assertThat(platform.status().isCurrent()).isTrue();
    }

    @Test
    void tellsWhyTheImageWasNotBuiltAndGoesOnFromThere() throws Exception {
        builds.failNext("Error while executing command: docker build. Reason: exit status 1");
        assertThatThrownBy(this::deploy).hasMessageContaining("docker build").hasMessageContaining("Step 1/3");
        assertThat(formation.stacks()).doesNotContain(WORKFLOW);
        deploy();
        assertThat(platform.status().isReady()).isTrue();
    }

    @Test
    void throttlingIsWaitedOutAndADeniedCallIsTold() throws Exception {
        aws.trouble("cloudformation:CreateChangeSet", Trouble.THROTTLED, Trouble.THROTTLED);
        aws.trouble("cloudformation:DescribeStackEvents", Trouble.THROTTLED, Trouble.CUT, Trouble.MALFORMED);
        aws.trouble("codebuild:BatchGetBuilds", Trouble.CUT, Trouble.THROTTLED);
        deploy();
        assertThat(platform.status().isReady()).isTrue();
        aws.trouble("cloudformation:DescribeStacks", Trouble.DENIED);
        assertThatThrownBy(platform::status).isInstanceOf(ExplainedException.class).hasMessageContaining("does not allow");
        aws.trouble("cloudformation:DescribeStacks", Trouble.EXPIRED);
        assertThatThrownBy(platform::status)
                .satisfies(failure -> assertThat(((ExplainedException) failure).remedy()).startsWith("Run: aws"));
        aws.trouble("ecr:DescribeImages", Trouble.MALFORMED, Trouble.MALFORMED, Trouble.MALFORMED);
        assertThatThrownBy(platform::status).isInstanceOf(ExplainedException.class);
    }

    @Test
    void whoStopsWaitingFindsItDoneLater() throws Exception {
        ChangePlan plan = platform.plan(Options.UNCHANGED);
        assertThatThrownBy(() -> platform.apply(plan, event -> Thread.currentThread().interrupt()))
                .isInstanceOfAny(InterruptedException.class, java.util.concurrent.CancellationException.class);
        Thread.interrupted();
        assertThatThrownBy(() -> platform.plan(Options.UNCHANGED)).hasMessageContaining("is being changed");
        platform.settle(events::add);
        deploy();
        assertThat(platform.status().isReady()).isTrue();
    }

    @Test
    void keepsReviewsAndRunsUnlessTheyAreToGo() throws Exception {
        deploy();
        aws.buckets().put(DATA, "runs/r/spec.json", "{}");
        Deletion deletion = platform.deletion(false);
        assertThat(deletion.keeps()).anyMatch(words -> words.contains(DATA) && words.contains("1 versions of files"));
        assertThat(deletion.removes()).anyMatch(words -> words.contains(TOOLS));
        platform.delete(deletion, events::add);
        assertThat(formation.stacks()).isEmpty();
        assertThat(aws.buckets().names()).containsExactly(DATA);
        assertThat(aws.buckets().keys(DATA)).containsExactly("runs/r/spec.json");
    }

    @Test
    void takesEverythingAwayWithAllVersions() throws Exception {
        deploy();
        aws.buckets().put(DATA, "raw/a.csv", "one");
        aws.buckets().put(DATA, "raw/a.csv", "two");
        aws.buckets().mark(DATA, "raw/a.csv");
        for (int upload = 0; upload < 5; upload++) {
            aws.buckets().begin(DATA, "runs/r/raw/" + upload);
        }
        Deletion deletion = platform.deletion(true);
        assertThat(deletion.removes()).anyMatch(words -> words.contains(DATA) && words.contains("3 versions"));
        platform.delete(deletion, events::add);
        assertThat(aws.buckets().unfinished(DATA)).isEmpty();
        assertThat(aws.buckets().names()).isEmpty();
        assertThat(formation.stacks()).isEmpty();
        assertThat(platform.deletion(true).removes()).isEmpty();
    }

    @Test
    void unfinishedUploadsGoAlsoWhereNothingElseIsInTheBucket() throws Exception {
        aws.buckets().create("b");
        aws.buckets().begin("b", "runs/r/raw/a");
        new Bucket(clients, "b").empty(events::add);
        assertThat(aws.buckets().unfinished("b")).isEmpty();
        new Bucket(clients, "gone").empty(events::add);
    }

    @Test
    void deletesNothingWhileSomethingCosts() throws Exception {
        deploy();
        running.add(new Spending.Running("endpoint", "tw-run", "InService", "run", null, .23));
        assertThat(platform.deletion(true).blockers()).containsExactly("endpoint tw-run (InService)");
        assertThatThrownBy(() -> platform.delete(platform.deletion(true), events::add)).hasMessageContaining("endpoint tw-run");
        assertThat(formation.stacks()).hasSize(2);
    }
}

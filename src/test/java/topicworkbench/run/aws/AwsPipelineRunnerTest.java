package topicworkbench.run.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.PipelineRunnerContract;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.fake.FakePipeline;
import topicworkbench.run.aws.fake.GoldenRun;
import topicworkbench.run.aws.fake.Trouble;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.CloudCost;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.TopicTable;
import topicworkbench.workspace.Workspace;

/** The adapter of AWS keeps the contract, against services that are played and an S3 without an account. */
class AwsPipelineRunnerTest extends RunsOnPlayedAws implements PipelineRunnerContract {
    private static final WatchPace COSTS_OFTEN = new WatchPace(QUICK.look(), QUICK.logs(), QUICK.metrics(), Duration.ofMillis(20),
            QUICK.retry());

    private AwsPipelineRunner runner(Workspace of) {
        return runner(of, clients, QUICK);
    }

    @Override
    public PipelineRunner runner() {
        return runner;
    }

    @Override
    public RunSpec smallRun() {
        return golden.spec();
    }

    @Override
    public boolean keepsWhatWasTrained() {
        return false;
    }

    @Override
    public int runsKept() {
        return workspace.runs().size();
    }

    @Test
    void bringsHomeWhatALocalRunWouldHave() throws Exception {
        RunSummary summary = runner.start(smallRun(), "home", event -> { }).await();
        RunFolder home = workspace.find("home");
        assertThat(summary.counts()).isEqualTo(golden.local().summary().counts());
        assertThat(summary.quality().tu()).isEqualTo(golden.local().summary().quality().tu());
        assertThat(TopicTable.read(home.files().quality())).isEqualTo(TopicTable.read(golden.local().files().quality()));
        for (String same : List.of("vocabulary.txt", "too_short.parquet", "rejected.parquet", "work/corpus.bin", "map.parquet")) {
            assertThat(home.path().resolve(same)).as(same).hasSameBinaryContentAs(golden.local().path().resolve(same));
        }
        assertThat(home.hasMap()).isTrue();
        assertThat(home.cloud().orElseThrow().phase()).isEqualTo(CloudExecution.Phase.ENDED);
        try (Stream<Path> left = Files.list(home.files().work())) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).doesNotContain("fetched")
                    .noneMatch(name -> name.endsWith(".fetching"));
        }
    }

    @Test
    void whatItCostIsKeptWithTheRunAndUnknownWhereItCannotBeSeen() throws Exception {
        List<Double> soFar = new java.util.ArrayList<>();
        RunHandle[] run = new RunHandle[1];
        CountDownLatch known = new CountDownLatch(1);
        run[0] = runner(workspace, clients, COSTS_OFTEN).start(smallRun(), "paid", event -> {
            await(known);
            if (event instanceof RunEvent.EpochFinished) {
                workspace.find(run[0].id()).cost().ifPresent(cost -> soFar.add(cost.total()));
            }
        });
        known.countDown();
        double total = run[0].await().spent().cost();
        assertThat(soFar).isNotEmpty().allSatisfy(cost -> assertThat(cost).isBetween(0.01, total + 0.001));
        double hours = FakePipeline.BILLED / 3600.0;
        assertThat(total).isEqualTo(workspace.find("paid").cost().orElseThrow().total()).isCloseTo(2 * hours * 2 * .44 + hours * .736,
                Offset.offset(1e-9));
        assertThat(workspace.runs().getFirst().spent().cost()).isEqualTo(total);
        assertThat(workspace.find("paid").cost().orElseThrow().items()).extracting(CloudCost.Item::kind)
                .contains("Spark job", "processing job", "training job");

        RunSummary hidden = runner.start(Settings.apply(smallRun(), List.of("map=false")), "hidden", event -> {
            if (event instanceof RunEvent.StageStarted begun && begun.stage() == Stage.GATE) {
                aws.trouble("sagemaker:ListTransformJobs", java.util.Collections.nCopies(50, Trouble.DENIED).toArray(Trouble[]::new));
            }
        }).await();
        assertThat(hidden.state()).isEqualTo(RunState.DONE);
        assertThat(hidden.spent().cost()).isNaN();
        assertThat(workspace.find("hidden").cost().orElseThrow().items()).isNotEmpty();
        assertThat(golden.local().summary().spent().cost()).isZero();
    }

    @Test
    void aSecondPressOfTheSameAttemptStartsNothing() throws InterruptedException {
        List<String> fates = new java.util.ArrayList<>(List.of("answer lost", "answer lost"));
        account.fates(() -> fates.isEmpty() ? "" : fates.removeFirst());
        assertThat(runner.start(smallRun(), null, event -> { }).await().state()).isEqualTo(RunState.DONE);
        assertThat(account.started()).isEqualTo(1);
    }

    @Test
    void isWatchedOnWhenTheProgramIsOpenedAgain() throws Exception {
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch training = new CountDownLatch(1);
        RunHandle first = runner.start(smallRun(), "closed", event -> {
            if (event instanceof RunEvent.EpochFinished) {
                training.countDown();
                await(frozen);
            }
        });
        training.await();
        Path copy = folder.resolve("again");
        copy(workspace.root(), copy);
        Workspace reopened = new Workspace(copy);
        assertThat(reopened.find("closed").summary().state()).isEqualTo(RunState.RUNNING);
        Heard heard = new Heard();
        assertThat(runner(reopened).resume("closed", heard).await().state()).isEqualTo(RunState.DONE);
        assertThat(heard.of(RunEvent.StageFinished.class)).extracting(RunEvent.StageFinished::stage).startsWith(Stage.TRAIN);
        assertThat(reopened.find("closed").events().stream().filter(RunEvent.EpochFinished.class::isInstance)
                .map(event -> ((RunEvent.EpochFinished) event).metrics().epoch())).doesNotHaveDuplicates().hasSize(4);
        frozen.countDown();
        assertThat(first.await().state()).isEqualTo(RunState.DONE);
        assertThat(account.started()).isEqualTo(1);
    }

    @Test
    void followingBeginsNothing() throws Exception {
        CountDownLatch frozen = new CountDownLatch(1);
        CountDownLatch training = new CountDownLatch(1);
        RunHandle first = runner.start(Settings.apply(smallRun(), List.of("map=false")), "followed", event -> {
            if (event instanceof RunEvent.EpochFinished) {
                training.countDown();
                await(frozen);
            }
        });
        training.await();
        Path copy = folder.resolve("again");
        copy(workspace.root(), copy);
        frozen.countDown();
        assertThat(first.await().state()).isEqualTo(RunState.DONE);
        account.forget();
        Workspace reopened = new Workspace(copy);
        RunSummary gone = runner(reopened).follow("followed", event -> { }).await();
        assertThat(gone.state()).isEqualTo(RunState.FAILED);
        assertThat(gone.failure().whatHappened()).contains("forgets them after 90 days");
        assertThat(account.started()).isEqualTo(1);
        assertThatThrownBy(() -> runner(reopened).follow("followed", event -> { })).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("goes on in AWS");
        assertThatThrownBy(() -> new LocalPipelineRunner(workspace, 1).follow("followed", event -> { }))
                .isInstanceOf(ExplainedException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void isFoundAgainThoughItsFolderIsLost() throws InterruptedException {
        String id = runner.start(Settings.apply(smallRun(), List.of("map=false")), "lost", event -> { }).await().id();
        Workspace empty = new Workspace(folder.resolve("empty"));
        AwsRuns runs = runner(empty).runs();
        CloudRuns.Found found = runs.find().getFirst();
        assertThat(found).isEqualTo(new CloudRuns.Found(id, 1, "SUCCEEDED", found.begun(), null));
        runs.adopt(found);
        assertThat(runner(empty).resume("lost", event -> { }).await().state()).isEqualTo(RunState.DONE);
        assertThat(empty.find(id).result().topics()).hasSize(GoldenRun.TOPICS);
    }

    @Test
    void anEndpointStaysOnlyWhereItIsWantedAndTheRunIsDone() throws InterruptedException {
        RunSpec spec = Settings.apply(smallRun(), List.of("map=false", "endpoint=serverless"));
        String id = runner.start(spec, null, event -> { }).await().id();
        assertThat(account.billable()).containsExactly("endpoint tw-" + id + " InService");
        RunHandle[] run = new RunHandle[1];
        CountDownLatch known = new CountDownLatch(1);
        run[0] = runner.start(spec, "stopped", event -> {
            if (event instanceof RunEvent.StageStarted begun && begun.stage() == Stage.ENDPOINT) {
                await(known);
                run[0].cancel();
            }
        });
        known.countDown();
        assertThat(run[0].await().state()).isEqualTo(RunState.CANCELLED);
        assertThat(account.billable()).containsExactly("endpoint tw-" + id + " InService");
    }

    @Test
    void outlastsAnExpiredLoginAndSaysSo() throws InterruptedException {
        Heard heard = new Heard();
        boolean[] done = new boolean[1];
        RunHandle run = runner.start(smallRun(), null, event -> {
            heard.accept(event);
            if (event instanceof RunEvent.StageStarted begun && begun.stage() == Stage.PREPARE && !done[0]) {
                done[0] = true;
                aws.trouble("states:DescribeExecution", Trouble.EXPIRED, Trouble.EXPIRED, Trouble.MALFORMED, Trouble.CUT,
                        Trouble.THROTTLED);
            }
        });
        assertThat(run.await().state()).isEqualTo(RunState.DONE);
        assertThat(heard.of(RunEvent.Note.class)).extracting(RunEvent.Note::text).anySatisfy(text -> assertThat(text)
                .contains("The run goes on in AWS")).anySatisfy(text -> assertThat(text).contains("AWS can be asked again"));
    }

    @Test
    void whatAwsRefusesIsToldAndNothingIsLeft() throws InterruptedException {
        aws.trouble("states:StartExecution", Trouble.DENIED);
        RunSummary summary = runner.start(smallRun(), null, event -> { }).await();
        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.failure().whatHappened()).contains("does not allow").contains("start the run");
        assertThat(runner.resume(summary.id(), event -> { }).await().state()).isEqualTo(RunState.DONE);
        assertThatThrownBy(() -> runner.start(Settings.apply(smallRun(), List.of("where=this_computer")), null, event -> { }))
                .isInstanceOf(ExplainedException.class);
        assertThatThrownBy(() -> new LocalPipelineRunner(workspace, 1).start(smallRun(), null, event -> { }))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("AWS");
    }
}

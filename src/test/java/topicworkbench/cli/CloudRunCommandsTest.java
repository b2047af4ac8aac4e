package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.cli.Commands.Answer;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakeEndpoints;
import topicworkbench.run.aws.fake.FakeJobs;
import topicworkbench.run.aws.fake.FakeMarket;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.CloudExecution.Phase;
import topicworkbench.workspace.InputFiles;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** The commands that launch, follow, end and fetch runs; the runs themselves are this computer's, prices and ledger are played. */
class CloudRunCommandsTest {
    @TempDir
    private Path folder;

    private final FakeAws aws = new FakeAws();
    private final FakeMarket market = new FakeMarket(aws);
    private final FakeJobs jobs = new FakeJobs(aws);
    private final FakeEndpoints endpoints = new FakeEndpoints(aws);
    private RunsHere cloud;
    private Workspace runs;
    private Commands commands;

    @BeforeEach
    void account() throws IOException {
        market.price("Training", "ml.g4dn.xlarge", .8);
        market.price("Training", "ml.c5.xlarge", .2);
        market.price("Processing", "ml.m5.xlarge", .25);
        market.quota("ml.m5.xlarge for processing job usage", 4);
        market.quota("ml.c5.xlarge for training job usage", 2);
        market.quota("ml.g4dn.xlarge for training job usage", 0);
        runs = new Workspace(Files.createDirectories(folder.resolve("runs")));
        cloud = new RunsHere(runs, aws, this::spec);
        commands = new Commands(runs.root(), path -> new Services(runs, cloud.runner(), cloud));
    }

    @AfterEach
    void everythingSaidIsKnownToAws() {
        aws.close();
        assertThat(aws.faults()).isEmpty();
        assertThat(endpoints.names()).isEmpty();
    }

    private RunSpec spec() {
        try {
            Path reviews = SmallReviews.write(folder.resolve("reviews.csv"));
            return Settings.apply(RunSpecs.defaults(RunSpecs.LDA, 5).withSource(new ReviewSource(List.of(reviews.toString()), Map.of())),
                    List.of("iterations=20", "min_df=2", "map=false"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run whose process is gone; its id. */
    private String interrupted() {
        RunSpec spec = spec();
        try (RunWriter writer = runs.create("Half", spec, InputFiles.fingerprints(spec))) {
            writer.state(RunState.RUNNING, null);
            return writer.folder().id();
        }
    }

    private String[] launch(String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("cloud", "launch", "--reviews",
                SmallReviews.write(folder.resolve("reviews.csv")).toString(), "--algorithm", "lda",
                "--topics", "5", "--set", "iterations=20", "--set", "min_df=2", "--set", "map=false"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void launchesWhatWasShownAndAgreedTo() throws IOException {
        Answer unasked = commands.run(launch());
        assertThat(unasked.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unasked.out()).contains("train lda: 1 × ml.c5.xlarge", "At most    $");
        assertThat(unasked.err()).contains("--yes");
        assertThat(runs.runs()).isEmpty();

        Answer done = commands.run(launch("--yes", "--run-name", "March", "--region", "eu-west-1", "--name", "tw-test"));
        assertThat(done.code()).isZero();
        assertThat(runs.runs()).extracting(RunSummary::name, RunSummary::state).containsExactly(tuple("March", RunState.DONE));
        assertThat(cloud.places).containsExactly(new CloudPlace(null, "eu-west-1", "tw-test"));
        assertThat(cloud.begun).singleElement().satisfies(spec -> assertThat(spec.cloud().onAws()).isTrue());
        assertThat(commands.run("cloud", "fetch", "March").out()).contains("is here already");
        Answer strict = commands.run(launch("--yes", "--min-tu", "1"));
        assertThat(strict.code()).isEqualTo(ExitCode.GATE_NOT_PASSED);
    }

    @Test
    void noCommandStartsWhatIsBilledUnasked() throws IOException {
        String reviews = SmallReviews.write(folder.resolve("reviews.csv")).toString();
        List<String> settings = List.of("--reviews", reviews, "--algorithm", "lda", "--set", "iterations=20", "--set", "min_df=2", "--set",
                "map=false");
        Answer here = commands.run(with(settings, "run", "--topics", "5"));
        assertThat(here.code()).as(here.err()).isZero();
        assertThat(here.out()).doesNotContain("At most");
        cloud.begun.clear();

        String[] run = with(settings, "run", "--topics", "5", "--set", "where=aws");
        Answer unasked = commands.run(run);
        assertThat(unasked.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unasked.out()).contains("train lda: 1 × ml.c5.xlarge", "At most    $");
        assertThat(unasked.err()).contains("Start this run?", "--yes");
        String[] sweep = with(settings, "sweep", "--topics", "5,6", "--set", "where=aws");
        Answer several = commands.run(sweep);
        assertThat(several.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(several.out()).contains("num_topics=5", "num_topics=6", "At most    $10.59")
                .containsPattern("Together {3}\\$0\\.\\d\\d \\("); // which goes by how fast this machine has been
        assertThat(several.err()).contains("Start these 2 runs?");
        assertThat(cloud.begun).isEmpty();

        assertThat(commands.run(with(List.of(run), "--yes")).code()).isZero();
        assertThat(cloud.begun).hasSize(1);
        assertThat(commands.run(with(List.of(sweep), "--yes")).code()).isZero();
        assertThat(cloud.begun).hasSize(3);
    }

    private static String[] with(List<String> some, String... first) {
        boolean options = first[0].startsWith("--");
        List<String> all = new ArrayList<>(options ? some : List.of(first));
        all.addAll(options ? List.of(first) : some);
        return all.toArray(String[]::new);
    }

    @Test
    void resumingAsksWhereSomethingBegins() {
        RunSpec spec = Settings.apply(spec(), List.of("where=aws"));
        String id;
        try (RunWriter writer = runs.create("There", spec, InputFiles.fingerprints(spec))) {
            id = writer.folder().id();
            writer.cloud(new CloudExecution("123456789012", "eu-west-1", null, "topic-workbench", "topic-workbench-data", "runs/" + id,
                    "arn:aws:states:eu-west-1:123456789012:stateMachine:topic-workbench", 1, Phase.ENDED));
            writer.state(RunState.FAILED, null);
        }
        for (List<String> command : List.of(List.of("resume", "There"), List.of("cloud", "watch", "There"))) {
            Answer unasked = commands.run(command.toArray(String[]::new));
            assertThat(unasked.code()).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(unasked.out()).contains("train lda: 1 × ml.c5.xlarge", "At most    $");
            assertThat(unasked.err()).contains("Start this run?", "--yes");
            assertThat(commands.run(with(command, "--yes")).err()).contains("Resumed " + id);
        }
        try (RunWriter writer = runs.open(runs.find(id))) {
            writer.state(RunState.RUNNING, null);
        }
        assertThat(commands.run("resume", "There").err()).contains("Followed " + id);
        assertThat(commands.run("cloud", "watch", "There").err()).contains("Followed " + id);
        assertThat(commands.run("cloud", "fetch", "There").err()).contains("Followed " + id);
    }

    @Test
    void saysHowRunsAreDoneThatAFileStarts() {
        assertThat(commands.run("cloud", "automatic", "--stars", "1-2", "--topics", "7", "--set", "max_cost=3").out())
                .contains("a run of 7 topics");
        assertThat(cloud.automatic).singleElement().satisfies(spec -> {
            assertThat(spec.cloud().onAws()).isTrue();
            assertThat(spec.cloud().maxCost()).isEqualTo(3);
            assertThat(spec.filter().maxStars()).isEqualTo(2);
        });
    }

    @Test
    void startsNothingThatTheQuotaDoesNotAllow() throws IOException {
        Answer answer = commands.run(launch("--yes", "--algorithm", "ntm"));
        assertThat(answer.code()).isNotZero();
        Answer ntm = commands.run("cloud", "launch", "--yes", "--reviews", SmallReviews.write(folder.resolve("reviews.csv")).toString());
        assertThat(ntm.code()).isEqualTo(ExitCode.FAILED);
        assertThat(ntm.err()).contains("ml.g4dn.xlarge for training job usage", "--request-quota");
        assertThat(runs.runs()).isEmpty();
    }

    @Test
    void watchesARunAgainAndFetchesOneOfAnotherComputer() {
        assertThat(commands.run("cloud", "watch", interrupted()).code()).isZero();
        Answer fetched = commands.run("cloud", "fetch", "20260412-101500-a1b2");
        assertThat(fetched.code()).isEqualTo(ExitCode.GATE_NOT_PASSED);
        assertThat(fetched.out()).contains("is here already");
        assertThat(runs.find("Elsewhere").id()).isEqualTo("20260412-101500-a1b2");
        assertThat(commands.run("cloud", "fetch", "20260412-101500-zzzz")).satisfies(answer ->
                assertThat(answer.code()).isEqualTo(ExitCode.FAILED)).extracting(Answer::err).asString().contains("here or in the account");
    }

    @Test
    void fetchingBeginsNothingAnew() {
        RunSpec spec = spec();
        try (RunWriter writer = runs.create("Ended", spec, InputFiles.fingerprints(spec))) {
            writer.state(RunState.CANCELLED, null);
        }
        Answer answer = commands.run("cloud", "fetch", "Ended");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.err()).contains("before it had topics to fetch", "cloud watch");
        assertThat(runs.find("Ended").summary().state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void stopsARunAndShowsWhatItCost() {
        String id = interrupted();
        jobs.trained("tw-" + id + "-lda-0", "ml.c5.xlarge", 1, 900, "Stopped");
        Answer answer = commands.run("cloud", "stop", "Half");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("Total $0.05", "Nothing of it is left");
        assertThat(runs.find(id).summary().state()).isEqualTo(RunState.CANCELLED);
        jobs.processed("tw-" + id + "-count-0", "ml.m5.xlarge", 1, 0, "InProgress");
        assertThat(commands.run("cloud", "stop", "Half").code()).isEqualTo(ExitCode.FAILED);
    }
}

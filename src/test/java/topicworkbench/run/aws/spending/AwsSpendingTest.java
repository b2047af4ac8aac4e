package topicworkbench.run.aws.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import topicworkbench.cloud.Spending.Entry;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.Spending.Ledger;
import topicworkbench.cloud.Spending.Line;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.cloud.Spending.Running;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.ExplainedException;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.Counts;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.endpoint.AwsEndpoints;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakeBuilds;
import topicworkbench.run.aws.fake.FakeEndpoints;
import topicworkbench.run.aws.fake.FakeJobs;
import topicworkbench.run.aws.fake.FakeMarket;
import topicworkbench.run.aws.fake.Trouble;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** What a run may cost, does cost and has cost, in an account that is played. */
class AwsSpendingTest {
    private static final String RUN = "20260412-101500-a1b2";

    @TempDir
    private Path folder;

    private final FakeAws aws = new FakeAws();
    private final FakeMarket market = new FakeMarket(aws);
    private final FakeJobs jobs = new FakeJobs(aws);
    private final FakeEndpoints endpoints = new FakeEndpoints(aws);
    private final FakeBuilds builds = new FakeBuilds(aws);
    private final AwsClients clients = aws.clients();

    @AfterEach
    void everythingSaidIsKnownToAws() {
        clients.close();
        aws.close();
        assertThat(aws.faults()).isEmpty();
        assertThat(builds.started()).isZero();
    }

    private AwsSpending spending() {
        return new AwsSpending(clients, new Workspace(folder.resolve("runs")), new Prices(clients));
    }

    private RunSpec spec(String... settings) {
        RunSpec spec = RunSpecs.defaults(RunSpecs.NTM, 20)
                .withSource(new ReviewSource(List.of(folder.resolve("a.csv").toString()), Map.of()));
        return Settings.apply(Settings.apply(spec, List.of("where=aws")), List.of(settings));
    }

    private void usualPrices() {
        market.price("Training", "ml.g4dn.xlarge", .8);
        market.price("Processing", "ml.m5.xlarge", .25);
        market.quota("ml.m5.xlarge for processing job usage", 4);
        market.quota("ml.g4dn.xlarge for training job usage", 1);
    }

    @Test
    void plansFromTheSizeOfTheFiles() throws Exception {
        usualPrices();
        Files.writeString(folder.resolve("a.csv"), "x".repeat(600_000));
        LaunchPlan plan = spending().plan(spec());
        assertThat(plan.lines()).extracting(Line::what).containsExactly("ingest: 2 × G.1X (Glue)", "prepare: 2 × G.1X (Glue)",
                "count: 1 × ml.m5.xlarge", "vectorise: 1 × ml.m5.xlarge", "train ntm: 1 × ml.g4dn.xlarge", "evaluate: 1 × ml.m5.xlarge");
        assertThat(plan.lines()).extracting(Line::priceHour).containsExactly(.88, .88, .25, .25, .8, .25);
        assertThat(plan.workFrom()).contains("1,000 reviews", "guessed");
        assertThat(plan.expected().low()).isPositive().isLessThan(plan.expected().expected());
        assertThat(plan.expected().expected()).isLessThan(plan.expected().high());
        assertThat(plan.expected().expected()).isCloseTo(
                plan.lines().stream().mapToDouble(line -> line.priceHour() * line.minutes().expected() / 60).sum(), within(1e-9));
        assertThat(plan.limits().ceiling()).isEqualTo(10);
        assertThat(plan.pricesOf()).contains("price list for eu-west-1").contains("Glue at $0.44");
        assertThat(plan.quotas()).allMatch(Quota::isEnough);
        assertThat(plan.concerns()).isEmpty();
        assertThat(plan.calls()).anyMatch(call -> call.contains("StartExecution")).anyMatch(call -> call.contains("CreateTrainingJob"));
        assertThat(plan.others()).anyMatch(words -> words.contains("S3")).anyMatch(words -> words.contains("CloudWatch"))
                .anyMatch(words -> words.contains("CodeBuild"));
    }

    @Test
    void plansFromWhatThisComputerMeasured() {
        usualPrices();
        RunSpec spec = spec();
        Workspace workspace = new Workspace(folder.resolve("runs"));
        try (RunWriter run = workspace.create("before", spec, Map.of())) {
            Counts counts = new Counts(2_000_000, 0, 0, 0, 0, 1_000_000, 5_000, 30_000_000);
            run.stageFinished(new FinishedStage(Stage.VECTORISE, 60, Map.of("documents", 1_000_000L)), counts, null);
            run.stageFinished(new FinishedStage(Stage.TRAIN, 1000, Map.of("epochs", (long) ((NtmOptions) spec.model()).epochs())),
                    counts, null);
            run.stageFinished(new FinishedStage(Stage.EVALUATE, 60, Map.of()), counts, null);
            run.state(RunState.DONE, null);
        }
        LaunchPlan plan = spending().plan(spec);
        assertThat(plan.workFrom()).contains("2,000,000 reviews", "1,000,000 documents", "counted them here");
        // 1000 s here for all epochs; a GPU may be 8, 3 or .7 times as fast, and 30, 70 or 100 in a hundred epochs run
        Line train = plan.lines().get(4);
        assertThat(train.minutes().expected()).isCloseTo(3.5 + 1000 / 3.0 * .7 / 60, within(1e-6));
        assertThat(train.minutes().high()).isCloseTo(6 + 1000 / .7 / 60, within(1e-6));
        assertThat(train.minutes().low()).isCloseTo(2 + 1000 / 8.0 * .3 / 60, within(1e-6));
    }

    @Test
    void saysWhatTheAccountMayNotUseAndAsksForMore() {
        usualPrices();
        market.quota("ml.g4dn.xlarge for training job usage", 0);
        market.standard("ml.g4dn.xlarge for spot training job usage", 0);
        LaunchPlan plan = spending().plan(spec());
        Quota lacking = plan.quotas().stream().filter(quota -> !quota.isEnough()).findFirst().orElseThrow();
        assertThat(lacking.name()).isEqualTo("ml.g4dn.xlarge for training job usage");
        assertThat(plan.concerns()).anyMatch(words -> words.contains("may use 0") && words.contains("needs 1"));
        assertThat(spending().requestIncrease(lacking)).contains("PENDING");
        assertThat(spending().plan(spec("spot=true")).quotas()).anyMatch(quota -> quota.name().contains("spot") && quota.allowed() == 0);
        assertThatThrownBy(() -> spending().requestIncrease(new Quota(null, "x", Double.NaN, 1))).isInstanceOf(ExplainedException.class);
    }

    @Test
    void unknownQuotasAndPricesStopNothingAndAreSaid() {
        aws.trouble("servicequotas:ListServiceQuotas", Trouble.DENIED);
        aws.trouble("pricing:GetProducts", Trouble.DENIED);
        LaunchPlan plan = spending().plan(spec());
        assertThat(plan.quotas()).allMatch(quota -> Double.isNaN(quota.allowed()));
        assertThat(plan.concerns()).anyMatch(words -> words.contains("could not be found out"));
        assertThat(plan.pricesOf()).startsWith("Indicative prices of us-east-1");
        assertThat(plan.lines().get(4).priceHour()).isEqualTo(.736);
        assertThat(plan.expected().isKnown()).isFalse();
        assertThat(plan.workFrom()).contains("Nothing is known");
    }

    @Test
    void anExpiredLoginIsNoUnknownQuota() {
        aws.trouble("servicequotas:ListServiceQuotas", Trouble.EXPIRED);
        assertThatThrownBy(() -> spending().plan(spec())).satisfies(failure ->
                assertThat(((ExplainedException) failure).remedy()).startsWith("Run: aws"));
    }

    @Test
    void listsEverythingThatARunMadeWithItsCost() {
        usualPrices();
        market.price("Hosting", "ml.m5.xlarge", .3);
        jobs.ran("topic-workbench-ingest", "jr_1", RUN, 120, "SUCCEEDED");
        jobs.ran("topic-workbench-ingest", "jr_2", "another", 120, "SUCCEEDED");
        jobs.ran("topic-workbench-prepare", "jr_3", RUN, 30, "SUCCEEDED");
        jobs.processed("tw-" + RUN + "-count-0", "ml.m5.xlarge", 2, 360, "Completed");
        jobs.processed("tw-other-count-0", "ml.m5.xlarge", 2, 360, "Completed");
        jobs.trained("tw-" + RUN + "-ntm-0", "ml.g4dn.xlarge", 2, 900, "Completed");
        jobs.trained("named-by-hand", "ml.g4dn.xlarge", 1, 450, "Completed");
        jobs.tag("training-job/named-by-hand", RUN);
        jobs.tag("training-job/gone-by-now", RUN);
        endpoint("tw-" + RUN, RUN);

        Ledger ledger = spending().ledger(RUN);
        assertThat(ledger.entries()).extracting(Entry::kind).containsExactly("Spark job", "Spark job", "processing job", "training job",
                "training job", "endpoint");
        assertThat(ledger.entries().stream().map(Entry::cost).toList()).usingElementComparator((a, b) -> Math.abs(a - b) < 2e-3 ? 0 : 1)
                .containsExactly(120 / 3600.0 * .88, 60 / 3600.0 * .88, 360 / 3600.0 * 2 * .25, 450 / 3600.0 * .8,
                900 / 3600.0 * 2 * .8, .6);
        assertThat(ledger.total()).isCloseTo(ledger.entries().stream().mapToDouble(Entry::cost).sum(), within(1e-9));
        assertThat(ledger.left()).singleElement().extracting(Running::kind, Running::priceHour).containsExactly("endpoint", .3);
        assertThat(ledger.notes()).anyMatch(note -> note.contains("S3, logs"));
    }

    @Test
    void aRunThatAFileStartedHasItsCostUnderEitherId() {
        usualPrices();
        Workspace workspace = new Workspace(folder.resolve("runs"));
        String here;
        try (RunWriter run = workspace.create("by a file", spec(), Map.of())) {
            here = run.folder().id();
            run.cloud(new CloudExecution("123456789012", "eu-west-1", null, "topic-workbench", "topic-workbench-data", "runs/auto-17793124",
                    "arn:aws:states:eu-west-1:123456789012:stateMachine:topic-workbench", 1, CloudExecution.Phase.ENDED));
        }
        jobs.trained("tw-auto-17793124-ntm-0", "ml.g4dn.xlarge", 1, 450, "Completed");
        for (String either : List.of(here, "auto-17793124")) {
            assertThat(spending().ledger(either).total()).as(either).isCloseTo(.1, within(1e-9));
            assertThat(workspace.find(here).cost().orElseThrow().total()).isCloseTo(.1, within(1e-9));
        }
    }

    @Test
    void whatPassesKeepsNoPriceFromBeingAskedAgain() {
        usualPrices();
        Prices prices = new Prices(clients, Duration.ZERO);
        aws.trouble("pricing:GetProducts", Trouble.EXPIRED);
        assertThat(prices.hour(Use.TRAINING, "ml.g4dn.xlarge")).isEqualTo(.736);
        assertThat(prices.source()).startsWith("Indicative prices of us-east-1").contains("). Glue at $0.44");
        assertThat(prices.hour(Use.TRAINING, "ml.g4dn.xlarge")).isEqualTo(.8);
        assertThat(prices.source()).startsWith("AWS's price list for eu-west-1").doesNotContain("indicative prices");

        Prices patient = new Prices(clients);
        aws.trouble("pricing:GetProducts", Trouble.EXPIRED);
        assertThat(patient.hour(Use.TRAINING, "ml.g4dn.xlarge")).isEqualTo(.736);
        assertThat(patient.hour(Use.PROCESSING, "ml.m5.xlarge")).as("within the pause nobody waits again").isEqualTo(.23);

        Prices refused = new Prices(clients, Duration.ZERO);
        aws.trouble("pricing:GetProducts", Trouble.DENIED);
        assertThat(refused.hour(Use.TRAINING, "ml.g4dn.xlarge")).isEqualTo(.736);
        assertThat(refused.hour(Use.PROCESSING, "ml.m5.xlarge")).as("what may not be read is asked for once").isEqualTo(.23);
    }

    @Test
    void anEndpointThatIsDeletedHasCostWhatItDid() throws Exception {
        usualPrices();
        market.price("Hosting", "ml.m5.xlarge", .3);
        new Workspace(folder.resolve("runs")).adopt(RUN, "paid", spec()).close();
        endpoint("tw-" + RUN, RUN);
        double before = spending().ledger(RUN).total();
        new AwsEndpoints(clients, List::of, new HostedModels(clients, new Prices(clients))::of, endpoint -> { },
                UnaryOperator.identity(), Duration.ofMillis(1))
                .delete("tw-" + RUN);
        for (int look = 0; look < 2; look++) {
            Ledger ledger = spending().ledger(RUN);
            assertThat(ledger.entries()).singleElement().extracting(Entry::kind, Entry::state).containsExactly("endpoint", "Deleted");
            assertThat(ledger.total()).isEqualTo(before).isGreaterThan(.5);
            assertThat(ledger.left()).isEmpty();
        }
    }

    private void endpoint(String name, String run) {
        clients.sageMaker().createEndpointConfig(request -> request.endpointConfigName("c").productionVariants(
                ProductionVariant.builder().variantName("all").modelName("m").instanceType("ml.m5.xlarge").initialInstanceCount(1).build())
                .tags(Tag.builder().key("topic-workbench:run").value(run).build()));
        clients.sageMaker().createEndpoint(request -> request.endpointName(name).endpointConfigName("c").tags(
                Tag.builder().key("topic-workbench:run").value(run).build()));
        jobs.tag("endpoint/" + name, run);
    }

    @Test
    void whatMayNotBeSeenIsSaid() {
        usualPrices();
        jobs.trained("tw-" + RUN + "-ntm-0", "ml.g4dn.xlarge", 1, 900, "Failed");
        aws.trouble("glue:GetJobRuns", Trouble.DENIED);
        Ledger ledger = spending().ledger(RUN);
        assertThat(ledger.entries()).singleElement().extracting(Entry::state).isEqualTo("Failed");
        assertThat(ledger.notes()).anyMatch(note -> note.startsWith("The Spark jobs are not in it"));
    }

    @Test
    void findsWhateverStillCostsHoweverItIsNamed() {
        usualPrices();
        assertThat(spending().running()).isEmpty();
        jobs.executes(RUN);
        jobs.ran("topic-workbench-prepare", "jr_9", RUN, 10, "RUNNING");
        jobs.ran("topic-workbench-prepare", "jr_8", RUN, 10, "STOPPED");
        jobs.processed("tw-" + RUN + "-count-0", "ml.m5.xlarge", 1, 0, "InProgress");
        jobs.processed("somebody-elses", "ml.m5.xlarge", 1, 0, "InProgress");
        jobs.trained("named-by-hand", "ml.g4dn.xlarge", 1, 450, "InProgress");
        jobs.trained("tw-" + RUN + "-ntm-0", "ml.g4dn.xlarge", 1, 450, "Completed");
        jobs.tag("training-job/named-by-hand", RUN);
        jobs.tag("endpoint/deleted-long-ago", RUN);
        endpoint("tw-" + RUN, RUN);
        jobs.trained("tw-20260101-101500-beef-ntm-0", "ml.g4dn.xlarge", 1, 450, "InProgress");
        jobs.tag("training-job/tw-20260101-101500-beef-ntm-0", "20260101-101500-beef", "another-installation");
        jobs.tag("processing-job/tw-" + RUN + "-count-0", RUN, "topic-workbench");
        List<Running> found = spending().running();
        assertThat(found).extracting(Running::kind, Running::name).containsExactlyInAnyOrder(
                tuple("execution", RUN),
                tuple("Spark job", "topic-workbench-prepare jr_9"),
                tuple("processing job", "tw-" + RUN + "-count-0"),
                tuple("training job", "named-by-hand"),
                tuple("endpoint", "tw-" + RUN));
        assertThat(found).filteredOn(running -> running.kind().equals("training job")).singleElement()
                .extracting(Running::run, Running::priceHour).containsExactly(RUN, .8);
        assertThat(endpoints.names()).containsExactly("tw-" + RUN);
    }
}

package topicworkbench.run.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import topicworkbench.cloud.Cloud;
import topicworkbench.cloud.CloudAccount;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.cloud.Endpoints.TermCounts;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Platform.ChangePlan;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.Spending.Ledger;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.Workspace;

/**
 * The smallest whole journey in a real account: deploy, run the sample on small machines without a GPU, ask a serverless endpoint,
 * print the ledger, take everything away. It costs money, so that it says how much and asks; it is no test and runs with none:
 * {@code mvn -q -Paws-smoke -DskipTests package exec:exec}. Profile and region are the AWS command line's own variables.
 */
final class AwsSmoke {
    private static final CloudPlace PLACE = new CloudPlace(null, null, "tw-smoke");
    private static final double CEILING = 2;
    /** The build, the endpoint's few calls, storage: what no limit holds. */
    private static final double BESIDES = .25;

    private final Cloud cloud;
    private final BufferedReader in;
    private final PrintStream out;

    AwsSmoke(Cloud cloud, BufferedReader in, PrintStream out) {
        this.cloud = cloud;
        this.in = in;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("topic-workbench-smoke");
        Workspace workspace = new Workspace(folder);
        boolean done = new AwsSmoke(new AwsCloud(workspace, new LocalPipelineRunner(workspace, 1)),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), System.out).go();
        System.out.println("What was fetched is in " + folder);
        System.exit(done ? 0 : 1);
    }

    /** @return whether everything went as it should and nothing is left */
    boolean go() throws IOException, InterruptedException {
        CloudAccount account = cloud.signIn(PLACE);
        LaunchPlan plan = cloud.spending(PLACE).plan(spec());
        out.printf(Locale.ROOT, "Account %s, %s, as %s.%nThis deploys %s, runs the sample, makes and deletes an endpoint, and deletes "
                + "everything.%nExpected $%.2f (to $%.2f), and $%.2f besides; at most $%.2f. About 40 minutes.%n", account.id(),
                account.region(),
                account.who(), PLACE.name(), plan.expected().expected(), plan.expected().high(), BESIDES, CEILING + BESIDES);
        plan.concerns().forEach(concern -> out.println("! " + concern));
        out.print("Type the account's number to begin: ");
        out.flush();
        if (!account.id().equals(in.readLine())) {
            out.println("Nothing was done.");
            return false;
        }
        boolean good = false;
        try {
            deploy();
            good = runAndAsk();
        } finally {
            good &= remove();
        }
        out.println(good ? "All went well, and nothing is left." : "Not all went well; see above.");
        return good;
    }

    private static RunSpec spec() {
        RunSpec spec = RunSpecs.defaults(RunSpecs.NTM, 10).withSource(new ReviewSource(List.of(SampleReviews.PATH), Map.of()));
        return Settings.apply(Settings.apply(spec, List.of("where=aws")), List.of("preset=sagemaker", "num_topics=10", "epochs=10",
                "map=false", "instance_type=ml.c5.xlarge", "processing_instance_type=ml.m5.large", "max_cost=" + CEILING, "max_hours=1"));
    }

    private void deploy() throws InterruptedException {
        Platform platform = cloud.platform(PLACE);
        platform.settle(this::tell);
        ChangePlan plan = platform.plan(Platform.Options.UNCHANGED);
        plan.changes().forEach(change -> out.println(change.action() + " " + change.resource() + " " + change.type()));
        platform.apply(plan, this::tell);
    }

    private boolean runAndAsk() throws InterruptedException {
        RunSummary summary = cloud.runner(PLACE).start(spec(), "smoke", this::tell).await();
        out.println("The run ended as " + summary.state() + (summary.failure() == null ? "" : ": " + summary.failure().whatHappened() + " "
                + summary.failure().remedy()));
        boolean good = summary.state() == RunState.DONE;
        if (good) {
            CloudOptions.Endpoint serverless = new CloudOptions.Endpoint(CloudOptions.Endpoint.Kind.SERVERLESS, "ml.m5.large", 2048);
            Endpoint endpoint = cloud.endpoints(PLACE).create(summary.id(), null, serverless, out::println);
            int terms = (int) summary.counts().terms();
            out.println("The endpoint answers: " + Arrays.toString(cloud.endpoints(PLACE)
                    .classify(endpoint.name(), List.of(new TermCounts(new int[] {0, terms - 1}, new float[] {1, 2})), terms).getFirst()));
            cloud.endpoints(PLACE).delete(endpoint.name());
        }
        Ledger ledger = cloud.spending(PLACE).ledger(summary.id());
        ledger.entries().forEach(entry -> out.printf(Locale.ROOT, "%-15s %-50s %-20s %6.0f s  $%.4f  %s%n", entry.kind(), entry.name(),
                entry.instances(), entry.seconds(), entry.cost(), entry.state()));
        out.printf(Locale.ROOT, "Together $%.4f%n", ledger.total());
        ledger.notes().forEach(out::println);
        return good && ledger.left().isEmpty();
    }

    private boolean remove() throws InterruptedException {
        cloud.spending(PLACE).running()
                .forEach(thing -> out.println("Still there: " + thing.kind() + " " + thing.name() + " " + thing.state()));
        Platform platform = cloud.platform(PLACE);
        platform.settle(this::tell);
        platform.delete(platform.deletion(true), this::tell);
        boolean gone = platform.status().isNowhere() && cloud.spending(PLACE).running().isEmpty();
        out.println(gone ? "Everything is deleted." : "Something is left: topic-workbench cloud status --name " + PLACE.name());
        return gone;
    }

    private void tell(Platform.Event event) {
        out.println(event);
    }

    private void tell(RunEvent event) {
        if (!(event instanceof RunEvent.Passing)) {
            out.println(event);
        }
    }
}

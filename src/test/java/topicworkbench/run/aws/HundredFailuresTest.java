package topicworkbench.run.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.testing.s3mock.junit5.S3MockExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.aws.fake.CuttingProxy;
import topicworkbench.run.aws.fake.FakeAccount;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakePipeline;
import topicworkbench.run.aws.fake.GoldenRun;
import topicworkbench.run.aws.fake.Trouble;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.workspace.TopicTable;
import topicworkbench.workspace.Workspace;

/**
 * A hundred failures at random points of launching, watching, stopping and fetching: none may leave anything that costs, and
 * none may lose a result, which is there after resuming.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class HundredFailuresTest {
    @RegisterExtension
    static final S3MockExtension S3 = FakeAccount.s3();
    private static final int FAILURES = 100;
    private static final long SEED = 20261130;
    private static final int MOST_RESUMES = 5;
    private static final List<String> FATES = List.of("capacity", "spot", "failed", "timeout", "answer lost");

    @TempDir
    private static Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Integer> counted = new TreeMap<>();

    @Test
    void leaveNothingThatCostsAndLoseNoResult() throws Exception {
        GoldenRun golden = GoldenRun.make(folder);
        RunSpec spec = Settings.apply(golden.spec(), List.of("map=false"));
        Workspace workspace = new Workspace(folder.resolve("workspace"));
        int billable = 0;
        int lost = 0;
        try (FakeAws aws = new FakeAws(); CuttingProxy s3 = new CuttingProxy(URI.create(S3.getServiceEndpoint()));
                AwsClients clients = FakeAccount.clients(s3.address(), aws.address());
                AwsClients direct = FakeAccount.clients(URI.create(S3.getServiceEndpoint()), aws.address())) {
            direct.s3().createBucket(request -> request.bucket(FakePipeline.BUCKET));
            FakePipeline account = new FakePipeline(aws, direct.s3(), golden);
            AwsPipelineRunner runner = RunsOnPlayedAws.runner(workspace, clients, RunsOnPlayedAws.QUICK);
            for (int i = 0; i < FAILURES; i++) {
                RunSummary summary = fail(runner, spec, "failure " + i, aws, s3, account);
                billable += left(account, "after failure " + i, summary);
                for (int resumes = 0; summary.state() != RunState.DONE && resumes < MOST_RESUMES; resumes++) {
                    account.fates(() -> "");
                    summary = runner.resume(summary.id(), event -> { }).await();
                }
                boolean whole = summary.state() == RunState.DONE && TopicTable.read(workspace.find(summary.id()).files().quality())
                        .equals(TopicTable.read(golden.local().files().quality()));
                lost += whole ? 0 : 1;
                billable += left(account, "after resuming " + i, summary);
            }
            assertThat(aws.faults()).isEmpty();
        }
        System.out.println(FAILURES + " simulated failures " + counted + ": " + billable + " left billable, " + lost + " lost results");
        assertThat(billable).isZero();
        assertThat(lost).isZero();
    }

    private static int left(FakePipeline account, String when, RunSummary summary) {
        if (!account.billable().isEmpty()) {
            System.out.println(when + ": " + account.billable() + ", " + summary.state() + ", " + summary.failure());
        }
        return account.billable().size();
    }

    /** One thing goes wrong, when a random one of the run's events is told. */
    private RunSummary fail(AwsPipelineRunner runner, RunSpec spec, String name, FakeAws aws, CuttingProxy s3, FakePipeline account)
            throws InterruptedException, IOException {
        int kind = random.nextInt(4);
        int when = random.nextInt(24);
        AtomicInteger heard = new AtomicInteger();
        RunHandle[] run = new RunHandle[1];
        Trouble trouble = Trouble.values()[random.nextInt(Trouble.values().length)];
        String fate = FATES.get(random.nextInt(FATES.size()));
        int jobs = random.nextInt(6);
        long bytes = random.nextInt(60_000);
        count(switch (kind) {
            case 0 -> "cancelled";
            case 1 -> trouble.name().toLowerCase(java.util.Locale.ROOT);
            case 2 -> fate;
            default -> "connection to S3 cut";
        });
        AtomicInteger job = new AtomicInteger();
        account.fates(() -> kind == 2 && job.getAndIncrement() == jobs ? fate : "");
        synchronized (run) {
            run[0] = runner.start(spec, name, event -> {
                if (heard.getAndIncrement() != when) {
                    return;
                }
                switch (kind) {
                    case 0 -> {
                        synchronized (run) {
                            run[0].cancel();
                        }
                    }
                    case 1 -> aws.trouble("*", trouble, trouble, trouble);
                    case 2 -> { }
                    default -> s3.cutOnceAfter(bytes);
                }
            });
        }
        RunSummary summary = run[0].await();
        s3.mend();
        return summary;
    }

    private void count(String what) {
        counted.merge(what, 1, Integer::sum);
    }
}

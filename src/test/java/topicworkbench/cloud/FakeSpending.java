package topicworkbench.cloud;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunSpec;

/** Sums of money as the test says them. */
public final class FakeSpending implements Spending {
    private final FakeCloud cloud;
    public final List<Running> running = new CopyOnWriteArrayList<>();
    public volatile List<Quota> quotas = List.of(new Quota("L-1", "ml.m5.xlarge for processing job usage", 4, 1),
            new Quota("L-2", "ml.g4dn.xlarge for training job usage", 0, 1));
    public volatile Ledger ledger =
            new Ledger(List.of(new Entry("training job", "tw-20260412-101500-a1b2-ntm-0", "1 × ml.g4dn.xlarge", 900, 0.184,
            "Completed")), 0.184, List.of(), List.of("Not in it: S3, logs and state transitions, cents at most."));

    /** What a run would take, if the test says so. */
    public volatile LaunchPlan launch;

    FakeSpending(FakeCloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public LaunchPlan plan(RunSpec spec) {
        cloud.answer("planRun", "");
        return launch != null ? launch : new LaunchPlan(List.of(), List.of(), Range.UNKNOWN, null, "", "", quotas, List.of(), List.of());
    }

    @Override
    public List<Quota> quotas(RunSpec spec) {
        cloud.answer("quotas", "");
        return quotas;
    }

    @Override
    public double endpointHour(CloudOptions.Endpoint endpoint) {
        cloud.answer("endpointHour", endpoint.instanceType());
        return endpoint.kind() == CloudOptions.Endpoint.Kind.REAL_TIME ? 0.115 : 0;
    }

    @Override
    public LaunchPlan planTransform(String instanceType, double documents) {
        throw new UnsupportedOperationException("no screen asks for it");
    }

    @Override
    public String requestIncrease(Quota quota) {
        cloud.answer("requestIncrease", quota.name());
        return "Asked for " + quota.needed() + " of \"" + quota.name() + "\": AWS says PENDING.";
    }

    @Override
    public Ledger ledger(String runId) {
        cloud.answer("ledger", runId);
        return ledger;
    }

    @Override
    public List<Running> running() {
        cloud.answer("running", "");
        return List.copyOf(running);
    }
}

package topicworkbench.cloud;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import topicworkbench.run.CloudOptions;

/** Endpoints in memory; each gives the second topic three quarters of whatever it is asked about. */
public final class FakeEndpoints implements Endpoints {
    private final FakeCloud cloud;
    public final List<Endpoint> there = new CopyOnWriteArrayList<>();
    /** Without permits making and deleting wait. */
    public final Semaphore mayEnd = new Semaphore(Integer.MAX_VALUE);
    public volatile int topics = 3;

    FakeEndpoints(FakeCloud cloud) {
        this.cloud = cloud;
    }

    /** @param state AWS's word */
    public void add(String name, String state, String run, double priceHour) {
        there.add(new Endpoint(name, state, run, priceHour == 0 ? "serverless" : "1 × ml.m5.large",
                Instant.parse("2026-04-12T11:00:00Z"), priceHour,
                state.equals("Failed") ? "The model's container did not answer the ping." : null));
    }

    @Override
    public List<Endpoint> list() {
        cloud.answer("endpoints", "");
        return List.copyOf(there);
    }

    @Override
    public Endpoint create(String runId, String name, CloudOptions.Endpoint options, Consumer<String> progress)
            throws InterruptedException {
        String called = name == null ? Endpoints.nameFor(runId) : name;
        progress.accept("Creating");
        mayEnd.acquire();
        cloud.answer("create", called + " " + options.kind());
        add(called, "InService", runId, options.kind() == CloudOptions.Endpoint.Kind.REAL_TIME ? 0.115 : 0);
        return there.getLast();
    }

    @Override
    public void delete(String name) throws InterruptedException {
        mayEnd.acquire();
        cloud.answer("deleteEndpoint", name);
        there.removeIf(endpoint -> endpoint.name().equals(name));
    }

    @Override
    public List<float[]> classify(String name, List<TermCounts> documents, int terms) {
        cloud.answer("classify", name);
        return documents.stream().map(document -> {
            float[] weights = new float[topics];
            java.util.Arrays.fill(weights, 0.25f / (topics - 1));
            weights[1] = 0.75f;
            return weights;
        }).toList();
    }
}

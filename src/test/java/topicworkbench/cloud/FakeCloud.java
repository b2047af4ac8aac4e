package topicworkbench.cloud;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunSpec;

/**
 * AWS in memory. As it is made nobody is signed in; then it is as {@link FakePlatform}, {@link FakeSpending} and
 * {@link FakeEndpoints} say. Any question can be refused.
 */
public final class FakeCloud implements Cloud {
    /** What is thrown, by the question: signIn, status, plan, apply, deletion, delete, running, ledger, quotas, endpoints, create… */
    public final Map<String, RuntimeException> refusals = new ConcurrentHashMap<>();
    /** Questions as they came, with what they were about. */
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final List<CloudRuns.Found> runs = new CopyOnWriteArrayList<>();
    public final FakePlatform platform = new FakePlatform(this);
    public final FakeSpending spending = new FakeSpending(this);
    public final FakeEndpoints endpoints = new FakeEndpoints(this);
    public List<String> profiles = List.of();
    /** Without permits nobody is told who is signed in. */
    public final Semaphore mayAnswer = new Semaphore(Integer.MAX_VALUE);
    /** Makes a run's folder. */
    public java.util.function.Consumer<CloudRuns.Found> adopting = run -> { };

    public FakeCloud() {
        refusals.put("signIn", new ExplainedException("No AWS credentials were found on this computer.",
                "Run: aws configure sso (or aws configure where keys are used)."));
    }

    /** With somebody signed in and nothing there. */
    public static FakeCloud signedIn() {
        FakeCloud cloud = new FakeCloud();
        cloud.profiles = List.of("default", "work");
        cloud.refusals.clear();
        return cloud;
    }

    void answer(String question, Object about) {
        asked.add(about.toString().isEmpty() ? question : question + " " + about);
        RuntimeException refusal = refusals.get(question);
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public List<String> profiles() {
        return profiles;
    }

    @Override
    public List<String> regions() {
        return List.of("eu-west-1", "us-east-1");
    }

    @Override
    public CloudAccount signIn(CloudPlace place) {
        mayAnswer.acquireUninterruptibly();
        answer("signIn", place.profile() + " " + place.region() + " " + place.name());
        return new CloudAccount("123456789012", "arn:aws:iam::123456789012:user/ann",
                Optional.ofNullable(place.region()).orElse("us-east-1"), place.profile());
    }

    @Override
    public PipelineRunner runner(CloudPlace place) {
        throw new UnsupportedOperationException("runs are started through the window's own runner");
    }

    @Override
    public CloudRuns runs(CloudPlace place) {
        return new CloudRuns() {
            @Override
            public List<Found> find() {
                answer("runs", "");
                return List.copyOf(runs);
            }

            @Override
            public String adopt(Found run) {
                answer("adopt", run.id());
                adopting.accept(run);
                runs.replaceAll(each -> each.id().equals(run.id()) ? new Found(run.id(), run.attempt(), run.status(),
                        run.begun(), run.id()) : each);
                return run.id();
            }

            @Override
            public void setAutomatic(RunSpec spec) {
                answer("set automatic", "");
            }
        };
    }

    @Override
    public Platform platform(CloudPlace place) {
        platform.name = place.name();
        return platform;
    }

    @Override
    public Spending spending(CloudPlace place) {
        return spending;
    }

    @Override
    public Endpoints endpoints(CloudPlace place) {
        return endpoints;
    }

    @Override
    public Transforms transforms(CloudPlace place) {
        throw new UnsupportedOperationException("no screen asks for it");
    }
}

package topicworkbench.cloud;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import topicworkbench.failure.ExplainedException;

/** Two stacks in memory that are made and deleted at once, or step by step as the test lets them. */
public final class FakePlatform implements Platform {
    public static final String RELEASE = "0.9-3f2a91c7";
    public static final Instant THEN = Instant.parse("2026-04-12T10:15:00Z");

    private final FakeCloud cloud;
    /** What a deployment was asked for. */
    public volatile Options options;
    public volatile List<Change> changes = List.of(
            new Change("topic-workbench-platform", Action.ADD, "DataBucket", "AWS::S3::Bucket", false, List.of()),
            new Change("topic-workbench-workflow", Action.ADD, "Pipeline", "AWS::StepFunctions::StateMachine", false, List.of()));
    public volatile List<String> blockers = List.of();
    /** Heard while a deployment or deletion goes on. */
    public volatile List<Event> events =
            List.of(new Event.ResourceChanged(THEN, "topic-workbench-platform", "DataBucket", "AWS::S3::Bucket",
            "CREATE_IN_PROGRESS", null), new Event.ResourceChanged(THEN, "topic-workbench-platform", "DataBucket", "AWS::S3::Bucket",
            "CREATE_COMPLETE", null), new Event.Step(THEN, "Uploading image.zip", 0.5),
            new Event.Step(THEN, "Building the image", Double.NaN),
            new Event.BuildLine(THEN, "Step 1/9 : FROM eclipse-temurin:25-jre"));
    /** Without permits a deployment or deletion waits after its events. */
    public final Semaphore mayEnd = new Semaphore(Integer.MAX_VALUE);
    volatile String name = CloudPlace.DEFAULT_NAME;
    private volatile String release;
    private volatile String state = Stack.NONE;
    private volatile boolean image;

    FakePlatform(FakeCloud cloud) {
        this.cloud = cloud;
    }

    /** Everything is there. @param deployed release */
    public void deployed(String deployed) {
        release = deployed;
        state = "CREATE_COMPLETE";
        image = true;
    }

    /** As CloudFormation would say it. */
    public void state(String both) {
        state = both;
    }

    @Override
    public Status status() {
        cloud.answer("status", "");
        return new Status(List.of(stack("platform"), stack("workflow")), image ? new Image("123456789012.dkr.ecr.eu-west-1.amazonaws.com/"
                + name + ":" + release, "sha256:1", THEN) : null, release, RELEASE);
    }

    private Stack stack(String which) {
        return new Stack(name + "-" + which, state, null, state.equals(Stack.NONE) ? null : THEN);
    }

    @Override
    public void settle(Consumer<Event> listener) {
        cloud.answer("settle", "");
    }

    @Override
    public ChangePlan plan(Options wanted) {
        options = wanted;
        cloud.answer("plan", "");
        boolean nothing = RELEASE.equals(release) && wanted.equals(Options.UNCHANGED);
        return new ChangePlan("tw-1", wanted, RELEASE, nothing ? List.of() : changes, nothing ? List.of()
                : List.of("Build the image of the processing jobs with CodeBuild: about five minutes on a small Linux machine, a few "
                + "cents."),
                nothing ? List.of() : List.of("The changes of " + name + "-workflow are as its template says them."));
    }

    @Override
    public void discard(ChangePlan plan) {
        cloud.answer("discard", plan.id());
    }

    @Override
    public void apply(ChangePlan plan, Consumer<Event> listener) throws InterruptedException {
        events.forEach(listener);
        mayEnd.acquire();
        cloud.answer("apply", plan.id());
        deployed(plan.release());
    }

    @Override
    public Deletion deletion(boolean withData) {
        cloud.answer("deletion", withData);
        if (state.equals(Stack.NONE)) {
            return new Deletion(withData, List.of(), List.of(), blockers);
        }
        List<String> removes = new ArrayList<>(List.of("the stack " + name + "-workflow with its 12 resources",
                "the stack " + name + "-platform with its 14 resources"));
        List<String> keeps = new ArrayList<>(List.of("models named tw-…, which cost nothing"));
        (withData ? removes : keeps).add("the bucket " + name + "-data (1,204 versions of files, 3.10 GB, about $0.07 a month)");
        return new Deletion(withData, removes, keeps, blockers);
    }

    @Override
    public void delete(Deletion deletion, Consumer<Event> listener) throws InterruptedException {
        events.forEach(listener);
        mayEnd.acquire();
        cloud.answer("delete", deletion.withData());
        if (!deletion.blockers().isEmpty()) {
            throw new ExplainedException("Not everything has ended.", "End these first.");
        }
        release = null;
        image = false;
        state = Stack.NONE;
    }
}

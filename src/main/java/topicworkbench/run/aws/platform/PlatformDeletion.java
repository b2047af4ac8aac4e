package topicworkbench.run.aws.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import topicworkbench.cloud.Platform.Deletion;
import topicworkbench.cloud.Platform.Event;
import topicworkbench.cloud.Spending;
import topicworkbench.run.aws.sdk.AwsClients;

/** Takes both stacks away: the work before the ground, and what is in the buckets before the buckets. */
final class PlatformDeletion {
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String DATA_BUCKET = "DataBucket";
    private static final double GIGABYTE = 1e9;
    /** S3 Standard in us-east-1; other regions are up to half dearer. */
    private static final double STORAGE_PRICE = 0.023;

    private final AwsClients aws;
    private final Stacks stacks;
    private final String project;
    private final Duration poll;

    PlatformDeletion(AwsClients aws, Duration poll) {
        this.aws = aws;
        this.stacks = new Stacks(aws);
        this.project = aws.connection().place().name();
        this.poll = poll;
    }

    Deletion whatWouldGo(boolean withData, List<Spending.Running> running) {
        List<String> removes = new ArrayList<>();
        List<String> keeps = new ArrayList<>();
        for (String name : List.of(StackDefinition.workflowName(project), StackDefinition.platformName(project))) {
            Optional<Stacks.Found> found = stacks.find(name).filter(stack -> stack.stack().isThere());
            if (found.isEmpty()) {
                continue;
            }
            List<StackResourceSummary> resources = resources(found.get().id());
            removes.add("the stack " + name + " with its " + resources.size() + " resources");
            for (StackResourceSummary resource : resources) {
                if (BUCKET.equals(resource.resourceType())) {
                    String words = inWords(resource);
                    boolean kept = resource.logicalResourceId().equals(DATA_BUCKET) && !withData;
                    (kept ? keeps : removes).add(words);
                }
            }
        }
        if (!removes.isEmpty()) {
            keeps.add("log groups that SageMaker and Glue made (/aws/sagemaker/…, /aws-glue/…), shared with other work in the account");
            keeps.add("models named tw-…, which cost nothing");
        }
        return new Deletion(withData, removes, keeps, running.stream()
                .map(thing -> thing.kind() + " " + thing.name() + " (" + thing.state() + ")").toList());
    }

    private List<StackResourceSummary> resources(String stackId) {
        return aws.ask("list what the stack made", () -> aws.cloudFormation().listStackResourcesPaginator(request -> request
                .stackName(stackId)).stackResourceSummaries().stream()
                .filter(resource -> !resource.resourceStatusAsString().equals("DELETE_COMPLETE")).toList());
    }

    private String inWords(StackResourceSummary bucket) {
        Bucket.Contents contents = new Bucket(aws, bucket.physicalResourceId()).contents();
        String size = contents.isEmpty() ? "empty" : String.format(Locale.ROOT, "%,d versions of files, %.2f GB, about $%.2f a month",
                contents.versions(), contents.bytes() / GIGABYTE, contents.bytes() / GIGABYTE * STORAGE_PRICE);
        return "the bucket " + bucket.physicalResourceId() + " (" + size + ")";
    }

    void execute(boolean withData, Consumer<Event> listener) throws InterruptedException {
        delete(StackDefinition.workflowName(project), List.of(), listener);
        Optional<Stacks.Found> ground = stacks.find(StackDefinition.platformName(project));
        if (ground.isEmpty()) {
            return;
        }
        List<String> kept = new ArrayList<>();
        for (StackResourceSummary resource : resources(ground.get().id())) {
            if (BUCKET.equals(resource.resourceType())) {
                Bucket bucket = new Bucket(aws, resource.physicalResourceId());
                if (resource.logicalResourceId().equals(DATA_BUCKET) && !withData && !bucket.contents().isEmpty()) {
                    kept.add(resource.logicalResourceId());
                } else {
                    bucket.empty(listener);
                }
            }
        }
        delete(StackDefinition.platformName(project), kept, listener);
    }

    /**
     * CloudFormation lets a resource be kept only after it has failed to delete it, which S3 sees to for a bucket that is not
     * empty: the first attempt fails, the second keeps.
     */
    private void delete(String name, List<String> kept, Consumer<Event> listener) throws InterruptedException {
        Optional<Stacks.Found> found = stacks.find(name);
        if (found.isEmpty()) {
            return;
        }
        String id = found.get().id();
        StackWatch watch = new StackWatch(aws, poll, listener);
        StackWatch.End end = found.get().stack().isChanging() ? watch.join(id)
                : found.get().state().equals("DELETE_FAILED") && !kept.isEmpty() ? new StackWatch.End("DELETE_FAILED", List.of())
                : watch.follow(id, () -> delete(name, id, List.of()));
        if (end.state().equals("DELETE_FAILED") && !kept.isEmpty()) {
            end = watch.follow(id, () -> delete(name, id, kept));
        }
        if (!end.state().equals("DELETE_COMPLETE")) {
            throw StackFailure.of(name, end.state(), end.events());
        }
    }

    private void delete(String name, String id, List<String> kept) {
        aws.ask("delete the stack " + name, () -> aws.cloudFormation().deleteStack(request -> {
            request.stackName(id);
            if (!kept.isEmpty()) { // an empty list would be sent as one empty name
                request.retainResources(kept);
            }
        }));
    }
}

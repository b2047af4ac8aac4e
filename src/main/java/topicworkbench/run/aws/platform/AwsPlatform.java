package topicworkbench.run.aws.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Spending;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.aws.sdk.AwsClients;

/** The platform by CloudFormation, S3, CodeBuild and ECR. */
public final class AwsPlatform implements Platform {
    private static final Pattern REGION = Pattern.compile(" {4}([a-z]{2}(-[a-z]+)+-\\d): \\{ntm: .*");

    private final AwsClients aws;
    private final Stacks stacks;
    private final ImageBuild builds;
    private final ChangeSets changeSets;
    private final String project;
    private final Supplier<Release> release;
    private final Supplier<List<Spending.Running>> running;
    private final Function<Deployed, FileStarts> fileStarts;
    private final Duration poll;

    /**
     * @param release this program's; reckoned when it is first needed
     * @param running what of ours is billed by the hour now
     * @param starts  how runs are done that a file starts
     * @param poll    between two looks at what AWS does
     */
    public AwsPlatform(AwsClients aws, Supplier<Release> release, Supplier<List<Spending.Running>> running,
            Function<Deployed, FileStarts> starts, Duration poll) {
        this.aws = aws;
        this.stacks = new Stacks(aws);
        this.builds = new ImageBuild(aws, poll);
        this.changeSets = new ChangeSets(aws, poll);
        this.project = aws.connection().place().name();
        this.release = release;
        this.running = running;
        this.fileStarts = starts;
        this.poll = poll;
    }

    /** Those in which SageMaker has the neural topic model, as the workflow's template maps them. */
    public static List<String> regions() {
        return PackedTemplate.text("cloudformation/workflow.yml").lines().map(REGION::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1)).sorted().toList();
    }

    @Override
    public Status status() {
        Optional<Deployed> deployed = Deployed.find(stacks, project);
        Image image = deployed.filter(there -> there.release() != null)
                .flatMap(there -> builds.find(there, there.release())).orElse(null);
        return new Status(names().map(stacks::stateOf).toList(), image, deployed.map(Deployed::release).orElse(null),
                release.get().name());
    }

    private Stream<String> names() {
        return Stream.of(StackDefinition.platformName(project), StackDefinition.workflowName(project));
    }

    @Override
    public void settle(Consumer<Event> listener) throws InterruptedException {
        for (String name : names().toList()) {
            Optional<Stacks.Found> found = stacks.find(name).filter(stack -> stack.stack().isChanging());
            if (found.isPresent()) {
                new StackWatch(aws, poll, listener).join(found.get().id());
            }
        }
    }

    @Override
    public ChangePlan plan(Options options) throws InterruptedException {
        Release own = release.get();
        String id = "tw-" + Instant.now().toEpochMilli();
        List<Change> changes = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Optional<Deployed> deployed = Deployed.find(stacks, project);
        changes.addAll(differences(id, StackDefinition.platform(project, options), true, notes));
        boolean imageThere = deployed.isPresent() && builds.find(deployed.get(), own.name()).isPresent();
        addSteps(own, deployed, imageThere, steps);
        if (startsByFile(options) && deployed.filter(there -> fileStarts.apply(there).areSet()).isEmpty()) {
            steps.add("Write automatic/spec.json and automatic/run.json, by which a file under raw/ starts a run: the usual settings, "
                    + "which "
                    + "the command cloud automatic changes.");
        }
        changes.addAll(differences(id, StackDefinition.workflow(project, own.name(), options), deployed.isPresent(), notes));
        if (changes.stream().anyMatch(change -> change.replaced() && change.type().equals("AWS::S3::Bucket"))) {
            notes.add("A bucket would be made anew; the old one is kept with all it holds, and goes on to cost.");
        }
        return new ChangePlan(id, options, own.name(), changes, steps, notes);
    }

    private static boolean startsByFile(Options options) {
        return Boolean.TRUE.equals(options.startOnUpload());
    }

    private void addSteps(Release own, Optional<Deployed> deployed, boolean imageThere, List<String> steps) {
        List<String> missing = deployed.map(there -> ToolsUpload.missing(aws, there.toolsBucket(), own, !imageThere))
                .orElse(List.of("everything"));
        if (!missing.isEmpty()) {
            steps.add("Upload to the tools bucket, as release " + own.name() + ": " + String.join(", ", missing) + ".");
        }
        if (!imageThere) {
            steps.add("Build the image of the processing jobs with CodeBuild: about five minutes on a small Linux machine, a few cents.");
        }
    }

    /** @param canAsk whether AWS can reckon the difference: not while what the stack builds upon is not there */
    private List<Change> differences(String id, StackDefinition wanted, boolean canAsk, List<String> notes) throws InterruptedException {
        Optional<Stacks.Found> found = stacks.find(wanted.name());
        if (found.isPresent()) {
            refuseWhileStuck(found.get());
        }
        boolean failedBefore = found.isPresent() && mustGoFirst(found.get().state());
        if (failedBefore) {
            notes.add("The stack " + wanted.name() + " failed when it was made before (" + found.get().state()
                    + ") and is deleted first; nothing of it is in use.");
        }
        if (canAsk && !failedBefore) {
            return changeSets.create(id, wanted, found);
        }
        notes.add("The changes of " + wanted.name() + " are as its template says them; AWS can only reckon them once what it builds "
                + "upon is there.");
        return wanted.resources().stream().map(resource -> ChangeInWords.added(wanted.name(), resource)).toList();
    }

    private static void refuseWhileStuck(Stacks.Found found) {
        if (found.stack().isChanging()) {
            throw new ExplainedException("The stack " + found.stack().name() + " is being changed (" + found.state() + ").",
                    "Wait until that is done, which topic-workbench cloud status shows, and try again.");
        }
        if (found.state().equals("UPDATE_ROLLBACK_FAILED")) {
            throw new ExplainedException("The stack " + found.stack().name() + " is stuck: an update failed and could not be taken back.",
                    "Choose \"Continue update rollback\" for it in the CloudFormation console, then deploy again.");
        }
    }

    /** A stack that never stood can be neither changed nor made; it only blocks the name. */
    private static boolean mustGoFirst(String state) {
        return List.of("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED").contains(state);
    }

    @Override
    public void discard(ChangePlan plan) {
        names().forEach(name -> {
            if (changeSets.isWaiting(name, plan.id())) {
                changeSets.discard(name, plan.id());
            }
        });
    }

    @Override
    public void apply(ChangePlan plan, Consumer<Event> listener) throws InterruptedException {
        Release own = release.get();
        make(plan, StackDefinition.platform(project, plan.options()), listener);
        Deployed deployed = Deployed.find(stacks, project).orElseThrow(() -> new ExplainedException(
                "The stack " + StackDefinition.platformName(project) + " is gone again.", "Deploy again."));
        boolean build = builds.find(deployed, own.name()).isEmpty();
        new ToolsUpload(aws, deployed.toolsBucket(), listener).bring(own, build);
        if (build) {
            listener.accept(new Event.Step(Instant.now(), "Building the image", Double.NaN));
            builds.build(deployed, own, listener);
        }
        if (startsByFile(plan.options()) && !fileStarts.apply(deployed).areSet()) { // before the rule, which may start one at once
            fileStarts.apply(deployed).setToUsual();
        }
        make(plan, StackDefinition.workflow(project, own.name(), plan.options()), listener);
    }

    private void make(ChangePlan plan, StackDefinition wanted, Consumer<Event> listener) throws InterruptedException {
        StackWatch watch = new StackWatch(aws, poll, listener);
        Optional<Stacks.Found> found = stacks.find(wanted.name());
        if (found.isPresent() && mustGoFirst(found.get().state())) {
            listener.accept(new Event.Step(Instant.now(), "Deleting the failed stack " + wanted.name(), Double.NaN));
            String id = found.get().id();
            requireDone(wanted.name(), watch.follow(id, () -> aws.ask("delete the stack " + wanted.name(),
                    () -> aws.cloudFormation().deleteStack(request -> request.stackName(id)))));
            found = Optional.empty();
        }
        if (!changeSets.isWaiting(wanted.name(), plan.id())) {
            if (changeSets.create(plan.id(), wanted, found).isEmpty()) {
                return;
            }
        }
        String id = stacks.find(wanted.name()).orElseThrow().id();
        requireDone(wanted.name(), watch.follow(id, () -> changeSets.execute(wanted.name(), plan.id())));
    }

    private static void requireDone(String name, StackWatch.End end) {
        if (!List.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
                "DELETE_COMPLETE").contains(end.state())) {
            throw StackFailure.of(name, end.state(), end.events());
        }
    }

    @Override
    public Deletion deletion(boolean withData) {
        return new PlatformDeletion(aws, poll).whatWouldGo(withData, running.get());
    }

    @Override
    public void delete(Deletion deletion, Consumer<Event> listener) throws InterruptedException {
        Deletion now = deletion(deletion.withData());
        if (!now.blockers().isEmpty()) {
            throw new ExplainedException("Not everything has ended: " + String.join("; ", now.blockers()) + ".",
                    "End these first (topic-workbench cloud stop, cloud endpoint delete), then delete again.");
        }
        new PlatformDeletion(aws, poll).execute(now.withData(), listener);
    }
}

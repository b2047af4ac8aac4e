package topicworkbench.run.aws.spending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.StatusType;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.cloud.Spending;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.AwsException;
import topicworkbench.workspace.CloudCost;
import topicworkbench.workspace.RunClock;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Spending by the price list, Service Quotas, and what the account itself says it has run. */
public final class AwsSpending implements Spending {
    private static final double HOUR = 3600;
    private static final String GONE = "Deleted";

    private final AwsClients aws;
    private final Workspace workspace;
    private final Prices prices;

    /** @param workspace whose earlier runs tell how much work a run is, and that keeps what each has cost */
    public AwsSpending(AwsClients aws, Workspace workspace, Prices prices) {
        this.aws = aws;
        this.workspace = workspace;
        this.prices = prices;
    }

    @Override
    public LaunchPlan plan(RunSpec spec) {
        return plans(List.of(spec)).getFirst();
    }

    /** Quotas are long lists of AWS's: those that several runs need are read once. */
    @Override
    public List<LaunchPlan> plans(List<RunSpec> specs) {
        Map<Map<String, Integer>, List<Quota>> read = new HashMap<>();
        return specs.stream().map(spec -> new LaunchPlanning(spec, Work.of(spec, workspace), prices)
                .plan(read.computeIfAbsent(Quotas.needed(spec), new Quotas(aws)::of))).toList();
    }

    @Override
    public List<Quota> quotas(RunSpec spec) {
        return new Quotas(aws).of(spec);
    }

    @Override
    public double endpointHour(CloudOptions.Endpoint endpoint) {
        return endpoint.kind() == CloudOptions.Endpoint.Kind.REAL_TIME ? prices.hour(Use.HOSTING, endpoint.instanceType()) : 0;
    }

    @Override
    public LaunchPlan planTransform(String instanceType, double documents) {
        return new TransformPlanning(instanceType, documents, prices)
                .plan(new Quotas(aws).of(Map.of(Use.TRANSFORM.quota(instanceType), 1)));
    }

    @Override
    public String requestIncrease(Quota quota) {
        return new Quotas(aws).requestIncrease(quota);
    }

    @Override
    public Ledger ledger(String runId) {
        String run = workspace.idInAccount(runId);
        Optional<RunFolder> folder = workspace.folderOfAccount(runId);
        List<String> notes = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        Tagged tagged = Tagged.find(aws, run);
        SageMakerJobs jobs = new SageMakerJobs(aws, run, tagged);
        List<SparkRuns.SparkRun> spark = told("Spark jobs", notes, () -> new SparkRuns(aws).find(run));
        spark.forEach(job -> entries.add(new Entry("Spark job", job.job() + " " + job.id(), job.workers() + " × " + job.workerType(),
                job.seconds(), job.seconds() / HOUR * prices.sparkHour(job.workerType(), job.workers()), job.state())));
        List<SageMakerJobs.Job> all = new ArrayList<>(told("processing jobs", notes, jobs::processing));
        all.addAll(told("training jobs", notes, jobs::training));
        all.addAll(told("transform jobs", notes, jobs::transform));
        all.forEach(job -> entries.add(new Entry(job.kind(), job.name(), job.instances() + " × " + job.instanceType(), job.seconds(),
                job.seconds() / HOUR * job.instances() * prices.hour(job.use(), job.instanceType()), job.state())));
        List<Endpoint> endpoints = told("endpoints", notes, () -> new HostedModels(aws, prices).list(tagged)).stream()
                .filter(endpoint -> run.equals(endpoint.run())).toList();
        endpoints.forEach(endpoint -> {
            double seconds = Duration.between(endpoint.since(), Instant.now()).toSeconds();
            entries.add(new Entry("endpoint", endpoint.name(), endpoint.kind(), seconds, seconds / HOUR * endpoint.priceHour(),
                    endpoint.state()));
        });
        boolean whole = notes.isEmpty();
        if (whole) {
            folder.flatMap(RunFolder::cost).ifPresent(before -> gone(before, entries, notes));
        }
        notes.add("Not in it: S3, logs and state transitions, cents at most; taxes and discounts. "
                + prices.source());
        List<Running> left = new ArrayList<>(running(spark, all, endpoints));
        Ledger ledger = new Ledger(entries,
                entries.stream().mapToDouble(Entry::cost).filter(cost -> !Double.isNaN(cost)).sum(), left, notes,
                whole);
        folder.ifPresent(here -> here.keepCost(cost(ledger)));
        return ledger;
    }

    /** Endpoints that were there when the cost was looked at before, of which the account tells nothing more. */
    private static void gone(CloudCost before, List<Entry> entries, List<String> notes) {
        before.items().stream().filter(item -> item.kind().equals("endpoint") && entries
                .stream().noneMatch(entry -> entry.kind().equals(item.kind()) && entry.name().equals(item.name())))
                .forEach(item -> {
                    entries.add(new Entry(item.kind(), item.name(), item.instances(), item.seconds(), item.cost(), GONE));
                    if (!item.state().equals(GONE)) {
                        notes.add("The endpoint " + item.name() + " is deleted; its cost is up to " + before.asOf()
                                + ", when it was last seen.");
                    }
                });
    }

    private static CloudCost cost(Ledger ledger) {
        return new CloudCost(RunClock.now(), ledger.whole(), ledger.entries().stream().map(entry -> new CloudCost.Item(entry.kind(),
                entry.name(), entry.instances(), entry.seconds(), entry.cost(), entry.state())).toList());
    }

    @Override
    public List<Running> running() {
        Tagged tagged = Tagged.find(aws, null);
        SageMakerJobs jobs = new SageMakerJobs(aws, null, tagged);
        List<SageMakerJobs.Job> all = new ArrayList<>(jobs.processing());
        all.addAll(jobs.training());
        all.addAll(jobs.transform());
        Installation here = new Installation(aws, tagged);
        List<Running> found = new ArrayList<>(executions());
        found.addAll(running(new SparkRuns(aws).find(null),
                all.stream().filter(job -> !job.ended() && here.mayOwn(job.kind().replace(' ', '-'), job.name(), job.arn())).toList(),
                new HostedModels(aws, prices).list(tagged).stream().filter(endpoint -> here.mayOwnEndpoint(endpoint.name())).toList()));
        found.addAll(builds());
        return found;
    }

    private List<Running> running(List<SparkRuns.SparkRun> spark, List<SageMakerJobs.Job> jobs, List<Endpoint> endpoints) {
        List<Running> found = new ArrayList<>();
        spark.stream().filter(run -> !run.ended()).forEach(run -> found.add(new Running("Spark job", run.job() + " " + run.id(),
                run.state(), run.run(), run.begun(), prices.sparkHour(run.workerType(), run.workers()))));
        jobs.stream().filter(job -> !job.ended()).forEach(job -> found.add(new Running(job.kind(), job.name(), job.state(),
                job.run(), job.begun(), job.instances() * prices.hour(job.use(), job.instanceType()))));
        endpoints.forEach(endpoint -> found.add(new Running("endpoint", endpoint.name(), endpoint.state(), endpoint.run(),
                endpoint.since(), endpoint.priceHour())));
        return found;
    }

    /** Executions of the state machine cost nothing while they wait, but what they start next does. */
    private List<Running> executions() {
        String name = aws.connection().place().name();
        return aws.ask("find the state machine",
                () -> aws.stepFunctions().listStateMachinesPaginator(request -> { }).stateMachines().stream()
                .filter(machine -> machine.name().equals(name)).toList()).stream()
                .flatMap(machine -> aws.ask("list executions", () -> aws.stepFunctions().listExecutionsPaginator(request -> request
                        .stateMachineArn(machine.stateMachineArn()).statusFilter(ExecutionStatus.RUNNING)).executions().stream().toList())
                        .stream())
                .map(execution -> new Running("execution", execution.name(), execution.statusAsString(), execution.name(),
                        execution.startDate(), 0)).toList();
    }

    private List<Running> builds() {
        String project = aws.connection().place().name() + "-image";
        List<String> newest = aws.find("list the builds of the image", () -> aws.codeBuild().listBuildsForProject(request -> request
                .projectName(project))).map(answer -> answer.ids().stream().limit(10).toList()).orElse(List.of());
        List<Build> builds = newest.isEmpty() ? List.of() : aws.ask("look at the builds of the image",
                () -> aws.codeBuild().batchGetBuilds(request -> request.ids(newest))).builds();
        return builds.stream().filter(build -> build.buildStatus() == StatusType.IN_PROGRESS).map(build -> new Running("image build",
                build.id(), build.buildStatusAsString(), null, build.startTime(), IndicativePrices.BUILD_MINUTE * 60)).toList();
    }

    /** What the account does not let see is left out, and said. */
    private static <T> List<T> told(String what, List<String> notes, Supplier<List<T>> looking) {
        try {
            return looking.get();
        } catch (AwsException e) {
            if (e.kind() != AwsException.Kind.DENIED) {
                throw e;
            }
            notes.add("The " + what + " are not in it: " + e.getMessage());
            return List.of();
        }
    }
}

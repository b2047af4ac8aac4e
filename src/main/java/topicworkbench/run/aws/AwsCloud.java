package topicworkbench.run.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import topicworkbench.cloud.Cloud;
import topicworkbench.cloud.CloudAccount;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.cloud.Endpoints;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Spending;
import topicworkbench.cloud.Transforms;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunSpec;
import topicworkbench.run.aws.endpoint.AwsEndpoints;
import topicworkbench.run.aws.platform.AwsPlatform;
import topicworkbench.run.aws.platform.Deployed;
import topicworkbench.run.aws.platform.Release;
import topicworkbench.run.aws.platform.Stacks;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.Connection;
import topicworkbench.run.aws.spending.AwsSpending;
import topicworkbench.run.aws.spending.HostedModels;
import topicworkbench.run.aws.spending.Prices;
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.workspace.Workspace;

/** AWS behind the port: one set of clients and prices for each place that is asked about. Safe for many threads. */
public final class AwsCloud implements Cloud {
    private static final Logger LOG = Logger.getLogger(AwsCloud.class.getName());
    private static final Duration POLL = Duration.ofSeconds(5);
    /** Documents of a file that a batch transform reads, as vectorise has them; at 60 different words each about 25 MB. */
    private static final int TRANSFORMED_AT_ONCE = 1 << 16;

    private final Workspace workspace;
    private final PipelineRunner here;
    private final Function<CloudPlace, AwsClients> connecting;
    private final Supplier<Release> release;
    private final Duration poll;
    private final Map<CloudPlace, Account> accounts = new ConcurrentHashMap<>();

    private record Account(AwsClients clients, Prices prices) { }

    /**
     * @param workspace where runs are kept, and whose earlier runs tell how much work a run is
     * @param here      does on this computer what a run on AWS leaves to it
     */
    public AwsCloud(Workspace workspace, PipelineRunner here) {
        this(workspace, here, place -> new AwsClients(Connection.to(place)), Release::own, POLL);
    }

    /**
     * @param here       does on this computer what a run on AWS leaves to it
     * @param connecting makes the clients for a place
     * @param release    that is deployed
     * @param poll       between two looks at what AWS does
     */
    public AwsCloud(Workspace workspace, PipelineRunner here, Function<CloudPlace, AwsClients> connecting, Supplier<Release> release,
            Duration poll) {
        this.workspace = workspace;
        this.here = here;
        this.connecting = connecting;
        this.release = release;
        this.poll = poll;
    }

    private Account account(CloudPlace place) {
        return accounts.computeIfAbsent(place, _ -> {
            AwsClients clients = connecting.apply(place);
            return new Account(clients, new Prices(clients));
        });
    }

    @Override
    public List<String> profiles() {
        return AwsClients.profiles();
    }

    @Override
    public List<String> regions() {
        return AwsPlatform.regions();
    }

    @Override
    public CloudAccount signIn(CloudPlace place) {
        AwsClients clients = account(place).clients();
        GetCallerIdentityResponse identity = clients.ask("tell who is signed in", () -> clients.sts().getCallerIdentity());
        return new CloudAccount(identity.account(), identity.arn(), clients.region(), place.profile());
    }

    @Override
    public PipelineRunner runner(CloudPlace place) {
        return runner(() -> place);
    }

    /** The same with new runs going where it is said when each starts. */
    public AwsPipelineRunner runner(Supplier<CloudPlace> place) {
        return new AwsPipelineRunner(workspace, place, at -> account(at).clients(), here, WatchPace.USUAL);
    }

    @Override
    public CloudRuns runs(CloudPlace place) {
        AwsRuns runs = runner(() -> place).runs();
        return new CloudRuns() {
            @Override
            public List<CloudRuns.Found> find() {
                return runs.find();
            }

            @Override
            public String adopt(CloudRuns.Found run) {
                return runs.adopt(run);
            }

            @Override
            public void setAutomatic(RunSpec spec) {
                Account account = account(place);
                automatic(account, Deployed.require(new Stacks(account.clients()), place.name())).set(spec);
            }
        };
    }

    private static AutomaticRuns automatic(Account account, Deployed deployed) {
        return new AutomaticRuns(new RunBucket(account.clients(), deployed.dataBucket()), account.prices());
    }

    @Override
    public Platform platform(CloudPlace place) {
        Account account = account(place);
        return new AwsPlatform(account.clients(), release, () -> spending(place).running(), deployed -> automatic(account, deployed), poll);
    }

    @Override
    public Spending spending(CloudPlace place) {
        Account account = account(place);
        return new AwsSpending(account.clients(), workspace, account.prices());
    }

    @Override
    public Endpoints endpoints(CloudPlace place) {
        Account account = account(place);
        HostedModels hosted = new HostedModels(account.clients(), account.prices());
        return new AwsEndpoints(account.clients(), hosted::list, hosted::of, endpoint -> keepCost(place, endpoint.run()),
                workspace::idInAccount, poll);
    }

    @Override
    public Transforms transforms(CloudPlace place) {
        return new AwsTransforms(account(place).clients(), run -> keepCost(place, run), workspace::idInAccount, poll, TRANSFORMED_AT_ONCE);
    }

    /** Of a run that is here, as far as it can be asked; nothing that costs is to stay for that. */
    private void keepCost(CloudPlace place, String run) {
        try {
            if (run != null && workspace.folderOfAccount(run).isPresent()) {
                spending(place).ledger(run);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "What " + run + " has cost could not be kept.");
        }
    }
}

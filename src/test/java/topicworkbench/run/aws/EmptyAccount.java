package topicworkbench.run.aws;

import java.time.Duration;
import topicworkbench.cloud.Cloud;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.aws.fake.FakeAccount;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakeBuilds;
import topicworkbench.run.aws.fake.FakeEndpoints;
import topicworkbench.run.aws.fake.FakeFormation;
import topicworkbench.run.aws.fake.FakeJobs;
import topicworkbench.run.aws.fake.FakeMarket;
import topicworkbench.workspace.Workspace;

/** An account in which nothing is deployed yet, played over HTTP on this computer, for who deploys by the real adapter. */
public final class EmptyAccount implements AutoCloseable {
    public final FakeAws aws = new FakeAws();
    public final FakeFormation formation = new FakeFormation(aws);
    public final FakeBuilds builds = new FakeBuilds(aws);
    public final FakeMarket market = new FakeMarket(aws);
    public final FakeJobs jobs = new FakeJobs(aws);
    public final FakeEndpoints endpoints = new FakeEndpoints(aws);

    public EmptyAccount() {
        FakeAccount.signIn(aws);
    }

    public Cloud cloud(Workspace workspace, PipelineRunner here) {
        return new AwsCloud(workspace, here, aws::clients, PlayedAccount::release, Duration.ofMillis(1));
    }

    @Override
    public void close() {
        aws.close();
    }
}

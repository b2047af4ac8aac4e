package topicworkbench.run.aws;

import com.adobe.testing.s3mock.junit5.S3MockExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.fake.FakeAccount;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.RehearsedPipeline;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.spending.Ceiling;
import topicworkbench.run.aws.spending.Prices;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.templates.PipelineExecutions.End;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** An account in which everything is real but AWS, and the program that uses it. */
final class RehearsedAccount implements AutoCloseable {
    final FakeAws aws = new FakeAws();
    final AwsClients clients;
    final Workspace workspace;
    RehearsedPipeline pipeline;

    RehearsedAccount(S3MockExtension s3, Path workspace) {
        this.clients = FakeAccount.clients(URI.create(s3.getServiceEndpoint()), aws.address());
        this.workspace = new Workspace(workspace);
    }

    /** Skips the test where what executes it is not installed. @param instances folder of what they write */
    void deploy(Path instances) throws IOException {
        clients.s3().createBucket(request -> request.bucket(RehearsedPipeline.BUCKET));
        pipeline = RehearsedPipeline.in(instances, aws, clients.s3());
    }

    AwsPipelineRunner runner() {
        return RunsOnPlayedAws.runner(workspace, clients, RunsOnPlayedAws.QUICK);
    }

    /** What this computer makes of it. */
    RunSummary runHere(RunSpec spec) throws InterruptedException {
        return new LocalPipelineRunner(workspace, 1).start(spec, null, event -> { }).await();
    }

    /** How the last execution came to its end. */
    End last() {
        return pipeline.ended().getLast();
    }

    void put(String key, String text) {
        clients.s3().putObject(request -> request.bucket(RehearsedPipeline.BUCKET).key(key), RequestBody.fromString(text));
    }

    List<String> keys(String prefix) {
        return clients.s3().listObjectsV2Paginator(request -> request.bucket(RehearsedPipeline.BUCKET).prefix(prefix)).contents().stream()
                .map(S3Object::key).toList();
    }

    /** As the service does that has heard an event, or another computer. */
    void execute(RunFolder deployed, String name, String input) {
        clients.stepFunctions().startExecution(request -> request.stateMachineArn(deployed.cloud().orElseThrow().pipeline()).name(name)
                .input(input));
    }

    /** Trains anew on the counts of an earlier run, as a run that was launched elsewhere and is found in the account. */
    RunSummary again(RunFolder earlier, String id, RunSpec spec) throws InterruptedException {
        String from = "runs/" + earlier.id() + "/";
        keys(from).stream().filter(key -> !key.startsWith(from + "models/") && !key.startsWith(from + "evaluated/")).forEach(key ->
                clients.s3().copyObject(request -> request.sourceBucket(RehearsedPipeline.BUCKET).sourceKey(key)
                        .destinationBucket(RehearsedPipeline.BUCKET).destinationKey("runs/" + id + "/" + key.substring(from.length()))));
        put("runs/" + id + "/spec.json", RunSpecJson.write(spec));
        LaunchInput input = new LaunchInput(id, id, RehearsedPipeline.BUCKET, "runs/" + id, spec, Ceiling.of(spec, new Prices(clients)));
        execute(earlier, id, input.json(Stage.TRAIN).toString());
        AwsRuns runs = runner().runs();
        runs.adopt(runs.find().stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow());
        return runner().resume(id, event -> { }).await();
    }

    @Override
    public void close() {
        if (pipeline != null) {
            pipeline.close();
        }
        clients.close();
        aws.close();
    }
}

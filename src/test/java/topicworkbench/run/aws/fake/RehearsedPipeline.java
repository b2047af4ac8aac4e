package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.s3.S3Client;
import topicworkbench.sagemaker.ModelArtifact;
import topicworkbench.templates.PipelineExecutions;
import topicworkbench.templates.PipelineExecutions.End;
import topicworkbench.templates.PipelineExecutions.TaskFailure;
import topicworkbench.templates.StateMachine;

/**
 * Plays a deployed account in which everything is real but AWS: the state machine's own definition is executed, and its tasks are
 * done by the jobs that would do them there, on objects of an S3.
 */
public final class RehearsedPipeline implements AutoCloseable {
    public static final String BUCKET = FakeServices.BUCKET;
    private static final String MODEL = "arn:aws:sagemaker:us-east-1:123456789012:model/";

    private final PipelineExecutions executions;
    private final FakeServices services;
    private final RehearsedFiles files;
    private final RehearsedSpark spark;
    private final RehearsedProcessing processing;
    private final RehearsedTraining training;
    private final List<End> ended = new CopyOnWriteArrayList<>();
    private final List<String> models = new ArrayList<>();
    private final FakeTransforms transforms;
    private final Path folder;

    private RehearsedPipeline(PipelineExecutions executions, RehearsedSpark spark, RehearsedFiles files, FakeServices services,
            FakeTransforms transforms, Path folder) {
        this.transforms = transforms;
        this.folder = folder;
        this.executions = executions;
        this.spark = spark;
        this.files = files;
        this.services = services;
        this.processing = new RehearsedProcessing(files, services, folder);
        this.training = new RehearsedTraining(files, services, folder);
    }

    /** Skips the test where what is needed is not installed. @param folder for the disks of the jobs */
    public static RehearsedPipeline in(Path folder, FakeAws aws, S3Client s3) throws IOException {
        RehearsedFiles files = new RehearsedFiles(s3);
        RehearsedSpark spark = RehearsedSpark.in(folder, files);
        FakeServices services = new FakeServices(aws);
        RehearsedPipeline pipeline = new RehearsedPipeline(PipelineExecutions.start(), spark, files, services,
                new FakeTransforms(aws, services, files), folder);
        new FakeStates(aws, pipeline::begin, () -> { }, services::look);
        return pipeline;
    }

    /** What costs now. */
    public List<String> billable() {
        return services.billable();
    }

    /** How the executions ended, in that order. */
    public List<End> ended() {
        return ended;
    }

    private void begin(FakeExecution execution) {
        Thread.ofPlatform().daemon().name("execution " + execution.name).start(() -> {
            try {
                End end = executions.execute(execution.name, execution.input, (state, parameters) -> {
                    execution.enter(state);
                    return run(state, parameters);
                });
                ended.add(end);
                execution.end(end.status(), end.error(), end.cause());
            } catch (IOException | RuntimeException e) {
                execution.end("FAILED", "Rehearsal.Broken", e.toString());
                throw new IllegalStateException(e);
            }
        });
    }

    private JsonObject run(String state, JsonObject parameters) throws TaskFailure {
        StateMachine.Call call = StateMachine.callOf(state);
        return switch (call.service() + ":" + call.operation()) {
            case "glue:StartJobRun" -> glue(parameters);
            case "sagemaker:CreateProcessingJob" -> processing.run(parameters);
            case "sagemaker:CreateTrainingJob" -> training.train(parameters);
            case "sagemaker:CreateHyperParameterTuningJob" -> training.tune(parameters);
            case "sagemaker:CreateModel" -> model(parameters);
            case "sagemaker:CreateEndpoint" -> endpoint(parameters);
            case "sagemaker:DescribeEndpoint" -> describeEndpoint(parameters.get("EndpointName").getAsString());
            case "s3:GetObject" -> Json.of("Body", files.read("s3://" + parameters.get("Bucket").getAsString() + "/"
                    + parameters.get("Key").getAsString()));
            case "s3:CopyObject" -> copy(parameters);
            case "logs:DescribeLogStreams" -> Json.of("LogStreams", Json.list(Json.of("LogStreamName", parameters.get("LogStreamNamePrefix")
                    .getAsString(), "CreationTime", 1_700_000_000_000L)));
            case "logs:CreateLogStream", "logs:PutLogEvents", "sns:Publish", "sagemaker:CreateEndpointConfig" -> new JsonObject();
            default -> throw new UncheckedIOException(new IOException(state + " is not rehearsed"));
        };
    }

    private JsonObject glue(JsonObject parameters) throws TaskFailure {
        JsonObject arguments = parameters.getAsJsonObject("Arguments");
        String job = parameters.get("JobName").getAsString();
        FakeJob run = new FakeJob("glue", "jr-" + arguments.get("--run").getAsString() + "-" + job, arguments.get("--run").getAsString());
        services.add(run);
        try {
            JsonObject answer = spark.run(parameters);
            run.status = "Completed";
            return answer;
        } finally {
            run.status = run.status.equals("Completed") ? run.status : "Failed";
        }
    }

    private JsonObject copy(JsonObject parameters) throws TaskFailure {
        files.put("s3://" + parameters.get("Bucket").getAsString() + "/" + parameters.get("Key").getAsString(),
                files.read("s3://" + parameters.get("CopySource").getAsString()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new JsonObject();
    }

    private JsonObject model(JsonObject parameters) throws TaskFailure {
        String artifact = parameters.getAsJsonObject("PrimaryContainer").get("ModelDataUrl").getAsString();
        if (!files.exists(artifact)) {
            throw new TaskFailure("SageMaker.AmazonSageMakerException", "Could not find model data at " + artifact + ".");
        }
        String name = parameters.get("ModelName").getAsString();
        models.add(name);
        Path copy = folder.resolve(name);
        files.fetch(artifact, copy, _ -> true);
        transforms.model(name, ModelArtifact.read(copy.resolve(artifact.substring(artifact.lastIndexOf('/') + 1))).values()
                .iterator().next());
        return Json.of("ModelArn", MODEL + name);
    }

    /** It takes two looks. */
    private JsonObject endpoint(JsonObject parameters) throws TaskFailure {
        if (!models.contains(parameters.get("EndpointConfigName").getAsString())) {
            throw new TaskFailure("SageMaker.AmazonSageMakerException", "Could not find endpoint configuration.");
        }
        FakeJob endpoint = RehearsedProcessing.job("endpoint", parameters.get("EndpointName").getAsString(), parameters);
        endpoint.status = "Creating";
        services.add(endpoint);
        return Json.of("EndpointArn", endpoint.arn());
    }

    private JsonObject describeEndpoint(String name) throws TaskFailure {
        FakeJob endpoint = services.find(name);
        if (endpoint == null) {
            throw new TaskFailure("SageMaker.SageMakerException", "Could not find endpoint \"" + name + "\".");
        }
        String before = endpoint.status;
        endpoint.status = "InService";
        return Json.of("EndpointName", name, "EndpointStatus", before);
    }

    @Override
    public void close() {
        executions.close();
    }
}

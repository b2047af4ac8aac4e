package topicworkbench.run.aws.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plays the lists in which what ran is found again: jobs of SageMaker and Glue, executions, tags. */
public final class FakeJobs {
    private static final String ARN = "arn:aws:sagemaker:eu-west-1:123456789012:";
    private static final long HOUR = 3600;

    private final Map<String, JsonObject> processing = new LinkedHashMap<>();
    private final Map<String, JsonObject> training = new LinkedHashMap<>();
    private final Map<String, JsonObject> transform = new LinkedHashMap<>();
    private final List<JsonObject> spark = new ArrayList<>();
    private final List<JsonObject> tags = new ArrayList<>();
    private final List<String> executions = new ArrayList<>();

    public FakeJobs(FakeAws aws) {
        play(aws, "ProcessingJob", "ProcessingJobSummaries", processing);
        play(aws, "TrainingJob", "TrainingJobSummaries", training);
        play(aws, "TransformJob", "TransformJobSummaries", transform);
        aws.on("glue:GetJobRuns", request -> Json.of("JobRuns", Json.list(spark.stream()
                        .filter(run -> Json.text(run, "JobName").equals(Json.text(request, "JobName"))).toList())))
                .on("tagging:GetResources", this::tagged)
                .on("states:ListStateMachines", request -> Json.of("stateMachines", Json.list(Json.of("name", "topic-workbench", "type",
                        "STANDARD", "creationDate", now(), "stateMachineArn",
                        "arn:aws:states:eu-west-1:123456789012:stateMachine:topic-workbench"))))
                .on("states:ListExecutions", request -> Json.of("executions", Json.list(executions.stream().map(name -> Json.of(
                        "executionArn", "arn:aws:states:eu-west-1:123456789012:execution:topic-workbench:" + name, "name", name,
                        "stateMachineArn", "arn:aws:states:eu-west-1:123456789012:stateMachine:topic-workbench", "status", "RUNNING",
                        "startDate", now())).toList())));
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static void play(FakeAws aws, String kind, String summaries, Map<String, JsonObject> jobs) {
        aws.on("sagemaker:List" + kind + "s", request -> Json.of(summaries, Json.list(jobs.values().stream()
                .filter(job -> !request.has("NameContains") || Json.text(job, kind + "Name").contains(Json.text(request, "NameContains")))
                .filter(job -> !request.has("StatusEquals") || Json.text(job, kind + "Status").equals(Json.text(request, "StatusEquals")))
                .map(job -> Json.of(kind + "Name", Json.text(job, kind + "Name"), kind + "Arn", Json.text(job, kind + "Arn"),
                "CreationTime",
                        job.get("CreationTime"), kind + "Status", Json.text(job, kind + "Status"))).toList())))
                .on("sagemaker:Describe" + kind, request -> {
                    JsonObject job = jobs.get(Json.text(request, kind + "Name"));
                    if (job == null) {
                        throw new FakeFailure(400, "ValidationException", "Requested resource not found.");
                    }
                    return job;
                });
    }

    public void processed(String name, String type, int instances, long seconds, String state) {
        JsonObject cluster = Json.of("InstanceCount", instances, "InstanceType", type, "VolumeSizeInGB", 30);
        processing.put(name, Json.of("ProcessingJobName", name, "ProcessingJobArn", ARN + "processing-job/" + name, "ProcessingJobStatus",
                state, "ProcessingResources", Json.of("ClusterConfig", cluster), "AppSpecification", Json.of("ImageUri", "image"),
                "CreationTime", now() - HOUR, "ProcessingStartTime", now() - HOUR, "ProcessingEndTime",
                state.equals("InProgress") ? null : now() - HOUR + seconds));
    }

    public void trained(String name, String type, int instances, long billable, String state) {
        boolean ended = !state.equals("InProgress");
        training.put(name, Json.of("TrainingJobName", name, "TrainingJobArn", ARN + "training-job/" + name, "ModelArtifacts",
                Json.of("S3ModelArtifacts", "s3://b/m"), "TrainingJobStatus", state, "SecondaryStatus", ended ? state : "Training",
                "AlgorithmSpecification", Json.of("TrainingInputMode", "File"), "ResourceConfig", Json.of("InstanceCount", instances,
                "InstanceType", type, "VolumeSizeInGB", 30), "StoppingCondition", Json.of("MaxRuntimeInSeconds", 3600), "CreationTime",
                now() - HOUR, "TrainingStartTime", now() - billable, "BillableTimeInSeconds", ended ? billable : null));
    }

    public void ran(String job, String id, String run, long seconds, String state) {
        spark.add(Json.of("Id", id, "JobName", job, "JobRunState", state, "Arguments", Json.of("--run", run), "ExecutionTime", seconds,
                "StartedOn", now() - seconds, "WorkerType", "G.1X", "NumberOfWorkers", 2));
    }

    public void executes(String run) {
        executions.add(run);
    }

    /** @param resource for example {@code endpoint/tw-x} */
    public void tag(String resource, String run) {
        tags.add(Json.of("ResourceARN", ARN + resource, "Tags", Json.list(Json.of("Key", "topic-workbench:run", "Value", run))));
    }

    /** The same of another installation. */
    public void tag(String resource, String run, String project) {
        tags.add(Json.of("ResourceARN", ARN + resource, "Tags", Json.list(Json.of("Key", "topic-workbench:run", "Value", run),
                Json.of("Key", "topic-workbench:project", "Value", project))));
    }

    private JsonObject tagged(JsonObject request) {
        JsonObject filter = request.getAsJsonArray("TagFilters").get(0).getAsJsonObject();
        JsonArray values = filter.has("Values") ? filter.getAsJsonArray("Values") : new JsonArray();
        return Json.of("PaginationToken", "", "ResourceTagMappingList", Json.list(tags.stream().filter(mapping -> values.isEmpty()
                || values.contains(mapping.getAsJsonArray("Tags").get(0).getAsJsonObject().get("Value"))).toList()));
    }
}

package topicworkbench.run.aws.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Plays what a deployed account has beside the state machine: its stacks, the jobs with their states and logs, endpoints.
 * Stopping a job takes it a while. Safe for threads that run jobs.
 */
final class FakeServices {
    static final String BUCKET = "topic-workbench-data";
    /** Seconds of each Spark job and training. */
    static final int BILLED = 90;
    static final String TRAINING = "/aws/sagemaker/TrainingJobs";
    static final String PROCESSING = "/aws/sagemaker/ProcessingJobs";
    static final String SPARK = "/aws-glue/jobs/logs-v2";

    private final Map<String, FakeJob> jobs = new ConcurrentSkipListMap<>();
    private final List<Logged> logged = new CopyOnWriteArrayList<>();

    private record Logged(String group, String stream, String line) { }

    FakeServices(FakeAws aws) {
        ground(aws);
        sageMaker(aws);
        endpoints(aws);
        logs(aws);
    }

    void add(FakeJob job) {
        jobs.put(job.name, job);
    }

    /** Null where there is none. */
    FakeJob find(String name) {
        return jobs.get(name);
    }

    void log(String group, String stream, String line) {
        logged.add(new Logged(group, stream, line));
    }

    /** As the service's container writes an epoch of an NTM. @param fraction of the epochs that are over */
    void logEpoch(FakeJob job, int epoch, double train, double validation, double fraction) {
        String head = "[11/30/2026 12:00:00 INFO 140000000000000] ";
        List.of("# Starting training for epoch " + epoch, "# Finished training epoch " + epoch
                + " on 100 examples from 2 batches, each of size 64.",
                "Loss (name: value) total: " + train, "#quality_metric: host=algo-1, epoch=" + epoch + ", train total_loss <loss>=" + train,
                "#validation_score (" + epoch + "): " + validation, "#progress_metric: host=algo-1, completed " + 100 * fraction
                + " % of epochs",
                "#throughput_metric: host=algo-1, train throughput=1000.0 records/second")
                .forEach(line -> log(TRAINING, job.name + "/algo-1-1", head + line));
    }

    List<String> billable() {
        return jobs.values().stream().filter(FakeJob::goesOn).map(job -> job.kind + " " + job.name + " " + job.status).toList();
    }

    /** What is being stopped ends at a later look. */
    void look() {
        jobs.values().removeIf(job -> job.status.equals("Deleting"));
        jobs.values().stream().filter(job -> job.status.equals("Stopping")).forEach(job -> job.status = "Stopped");
    }

    private void ground(FakeAws aws) {
        aws.on("cloudformation:DescribeStacks", request -> {
            String name = request.get("StackName").getAsString();
            JsonArray outputs = name.endsWith("-platform") ? Json.list(output("DataBucket", BUCKET), output("ToolsBucket", "tools-bucket"),
                    output("RepositoryUri", "r"), output("LogGroup", "/aws/vendedlogs/states/topic-workbench"),
                    output("SageMakerRole", "arn"))
                    : Json.list(output("Pipeline", FakeStates.MACHINE), output("Release", "1"));
            return Json.of("Stacks", Json.list(Json.of("StackName", name, "StackId", "arn:aws:cloudformation:eu-west-1:123456789012:stack/"
                    + name + "/1", "CreationTime", Instant.now().toString(), "StackStatus", "CREATE_COMPLETE", "Outputs", outputs)));
        });
        FakeAccount.signIn(aws);
        aws.on("pricing:GetProducts", _ -> Json.of("PriceList", new JsonArray()));
        aws.on("monitoring:GetMetricData", _ -> Json.of("MetricDataResults", new JsonArray()));
        aws.on("tagging:GetResources",
                _ -> Json.of("ResourceTagMappingList", Json.list(jobs.values().stream().filter(job -> !job.kind.equals("glue"))
                .map(job -> Json.of("ResourceARN", job.arn(), "Tags", tags(job))).toList())));
    }

    private static JsonArray tags(FakeJob job) {
        JsonArray tags = Json.list(Json.of("Key", "topic-workbench:run", "Value", job.run));
        if (job.execution != null) {
            tags.add(Json.of("Key", "topic-workbench:execution", "Value", job.execution));
        }
        return tags;
    }

    private static JsonObject output(String key, String value) {
        return Json.of("OutputKey", key, "OutputValue", value);
    }

    private void sageMaker(FakeAws aws) {
        aws.on("sagemaker:ListTrainingJobs", request -> list(request, "training", "TrainingJobSummaries", "TrainingJob"));
        aws.on("sagemaker:ListProcessingJobs", request -> list(request, "processing", "ProcessingJobSummaries", "ProcessingJob"));
        aws.on("sagemaker:ListTransformJobs", request -> list(request, "transform", "TransformJobSummaries", "TransformJob"));
        aws.on("sagemaker:ListHyperParameterTuningJobs", _ -> Json.of("HyperParameterTuningJobSummaries", new JsonArray()));
        aws.on("sagemaker:DescribeTrainingJob", request -> {
            FakeJob job = job(request.get("TrainingJobName"));
            return Json.of("TrainingJobName", job.name, "TrainingJobArn", job.arn(), "ModelArtifacts",
                    Json.of("S3ModelArtifacts", "s3://b/k"),
                    "TrainingJobStatus", job.status, "SecondaryStatus", job.status.equals("InProgress") ? job.secondary : job.status,
                    "AlgorithmSpecification", Json.of("TrainingInputMode", "File"), "ResourceConfig", Json.of("InstanceType",
                            "ml.g4dn.xlarge", "InstanceCount", 1, "VolumeSizeInGB", 30), "StoppingCondition", Json.of(),
                    "CreationTime", FakeExecution.seconds(Instant.now()), "TrainingStartTime", FakeExecution.seconds(Instant.now()),
                    "BillableTimeInSeconds", job.goesOn() ? null : BILLED);
        });
        aws.on("sagemaker:DescribeProcessingJob", request -> {
            FakeJob job = job(request.get("ProcessingJobName"));
            return Json.of("ProcessingJobName", job.name, "ProcessingJobArn", job.arn(), "ProcessingResources", Json.of("ClusterConfig",
                    Json.of("InstanceCount", 1, "InstanceType", "ml.m5.xlarge", "VolumeSizeInGB", 30)), "AppSpecification",
                    Json.of("ImageUri", "i"), "ProcessingJobStatus", job.status, "ExitMessage", job.message,
                    "CreationTime", FakeExecution.seconds(Instant.now()));
        });
        aws.on("sagemaker:StopTrainingJob", request -> stop(job(request.get("TrainingJobName"))));
        aws.on("sagemaker:StopProcessingJob", request -> stop(job(request.get("ProcessingJobName"))));
        aws.on("glue:GetJobRuns", request -> {
            look();
            String kind = request.get("JobName").getAsString().replace("topic-workbench", "");
            return Json.of("JobRuns", Json.list(matching(job -> job.kind.equals("glue") && job.name.endsWith(kind)).stream().map(job ->
                    Json.of("Id", job.name, "JobName", request.get("JobName").getAsString(), "Arguments", Json.of("--run", job.run),
                            "WorkerType", "G.1X", "NumberOfWorkers", 2, "ExecutionTime", BILLED, "JobRunState", switch (job.status) {
                                case "InProgress" -> "RUNNING";
                                case "Completed" -> "SUCCEEDED";
                                default -> job.status.toUpperCase(Locale.ROOT);
                            })).toList()));
        });
        aws.on("glue:BatchStopJobRun", request -> {
            request.getAsJsonArray("JobRunIds").forEach(id -> stop(jobs.get(id.getAsString())));
            return Json.of("SuccessfulSubmissions", new JsonArray());
        });
    }

    private JsonObject list(JsonObject request, String kind, String member, String prefix) {
        look();
        String part = request.get("NameContains").getAsString();
        return Json.of(member, Json.list(matching(job -> job.kind.equals(kind) && job.name.contains(part)).stream().map(job ->
                Json.of(prefix + "Name", job.name, prefix + "Arn", job.arn(), "CreationTime", FakeExecution.seconds(Instant.now()),
                        prefix + "Status", job.status)).toList()));
    }

    private List<FakeJob> matching(Predicate<FakeJob> wanted) {
        return jobs.values().stream().filter(wanted).toList();
    }

    private FakeJob job(JsonElement name) {
        FakeJob job = jobs.get(name.getAsString());
        if (job == null) {
            throw new FakeFailure(400, "ResourceNotFound", "Requested resource not found.");
        }
        return job;
    }

    static JsonObject stop(FakeJob job) {
        if (job.status.equals("InProgress")) {
            job.status = "Stopping";
        } else if (!job.kind.equals("glue")) {
            throw new FakeFailure(400, "ValidationException", "The job can not be stopped because its state is " + job.status);
        }
        return Json.of();
    }

    private void endpoints(FakeAws aws) {
        aws.on("sagemaker:DescribeEndpoint", request -> {
            look();
            FakeJob job = jobs.get(request.get("EndpointName").getAsString());
            if (job == null) {
                throw new FakeFailure(400, "ValidationException", "Could not find endpoint \""
                        + request.get("EndpointName").getAsString() + "\".");
            }
            double now = FakeExecution.seconds(Instant.now());
            return Json.of("EndpointName", job.name, "EndpointArn", job.arn(), "EndpointConfigName", job.name,
                    "EndpointStatus", job.status, "CreationTime", now, "LastModifiedTime", now);
        });
        aws.on("sagemaker:ListEndpoints", request -> Json.of("Endpoints", Json.list(matching(job -> job.kind.equals("endpoint")
                && job.name.contains(request.get("NameContains").getAsString())).stream().map(job -> Json.of("EndpointName", job.name,
                        "EndpointArn", job.arn(), "EndpointStatus", job.status, "CreationTime", FakeExecution.seconds(Instant.now()),
                        "LastModifiedTime", FakeExecution.seconds(Instant.now()))).toList())));
        aws.on("sagemaker:DescribeEndpointConfig", request -> Json.of("EndpointConfigName", request.get("EndpointConfigName"),
                "EndpointConfigArn", "arn:aws:sagemaker:eu-west-1:123456789012:endpoint-config/" + request.get("EndpointConfigName")
                .getAsString(),
                "CreationTime", FakeExecution.seconds(Instant.now()), "ProductionVariants", Json.list(Json.of("VariantName", "all",
                        "ModelName", "m", "ServerlessConfig", Json.of("MemorySizeInMB", 2048, "MaxConcurrency", 1)))));
        aws.on("sagemaker:ListTags", request -> Json.of("Tags", Json.list(jobs.values().stream().filter(job -> job.arn()
                .equals(request.get("ResourceArn").getAsString())).flatMap(job -> tags(job).asList().stream()).toList())));
        aws.on("sagemaker:DeleteEndpoint", request -> {
            FakeJob job = jobs.get(request.get("EndpointName").getAsString());
            if (job.status.equals("Creating")) {
                job.status = "InService"; // it must be there before it can go
                throw new FakeFailure(400, "ValidationException", "Cannot update in-progress endpoint.");
            }
            job.status = "Deleting";
            return Json.of();
        });
    }

    private void logs(FakeAws aws) {
        aws.on("logs:DescribeLogStreams", request -> {
            String group = request.get("logGroupName").getAsString();
            String prefix = request.get("logStreamNamePrefix").getAsString();
            return Json.of("logStreams", Json.list(logged.stream().filter(one -> one.group().equals(group)).map(Logged::stream).distinct()
                    .filter(stream -> stream.startsWith(prefix)).map(stream -> Json.of("logStreamName", stream)).toList()));
        });
        aws.on("logs:GetLogEvents", request -> {
            List<String> lines = logged.stream().filter(one -> one.group().equals(request.get("logGroupName").getAsString())
                    && one.stream().equals(request.get("logStreamName").getAsString())).map(Logged::line).toList();
            int from = request.has("nextToken") ? Integer.parseInt(request.get("nextToken").getAsString().substring(2)) : 0;
            return Json.of("events", Json.list(lines.subList(from, lines.size()).stream().map(line -> Json.of("timestamp",
                    Instant.now().toEpochMilli(), "message", line)).toList()), "nextForwardToken", "f/" + lines.size());
        });
    }
}

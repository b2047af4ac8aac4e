package topicworkbench.run.aws.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import topicworkbench.evaluation.EnoughDocuments;
import topicworkbench.failure.ExplainedException;

/**
 * Plays a deployed account: the state machine and the jobs that it starts, with all that they cost until they are ended.
 * Stopping an execution leaves its job running, as the service may.
 */
public final class FakePipeline {
    public static final String BUCKET = "topic-workbench-data";
    private static final String MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:topic-workbench";
    private static final String GROUP = "/aws/sagemaker/TrainingJobs";
    private static final int EPOCHS = 4;
    /** Seconds of each Spark job and training. */
    public static final int BILLED = 90;

    private final S3Client s3;
    private final GoldenRun golden;
    private final Map<String, FakeExecution> executions = new LinkedHashMap<>();
    private final Map<String, FakeJob> jobs = new LinkedHashMap<>();
    private final List<String> logged = new ArrayList<>();
    private Supplier<String> fate = () -> "";
    private int started;

    /** Something that costs. @param kind training, processing, glue or endpoint */
    private static final class FakeJob {
        final String kind;
        final String name;
        final String run;
        String status = "InProgress";
        String secondary = "Starting";
        String message;

        FakeJob(String kind, String name, String run) {
            this.kind = kind;
            this.name = name;
            this.run = run;
        }

        boolean goesOn() {
            return List.of("InProgress", "Stopping", "Creating", "InService", "Deleting").contains(status);
        }
    }

    public FakePipeline(FakeAws aws, S3Client s3, GoldenRun golden) {
        this.s3 = s3;
        this.golden = golden;
        ground(aws);
        states(aws);
        sageMaker(aws);
        endpoints(aws);
        logs(aws);
    }

    /** What becomes of each job, asked when it starts: nothing special, or the name of a failure. */
    public void fates(Supplier<String> fates) {
        fate = fates;
    }

    /** What costs now but an endpoint that a finished run was asked for. */
    public List<String> billable() {
        return jobs.values().stream().filter(FakeJob::goesOn).map(job -> job.kind + " " + job.name + " " + job.status).toList();
    }

    /** Executions that were ever started, by any call. */
    public int started() {
        return started;
    }

    public List<String> executions() {
        return List.copyOf(executions.keySet());
    }

    private void ground(FakeAws aws) {
        aws.on("cloudformation:DescribeStacks", request -> {
            String name = request.get("StackName").getAsString();
            JsonArray outputs = name.endsWith("-platform") ? Json.list(output("DataBucket", BUCKET), output("ToolsBucket", "tools-bucket"),
                    output("RepositoryUri", "r"), output("LogGroup", "/aws/vendedlogs/states/topic-workbench"), output("SageMakerRole", "arn"))
                    : Json.list(output("Pipeline", MACHINE), output("Release", "1"));
            return Json.of("Stacks", Json.list(Json.of("StackName", name, "StackId", "arn:aws:cloudformation:eu-west-1:123456789012:stack/"
                    + name + "/1", "CreationTime", Instant.now().toString(), "StackStatus", "CREATE_COMPLETE", "Outputs", outputs)));
        });
        aws.on("sts:GetCallerIdentity", _ -> Json.of("Account", FakeAccount.ID, "Arn", "arn:aws:iam::123456789012:user/ann", "UserId", "A"));
        aws.on("pricing:GetProducts", _ -> Json.of("PriceList", new JsonArray()));
        aws.on("monitoring:GetMetricData", _ -> Json.of("MetricDataResults", new JsonArray()));
        aws.on("tagging:GetResources", _ -> Json.of("ResourceTagMappingList", Json.list(jobs.values().stream().filter(job -> !job.kind.equals("glue"))
                .map(job -> Json.of("ResourceARN", arn(job), "Tags", Json.list(Json.of("Key", "topic-workbench:run", "Value", job.run)))).toList())));
    }

    private static JsonObject output(String key, String value) {
        return Json.of("OutputKey", key, "OutputValue", value);
    }

    private static String arn(FakeJob job) {
        return "arn:aws:sagemaker:eu-west-1:123456789012:" + (job.kind.equals("endpoint") ? "endpoint" : job.kind + "-job") + "/" + job.name;
    }

    private void states(FakeAws aws) {
        aws.on("states:StartExecution", request -> {
            String name = request.get("name").getAsString();
            String text = request.get("input").getAsString();
            FakeExecution there = executions.get(name);
            if (there != null && (!there.status.equals("RUNNING") || !there.text.equals(text))) {
                throw new FakeFailure(400, "ExecutionAlreadyExists", "Execution Already Exists: '" + name + "'");
            }
            if (there == null) {
                there = new FakeExecution(name, MACHINE.replace(":stateMachine:", ":execution:") + ":" + name, text,
                        JsonParser.parseString(text).getAsJsonObject());
                executions.put(name, there);
                started++;
                script(there);
            }
            if (fate.get().equals("answer lost")) {
                throw new FakeFailure(500, "InternalFailure", "the answer is lost, the execution is not");
            }
            return Json.of("executionArn", there.arn, "startDate", FakeExecution.seconds(there.begun));
        });
        aws.on("states:DescribeExecution", request -> {
            FakeExecution execution = execution(request);
            execution.look();
            jobsLook();
            return Json.of("executionArn", execution.arn, "stateMachineArn", MACHINE, "name", execution.name, "status", execution.status,
                    "startDate", FakeExecution.seconds(execution.begun), "stopDate", execution.ended == null ? null
                            : FakeExecution.seconds(execution.ended), "error", execution.error, "cause", execution.cause);
        });
        aws.on("states:GetExecutionHistory", request -> {
            FakeExecution execution = execution(request);
            int end = request.has("nextToken") ? Integer.parseInt(request.get("nextToken").getAsString()) : execution.events.size();
            int from = Math.max(0, end - 3); // small pages, to be followed
            return Json.of("events", Json.list(execution.events.subList(from, end).reversed()), "nextToken", from == 0 ? null : Integer.toString(from));
        });
        aws.on("states:StopExecution", request -> {
            execution(request).end("ABORTED", "TopicWorkbench.Stopped", "stopped");
            return Json.of("stopDate", FakeExecution.seconds(Instant.now()));
        });
        aws.on("states:ListExecutions", _ -> Json.of("executions", Json.list(executions.values().stream().map(execution -> Json.of("executionArn",
                execution.arn, "stateMachineArn", MACHINE, "name", execution.name, "status", execution.status, "startDate",
                FakeExecution.seconds(execution.begun))).toList())));
    }

    private FakeExecution execution(JsonObject request) {
        String arn = request.get("executionArn").getAsString();
        FakeExecution execution = executions.get(arn.substring(arn.lastIndexOf(':') + 1));
        if (execution == null) {
            throw new FakeFailure(400, "ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
        }
        return execution;
    }

    /** What an execution goes through from the stage on with which its input begins. */
    private void script(FakeExecution execution) {
        String run = execution.input.get("run").getAsString();
        String stem = "tw-" + execution.input.get("jobs").getAsString();
        List<String> order = List.of("ingest", "prepare", "vectorise", "train", "evaluate", "gate");
        int from = order.indexOf(execution.input.get("from").getAsString());
        if (from <= 0) {
            step(execution, "Ingest", new FakeJob("glue", stem + "-ingest", run), "ingest");
        }
        if (from <= 1) {
            step(execution, "Prepare", new FakeJob("glue", stem + "-prepare", run), "prepare");
        }
        if (from <= 2) {
            step(execution, "Count", new FakeJob("processing", stem + "-count-0", run), null);
            step(execution, "Vectorise", new FakeJob("processing", stem + "-vectorise-0", run), "vectorise");
        }
        if (from <= 3) {
            execution.ahead.add(() -> execution.enter("Read corpus"));
            train(execution, new FakeJob("training", stem + "-ntm-0", run));
        }
        if (from <= 4) {
            step(execution, "Evaluate", new FakeJob("processing", stem + "-evaluate-0", run), "evaluate");
        }
        execution.ahead.add(() -> execution.enter("Read scores"));
        execution.ahead.add(() -> execution.enter("Check WETC and TU"));
        execution.ahead.add(() -> afterGate(execution, run));
    }

    private void step(FakeExecution execution, String state, FakeJob job, String stage) {
        execution.ahead.add(() -> execution.enter(state));
        execution.ahead.add(() -> begin(execution, job));
        execution.ahead.add(() -> {
            if ("vectorise".equals(stage) && !enough(execution, job)) {
                return;
            }
            if (stage != null) {
                put(execution, stage);
            }
            job.status = "Completed";
        });
    }

    private void begin(FakeExecution execution, FakeJob job) {
        jobs.put(job.name, job);
        switch (fate.get()) {
            case "capacity" -> failed(execution, job, "Failed", "CapacityError: Unable to provision requested ML compute capacity.");
            case "spot" -> failed(execution, job, "Stopped", "Training job was interrupted: MaxWaitTimeExceeded.");
            case "failed" -> failed(execution, job, "Failed", "AlgorithmError: exit code 1");
            case "timeout" -> execution.end("TIMED_OUT", "States.Timeout", null); // the job goes on
            default -> { }
        }
    }

    private void failed(FakeExecution execution, FakeJob job, String status, String reason) {
        job.status = status;
        execution.end("FAILED", "States.TaskFailed", Json.of("TrainingJobName", job.name, "FailureReason", reason).toString());
    }

    private boolean enough(FakeExecution execution, FakeJob job) {
        try {
            int topics = execution.input.getAsJsonObject("training").getAsJsonObject("ntm").get("num_topics").getAsInt();
            EnoughDocuments.require(golden.local().summary().counts().documents(), topics);
            return true;
        } catch (ExplainedException e) {
            job.status = "Failed";
            job.message = e.getMessage() + "\n" + e.remedy();
            execution.end("FAILED", "States.TaskFailed", Json.of("ProcessingJobName", job.name, "ExitMessage", job.message).toString());
            return false;
        }
    }

    private void train(FakeExecution execution, FakeJob job) {
        execution.ahead.add(() -> execution.enter("Train NTM"));
        execution.ahead.add(() -> begin(execution, job));
        execution.ahead.add(() -> job.secondary = "Training");
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            int now = epoch;
            execution.ahead.add(() -> epoch(job, now));
        }
        execution.ahead.add(() -> job.secondary = "Uploading");
        execution.ahead.add(() -> {
            job.status = "Completed";
            job.secondary = "Completed";
        });
    }

    /** As the container writes it. */
    private void epoch(FakeJob job, int epoch) {
        String head = "[11/30/2026 12:00:0" + epoch + " INFO 140000000000000] ";
        logged.add(job.name + "/algo-1-1|" + head + "# Starting training for epoch " + epoch);
        logged.add(job.name + "/algo-1-1|" + head + "# Finished training epoch " + epoch + " on 100 examples from 2 batches, each of size 64.");
        logged.add(job.name + "/algo-1-1|" + head + "Loss (name: value) total: " + (7 - epoch * .1));
        logged.add(job.name + "/algo-1-1|" + head + "#quality_metric: host=algo-1, epoch=" + epoch + ", train total_loss <loss>=" + (7 - epoch * .1));
        logged.add(job.name + "/algo-1-1|" + head + "#validation_score (" + epoch + "): " + (7.1 - epoch * .1));
        logged.add(job.name + "/algo-1-1|" + head + "#progress_metric: host=algo-1, completed " + 100.0 * epoch / EPOCHS + " % of epochs");
        logged.add(job.name + "/algo-1-1|" + head + "#throughput_metric: host=algo-1, train throughput=1000.0 records/second");
    }

    private void afterGate(FakeExecution execution, String run) {
        JsonObject gate = execution.input.getAsJsonObject("gate");
        var quality = golden.local().summary().quality();
        if (quality.wetc() < gate.get("wetc").getAsDouble() || quality.tu() < gate.get("tu").getAsDouble()) {
            execution.ahead.add(() -> execution.enter("Not accepted"));
            execution.ahead.add(() -> execution.end("SUCCEEDED", null, null));
            return;
        }
        execution.ahead.add(() -> execution.enter("Create NTM model"));
        JsonObject wanted = execution.input.getAsJsonObject("endpoint");
        if (wanted.get("wanted").getAsBoolean()) {
            FakeJob endpoint = new FakeJob("endpoint", wanted.get("name").getAsString(), run);
            endpoint.status = "Creating";
            execution.ahead.add(() -> execution.enter("Create endpoint"));
            execution.ahead.add(() -> jobs.put(endpoint.name, endpoint));
            execution.ahead.add(() -> endpoint.status = "InService");
        }
        execution.ahead.add(() -> execution.end("SUCCEEDED", null, null));
    }

    private void put(FakeExecution execution, String stage) {
        golden.objects().get(stage).forEach((key, bytes) -> s3.putObject(request -> request.bucket(BUCKET)
                .key(execution.input.get("prefix").getAsString() + "/" + key), RequestBody.fromBytes(bytes)));
    }

    /** What is being stopped ends at a later look. */
    private void jobsLook() {
        jobs.values().removeIf(job -> job.status.equals("Deleting"));
        jobs.values().stream().filter(job -> job.status.equals("Stopping")).forEach(job -> job.status = "Stopped");
    }

    private void sageMaker(FakeAws aws) {
        aws.on("sagemaker:ListTrainingJobs", request -> list(request, "training", "TrainingJobSummaries", "TrainingJob"));
        aws.on("sagemaker:ListProcessingJobs", request -> list(request, "processing", "ProcessingJobSummaries", "ProcessingJob"));
        aws.on("sagemaker:ListTransformJobs", _ -> Json.of("TransformJobSummaries", new JsonArray()));
        aws.on("sagemaker:ListHyperParameterTuningJobs", _ -> Json.of("HyperParameterTuningJobSummaries", new JsonArray()));
        aws.on("sagemaker:DescribeTrainingJob", request -> {
            FakeJob job = job(request.get("TrainingJobName"));
            return Json.of("TrainingJobName", job.name, "TrainingJobArn", arn(job), "ModelArtifacts", Json.of("S3ModelArtifacts", "s3://b/k"),
                    "TrainingJobStatus", job.status, "SecondaryStatus", job.status.equals("InProgress") ? job.secondary : job.status,
                    "AlgorithmSpecification", Json.of("TrainingInputMode", "File"), "ResourceConfig", Json.of("InstanceType",
                            "ml.g4dn.xlarge", "InstanceCount", 1, "VolumeSizeInGB", 30), "StoppingCondition", Json.of(),
                    "CreationTime", FakeExecution.seconds(Instant.now()), "TrainingStartTime", FakeExecution.seconds(Instant.now()),
                    "BillableTimeInSeconds", job.goesOn() ? null : BILLED);
        });
        aws.on("sagemaker:DescribeProcessingJob", request -> {
            FakeJob job = job(request.get("ProcessingJobName"));
            return Json.of("ProcessingJobName", job.name, "ProcessingJobArn", arn(job), "ProcessingResources", Json.of("ClusterConfig",
                    Json.of("InstanceCount", 1, "InstanceType", "ml.m5.xlarge", "VolumeSizeInGB", 30)), "AppSpecification",
                    Json.of("ImageUri", "i"), "ProcessingJobStatus", job.status, "ExitMessage", job.message,
                    "CreationTime", FakeExecution.seconds(Instant.now()));
        });
        aws.on("sagemaker:StopTrainingJob", request -> stop(job(request.get("TrainingJobName"))));
        aws.on("sagemaker:StopProcessingJob", request -> stop(job(request.get("ProcessingJobName"))));
        aws.on("glue:GetJobRuns", request -> {
            jobsLook();
            String kind = request.get("JobName").getAsString().replace("topic-workbench", "");
            return Json.of("JobRuns", Json.list(matching(job -> job.kind.equals("glue") && job.name.endsWith(kind)).stream().map(job ->
                    Json.of("Id", job.name, "JobName", request.get("JobName").getAsString(), "Arguments", Json.of("--run", job.run),
                            "WorkerType", "G.1X", "NumberOfWorkers", 2, "ExecutionTime", BILLED, "JobRunState", switch (job.status) {
                                case "InProgress" -> "RUNNING";
                                case "Completed" -> "SUCCEEDED";
                                default -> job.status.toUpperCase(java.util.Locale.ROOT);
                            })).toList()));
        });
        aws.on("glue:BatchStopJobRun", request -> {
            request.getAsJsonArray("JobRunIds").forEach(id -> stop(jobs.get(id.getAsString())));
            return Json.of("SuccessfulSubmissions", new JsonArray());
        });
    }

    private JsonObject list(JsonObject request, String kind, String member, String prefix) {
        jobsLook();
        String part = request.get("NameContains").getAsString();
        return Json.of(member, Json.list(matching(job -> job.kind.equals(kind) && job.name.contains(part)).stream().map(job ->
                Json.of(prefix + "Name", job.name, prefix + "Arn", arn(job), "CreationTime", FakeExecution.seconds(Instant.now()),
                        prefix + "Status", job.status)).toList()));
    }

    private List<FakeJob> matching(Predicate<FakeJob> wanted) {
        return jobs.values().stream().filter(wanted).toList();
    }

    private FakeJob job(com.google.gson.JsonElement name) {
        FakeJob job = jobs.get(name.getAsString());
        if (job == null) {
            throw new FakeFailure(400, "ResourceNotFound", "Requested resource not found.");
        }
        return job;
    }

    private static JsonObject stop(FakeJob job) {
        if (job.status.equals("InProgress")) {
            job.status = "Stopping";
        } else if (!job.kind.equals("glue")) {
            throw new FakeFailure(400, "ValidationException", "The job can not be stopped because its state is " + job.status);
        }
        return Json.of();
    }

    private void endpoints(FakeAws aws) {
        aws.on("sagemaker:DescribeEndpoint", request -> {
            jobsLook();
            FakeJob job = jobs.get(request.get("EndpointName").getAsString());
            if (job == null) {
                throw new FakeFailure(400, "ValidationException", "Could not find endpoint \"" + request.get("EndpointName").getAsString() + "\".");
            }
            double now = FakeExecution.seconds(Instant.now());
            return Json.of("EndpointName", job.name, "EndpointArn", arn(job), "EndpointConfigName", job.name,
                    "EndpointStatus", job.status, "CreationTime", now, "LastModifiedTime", now);
        });
        aws.on("sagemaker:ListEndpoints", request -> Json.of("Endpoints", Json.list(matching(job -> job.kind.equals("endpoint")
                && job.name.contains(request.get("NameContains").getAsString())).stream().map(job -> Json.of("EndpointName", job.name,
                        "EndpointArn", arn(job), "EndpointStatus", job.status, "CreationTime", FakeExecution.seconds(Instant.now()),
                        "LastModifiedTime", FakeExecution.seconds(Instant.now()))).toList())));
        aws.on("sagemaker:DescribeEndpointConfig", request -> Json.of("EndpointConfigName", request.get("EndpointConfigName"),
                "EndpointConfigArn", "arn:aws:sagemaker:eu-west-1:123456789012:endpoint-config/" + request.get("EndpointConfigName").getAsString(),
                "CreationTime", FakeExecution.seconds(Instant.now()), "ProductionVariants", Json.list(Json.of("VariantName", "all",
                        "ModelName", "m", "ServerlessConfig", Json.of("MemorySizeInMB", 2048, "MaxConcurrency", 1)))));
        aws.on("sagemaker:ListTags", request -> Json.of("Tags", Json.list(jobs.values().stream().filter(job -> arn(job)
                .equals(request.get("ResourceArn").getAsString())).map(job -> Json.of("Key", "topic-workbench:run", "Value", job.run)).toList())));
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
            String prefix = request.get("logStreamNamePrefix").getAsString();
            if (!request.get("logGroupName").getAsString().equals(GROUP)) {
                return Json.of("logStreams", new JsonArray());
            }
            return Json.of("logStreams", Json.list(logged.stream().map(line -> line.substring(0, line.indexOf('|'))).distinct()
                    .filter(stream -> stream.startsWith(prefix)).map(stream -> Json.of("logStreamName", stream)).toList()));
        });
        aws.on("logs:GetLogEvents", request -> {
            String stream = request.get("logStreamName").getAsString() + "|";
            List<String> lines = logged.stream().filter(line -> line.startsWith(stream)).map(line -> line.substring(stream.length())).toList();
            int from = request.has("nextToken") ? Integer.parseInt(request.get("nextToken").getAsString().substring(2)) : 0;
            return Json.of("events", Json.list(lines.subList(from, lines.size()).stream().map(line -> Json.of("timestamp",
                    Instant.now().toEpochMilli(), "message", line)).toList()), "nextForwardToken", "f/" + lines.size());
        });
    }
}

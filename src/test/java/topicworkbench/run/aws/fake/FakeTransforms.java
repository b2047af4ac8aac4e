package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import topicworkbench.sagemaker.FeatureRecord;
import topicworkbench.sagemaker.HostModel;
import topicworkbench.sagemaker.RecordIoReader;

/**
 * Plays batch transforms as the service documents them: a job reads RecordIO under a prefix, and leaves for each file one of the
 * same name and {@code .out}, with a JSON line a record.
 */
public final class FakeTransforms {
    private static final String ARN = "arn:aws:sagemaker:eu-west-1:123456789012:";
    private static final int LOOKS = 3;

    private final FakeServices services;
    private final RehearsedFiles files;
    private final Map<String, ForwardPass> models = new TreeMap<>();
    private final Map<String, Transform> transforms = new TreeMap<>();
    private UnaryOperator<String> answer = UnaryOperator.identity();
    private String failure;
    private boolean hangs;
    private boolean losesAnswer;

    private static final class Transform {
        final FakeJob job;
        final JsonObject request;
        final Instant begun = Instant.now();
        int looks;

        Transform(FakeJob job, JsonObject request) {
            this.job = job;
            this.request = request;
        }
    }

    FakeTransforms(FakeAws aws, FakeServices services, RehearsedFiles files) {
        this.services = services;
        this.files = files;
        aws.on("sagemaker:ListModels", request -> Json.of("Models", Json.list(models.keySet().stream()
                        .filter(name -> name.contains(Json.text(request, "NameContains")))
                        .map(name -> Json.of("ModelName", name, "ModelArn",
                                ARN + "model/" + name, "CreationTime", Instant.now().getEpochSecond())).toList())))
                .on("sagemaker:CreateTransformJob", this::create)
                .on("sagemaker:DescribeTransformJob", this::describe)
                .on("sagemaker:StopTransformJob", request -> FakeServices.stop(find(request).job));
    }

    public void model(String name, HostModel model) {
        models.put(name, ForwardPass.of(model));
    }

    /** What becomes of the text of every file of answers; null for a file that is not there. */
    public void answers(UnaryOperator<String> change) {
        answer = change;
    }

    /** Jobs from now on fail. */
    public void fail(String reason) {
        failure = reason;
    }

    /** Jobs from now on go on until they are stopped. */
    public void hang() {
        hangs = true;
    }

    /** The next job begins, but nobody hears of it. */
    public void loseAnswer() {
        losesAnswer = true;
    }

    /** What was asked for, in order. */
    public List<JsonObject> asked() {
        return transforms.values().stream().map(transform -> transform.request).toList();
    }

    private Transform find(JsonObject request) {
        Transform transform = transforms.get(Json.text(request, "TransformJobName"));
        if (transform == null) {
            throw new FakeFailure(400, "ValidationException", "Requested resource not found.");
        }
        return transform;
    }

    private JsonObject create(JsonObject request) {
        String name = Json.text(request, "TransformJobName");
        if (transforms.containsKey(name)) {
            throw new FakeFailure(400, "ResourceInUse", "Job name must be unique within an AWS account and region.");
        }
        if (!models.containsKey(Json.text(request, "ModelName"))) {
            throw new FakeFailure(400, "ValidationException", "Could not find model.");
        }
        FakeJob job = RehearsedProcessing.job("transform", name, request, null);
        services.add(job);
        transforms.put(name, new Transform(job, request));
        if (losesAnswer) {
            losesAnswer = false;
            throw new FakeFailure(500, "InternalFailure", "the answer is lost, the job is not");
        }
        return Json.of("TransformJobArn", job.arn());
    }

    private JsonObject describe(JsonObject request) {
        Transform transform = find(request);
        services.look();
        FakeJob job = transform.job;
        if (job.status.equals("InProgress") && ++transform.looks >= LOOKS && !hangs) {
            try {
                work(transform);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Instant end = job.goesOn() ? null : transform.begun.plusSeconds(FakeServices.BILLED);
        return Json.of("TransformJobName", job.name, "TransformJobArn", job.arn(), "TransformJobStatus", job.status, "FailureReason",
                job.message, "ModelName", Json.text(transform.request, "ModelName"), "CreationTime", FakeExecution.seconds(transform.begun),
                "TransformStartTime", FakeExecution.seconds(transform.begun), "TransformEndTime", end == null ? null
                : FakeExecution.seconds(end),
                "TransformInput", transform.request.get("TransformInput"), "TransformResources",
                transform.request.get("TransformResources"));
    }

    private void work(Transform transform) throws IOException {
        if (failure != null) {
            transform.job.message = failure;
            transform.job.status = "Failed";
            return;
        }
        JsonObject input = transform.request.getAsJsonObject("TransformInput");
        JsonObject output = transform.request.getAsJsonObject("TransformOutput");
        if (!Json.text(input, "ContentType").equals("application/x-recordio-protobuf") || !Json.text(input, "SplitType").equals("RecordIO")
                || !Json.text(output, "Accept").equals("application/jsonlines") || !Json.text(output, "AssembleWith").equals("Line")) {
            throw new IOException("not as the service documents it: " + transform.request);
        }
        Map<String, byte[]> parts = files.readAll(Json.text(input.getAsJsonObject("DataSource").getAsJsonObject("S3DataSource"), "S3Uri"));
        if (parts.isEmpty()) {
            transform.job.message = "ClientError: No S3 objects found";
            transform.job.status = "Failed";
            return;
        }
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            String text = answer.apply(lines(models.get(Json.text(transform.request, "ModelName")), part.getValue()));
            if (text != null) {
                files.put(Json.text(output, "S3OutputPath") + "/" + part.getKey() + ".out",
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        transform.job.status = "Completed";
    }

    private static String lines(ForwardPass model, byte[] part) throws IOException {
        RecordIoReader records = new RecordIoReader(new ByteArrayInputStream(part));
        List<String> lines = new ArrayList<>();
        for (byte[] payload = records.next(); payload != null; payload = records.next()) {
            FeatureRecord record = FeatureRecord.decoded(payload);
            lines.add(Json.of(model.name(), Json.list(model.weights(record.keys(), record.values()))).toString());
        }
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }
}

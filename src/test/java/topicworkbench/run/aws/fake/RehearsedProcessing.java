package topicworkbench.run.aws.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import topicworkbench.job.ContainerJobs;
import topicworkbench.templates.PipelineExecutions.TaskFailure;

/** Runs a processing job as SageMaker does: inputs to the disks of its instances, the container's program on each, outputs to S3. */
record RehearsedProcessing(RehearsedFiles files, FakeServices services, Path folder) {
    private static final String CONTAINER = "/opt/ml/";

    /** @throws TaskFailure with the job's description, as Step Functions tells of a job that failed */
    JsonObject run(JsonObject parameters) throws TaskFailure {
        FakeJob job = job("processing", parameters.get("ProcessingJobName").getAsString(), parameters);
        services.add(job);
        try {
            int instances = parameters.getAsJsonObject("ProcessingResources").getAsJsonObject("ClusterConfig")
                    .get("InstanceCount").getAsInt();
            for (int number = 0; number < instances; number++) {
                run(parameters, job, number, instances);
            }
            job.status = "Completed";
            return Json.of("ProcessingJobName", job.name, "ProcessingJobStatus", job.status, "ExitMessage", job.message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            job.status = job.status.equals("Completed") ? job.status : "Failed";
        }
    }

    /** A job, with the run and the execution whose tags it is to carry. */
    static FakeJob job(String kind, String name, JsonObject parameters) {
        return job(kind, name, parameters, tag("topic-workbench:execution", parameters));
    }

    /** @param execution whose tag it is to carry besides, or null */
    static FakeJob job(String kind, String name, JsonObject parameters, String execution) {
        FakeJob job = new FakeJob(kind, name, tag("topic-workbench:run", parameters));
        job.execution = execution;
        return job;
    }

    private static String tag(String key, JsonObject parameters) {
        for (JsonElement tag : parameters.getAsJsonArray("Tags")) {
            if (tag.getAsJsonObject().get("Key").getAsString().equals(key)) {
                return tag.getAsJsonObject().get("Value").getAsString();
            }
        }
        throw new IllegalArgumentException("a job without the tag " + key + ": " + parameters);
    }

    private void run(JsonObject parameters, FakeJob job, int number, int instances) throws IOException, TaskFailure {
        Path root = Files.createDirectories(folder.resolve(job.name).resolve("algo-" + (number + 1)));
        Files.createDirectories(root.resolve("config"));
        Files.writeString(root.resolve("config/resourceconfig.json"), Json.of("current_host", "algo-" + (number + 1), "hosts",
                IntStream.rangeClosed(1, instances).mapToObj(host -> "algo-" + host).toList()).toString());
        for (JsonElement input : parameters.getAsJsonArray("ProcessingInputs")) {
            JsonObject from = input.getAsJsonObject().getAsJsonObject("S3Input");
            boolean sharded = from.get("S3DataDistributionType").getAsString().equals("ShardedByS3Key");
            files.fetch(from.get("S3Uri").getAsString(), local(root, from), object -> !sharded || object % instances == number);
        }
        JsonArray arguments = parameters.getAsJsonObject("AppSpecification").getAsJsonArray("ContainerArguments");
        int exit = ContainerJobs.run(root, environment(parameters), arguments.asList().stream().map(JsonElement::getAsString)
                .collect(Collectors.joining(" ")));
        job.message = Files.readString(root.resolve("output/message"));
        services.log(FakeServices.PROCESSING, job.name + "/algo-" + (number + 1) + "-1", job.message.lines().findFirst().orElse(""));
        if (exit != 0) {
            throw new TaskFailure("States.TaskFailed", Json.of("ProcessingJobName", job.name, "ProcessingJobStatus", "Failed",
                    "ExitMessage", job.message, "FailureReason", "AlgorithmError: exit code " + exit).toString());
        }
        send(parameters, root);
    }

    /** What is in no declared output is lost with the instance, as the service has it. */
    private void send(JsonObject parameters, Path root) throws IOException {
        Path outputs = root.resolve("processing/output");
        long declared = 0;
        for (JsonElement output : parameters.getAsJsonObject("ProcessingOutputConfig").getAsJsonArray("Outputs")) {
            JsonObject to = output.getAsJsonObject().getAsJsonObject("S3Output");
            Path from = Files.createDirectories(local(root, to));
            files.send(from, to.get("S3Uri").getAsString());
            declared += count(from);
        }
        if (Files.isDirectory(outputs) && count(outputs) != declared) {
            throw new IOException("files in no declared output of " + root);
        }
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static Path local(Path root, JsonObject place) {
        String path = place.get("LocalPath").getAsString();
        if (!path.startsWith(CONTAINER + "processing/")) {
            throw new IllegalArgumentException("SageMaker allows no folder " + path);
        }
        return root.resolve(path.substring(CONTAINER.length()));
    }

    private static Map<String, String> environment(JsonObject parameters) {
        Map<String, String> environment = new TreeMap<>();
        if (parameters.has("Environment")) {
            parameters.getAsJsonObject("Environment").entrySet()
                    .forEach(each -> environment.put(each.getKey(), each.getValue().getAsString()));
        }
        return environment;
    }
}

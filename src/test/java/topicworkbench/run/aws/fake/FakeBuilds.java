package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays CodeBuild, its log, and the registry into which it pushes. */
public final class FakeBuilds {
    private static final List<String> LOG = List.of("[Container] docker build", "Step 1/3 : FROM eclipse-temurin:25-jdk", "pushed");

    private final FakeBuckets buckets;
    private final Map<String, Build> builds = new LinkedHashMap<>();
    private final Map<String, Instant> images = new TreeMap<>();
    private String failure;

    /** A build; over when it is looked at for the third time. */
    private static final class Build {
        final String id;
        final String project;
        final String release;
        final String source;
        final String failure;
        int looks;

        Build(String id, String project, String release, String source, String failure) {
            this.id = id;
            this.project = project;
            this.release = release;
            this.source = source;
            this.failure = failure;
        }

        String state() {
            return looks < 3 ? "IN_PROGRESS" : failure == null ? "SUCCEEDED" : "FAILED";
        }
    }

    public FakeBuilds(FakeAws aws) {
        this.buckets = aws.buckets();
        aws.on("codebuild:StartBuild", this::start)
                .on("codebuild:BatchGetBuilds", request -> Json.of("builds", Json.list(request.getAsJsonArray("ids").asList().stream()
                        .map(id -> described(look(builds.get(id.getAsString())))).toList())))
                .on("codebuild:ListBuildsForProject", request -> Json.of("ids", builds.isEmpty() ? null
                        : Json.list(new ArrayList<>(builds.keySet()).reversed())))
                .on("logs:GetLogEvents", this::log)
                .on("ecr:DescribeImages", this::image);
    }

    public void failNext(String reason) {
        failure = reason;
    }

    public int started() {
        return builds.size();
    }

    public void forgetImages() {
        images.clear();
    }

    private JsonObject start(JsonObject request) {
        String release = request.getAsJsonArray("environmentVariablesOverride").get(0).getAsJsonObject().get("value").getAsString();
        String project = Json.text(request, "projectName");
        Build build = new Build(project + ":" + builds.size(), project, release, Json.text(request, "sourceLocationOverride"), failure);
        failure = null;
        builds.put(build.id, build);
        return Json.of("build", described(build));
    }

    private Build look(Build build) {
        if (++build.looks == 3 && build.failure == null) {
            String[] place = build.source.split("/", 2);
            if (buckets.read(place[0], place[1]).isEmpty()) {
                throw new FakeFailure(500, "InternalFailure", "The source " + build.source + " is not there");
            }
            images.put(build.release, Instant.now());
        }
        return build;
    }

    private static JsonObject described(Build build) {
        return Json.of("id", build.id, "projectName", build.project, "buildStatus", build.state(), "startTime",
                Instant.now().getEpochSecond(), "logs",
                Json.of("groupName", "/aws/vendedlogs/states/x", "streamName", "build/" + build.id.replace(':', '-'),
                "deepLink", "https://console.aws.amazon.com/log"),
                "environment", Json.of("type", "LINUX_CONTAINER", "image", "standard:5.0", "computeType", "BUILD_GENERAL1_SMALL",
                        "environmentVariables", Json.list(Json.of("name", "RELEASE", "value", build.release))),
                "phases", build.state().equals("FAILED") ? Json.list(Json.of("phaseType", "BUILD", "phaseStatus", "FAILED", "contexts",
                        Json.list(Json.of("statusCode", "COMMAND_EXECUTION_ERROR", "message", build.failure)))) : null);
    }

    /** A line a look, and the same token again at the end, as the service does it. */
    private JsonObject log(JsonObject request) {
        int from = request.has("nextToken") ? Integer.parseInt(request.get("nextToken").getAsString().substring(2)) : 0;
        List<JsonObject> lines = from >= LOG.size() ? List.of()
                : List.of(Json.of("timestamp", Instant.now().toEpochMilli(), "message", LOG.get(from) + "\n"));
        return Json.of("events", Json.list(lines), "nextForwardToken", "f/" + (from + lines.size()), "nextBackwardToken", "b/0");
    }

    private JsonObject image(JsonObject request) {
        String tag = request.getAsJsonArray("imageIds").get(0).getAsJsonObject().get("imageTag").getAsString();
        if (!images.containsKey(tag)) {
            throw new FakeFailure(400, "ImageNotFoundException", "The image with imageId {imageTag:'" + tag + "'} does not exist");
        }
        return Json.of("imageDetails", Json.list(Json.of("imageDigest", "sha256:" + "0".repeat(64), "imageTags", Json.list(tag),
                "imagePushedAt", images.get(tag).getEpochSecond())));
    }
}

package topicworkbench.run.aws.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.codebuild.model.Build;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariable;
import software.amazon.awssdk.services.codebuild.model.EnvironmentVariableType;
import software.amazon.awssdk.services.codebuild.model.PhaseContext;
import software.amazon.awssdk.services.codebuild.model.SortOrderType;
import software.amazon.awssdk.services.codebuild.model.StatusType;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import topicworkbench.cloud.Platform.Event;
import topicworkbench.cloud.Platform.Image;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.aws.sdk.AwsClients;

/** The image of the processing jobs, built in the account by CodeBuild since users have no Docker. */
final class ImageBuild {
    private static final String RELEASE = "RELEASE";
    private static final int BUILDS_LOOKED_AT = 10;
    private static final int LAST_LINES = 8;

    private final AwsClients aws;
    private final Duration poll;

    ImageBuild(AwsClients aws, Duration poll) {
        this.aws = aws;
        this.poll = poll;
    }

    /** The image of a release; nothing where it was not built, or is expired. */
    Optional<Image> find(Deployed deployed, String release) {
        return aws.find("look for the image of the processing jobs", () -> aws.ecr().describeImages(request -> request
                        .repositoryName(deployed.project()).imageIds(ImageIdentifier.builder().imageTag(release).build())))
                .flatMap(found -> found.imageDetails().stream().findFirst())
                .map(found -> new Image(deployed.repository() + ":" + release, found.imageDigest(), found.imagePushedAt()));
    }

    /** Builds it, or follows a build of the same release that goes on already. */
    void build(Deployed deployed, Release release, Consumer<Event> listener) throws InterruptedException {
        Build build = underWay(deployed, release)
                .orElseGet(() -> aws.ask("build the image", () -> aws.codeBuild().startBuild(request -> request
                .projectName(deployed.buildProject())
                .sourceLocationOverride(deployed.toolsBucket() + "/" + release.imageKey())
                .environmentVariablesOverride(EnvironmentVariable.builder().name(RELEASE).value(release.name())
                        .type(EnvironmentVariableType.PLAINTEXT).build()))).build());
        follow(build, listener);
    }

    private Optional<Build> underWay(Deployed deployed, Release release) {
        List<String> newest = aws.ask("list the builds of the image", () -> aws.codeBuild().listBuildsForProject(request -> request
                .projectName(deployed.buildProject()).sortOrder(SortOrderType.DESCENDING))).ids().stream().limit(BUILDS_LOOKED_AT).toList();
        return newest.isEmpty() ? Optional.empty() : look(newest).stream()
                .filter(build -> build.buildStatus() == StatusType.IN_PROGRESS)
                .filter(build -> build.environment() != null && build.environment().environmentVariables().stream()
                        .anyMatch(variable -> variable.name().equals(RELEASE) && release.name().equals(variable.value())))
                .findFirst();
    }

    private List<Build> look(List<String> ids) {
        return aws.ask("look at the build of the image", () -> aws.codeBuild().batchGetBuilds(request -> request.ids(ids))).builds();
    }

    private void follow(Build started, Consumer<Event> listener) throws InterruptedException {
        Deque<String> last = new ArrayDeque<>();
        Tail tail = new Tail(line -> {
            listener.accept(line);
            last.addLast(line.text());
            if (last.size() > LAST_LINES) {
                last.removeFirst();
            }
        });
        Build build = started;
        Patience patience = new Patience(poll);
        while (build.buildStatus() == StatusType.IN_PROGRESS) {
            patience.pause();
            build = patience.look(() -> look(List.of(started.id())).getFirst());
            Build now = build;
            patience.look(() -> tail.read(now));
        }
        if (build.buildStatus() != StatusType.SUCCEEDED) {
            throw failure(build, last);
        }
    }

    private static ExplainedException failure(Build build, Deque<String> lastLines) {
        String reason = build.phases().stream().flatMap(phase -> phase.contexts().stream()).map(PhaseContext::message)
                .filter(message -> message != null && !message.isBlank()).findFirst().orElse(build.buildStatusAsString());
        String log = lastLines.isEmpty() ? "" : " The log's end:\n  " + String.join("\n  ", lastLines) + "\n";
        return new ExplainedException("The image of the processing jobs was not built: " + reason + "." + log,
                "The log says why (" + (build.logs() == null ? build.id() : build.logs().deepLink())
                + "). A registry that was not reached or a build that timed out is worth another deploy.");
    }

    /** The log as it grows. */
    private final class Tail {
        private final Consumer<Event.BuildLine> listener;
        private String token;

        Tail(Consumer<Event.BuildLine> listener) {
            this.listener = listener;
        }

        /** @return lines read */
        int read(Build build) {
            int lines = 0;
            if (build.logs() == null || build.logs().streamName() == null) {
                return lines; // not begun
            }
            while (true) {
                // the stream is made with the first line
                GetLogEventsResponse page = aws.find("read the log of the build", () -> aws.logs().getLogEvents(request -> request
                        .logGroupName(build.logs().groupName()).logStreamName(build.logs().streamName()).startFromHead(true)
                        .nextToken(token))).orElse(null);
                if (page == null) {
                    return lines;
                }
                page.events().forEach(event -> listener.accept(new Event.BuildLine(Instant.ofEpochMilli(event.timestamp()),
                        event.message().stripTrailing())));
                boolean atEnd = page.events().isEmpty() || Objects.equals(token, page.nextForwardToken());
                token = page.nextForwardToken();
                lines += page.events().size();
                if (atEnd) {
                    return lines;
                }
            }
        }
    }
}

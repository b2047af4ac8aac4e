package topicworkbench.run.aws.platform;

import java.time.Instant;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import topicworkbench.cloud.Platform.Event;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.ObjectVersions;
import topicworkbench.run.aws.sdk.UnfinishedUploads;

/** A versioned bucket and all that is in it: versions, marks of deletion, uploads that were never finished. */
final class Bucket {
    private final AwsClients aws;
    private final String name;

    Bucket(AwsClients aws, String name) {
        this.aws = aws;
        this.name = name;
    }

    /** @param versions of objects and marks of deletion */
    record Contents(long versions, long bytes) {
        boolean isEmpty() {
            return versions == 0;
        }
    }

    Contents contents() {
        return aws.find("look into the bucket " + name, () -> {
            long versions = 0;
            long bytes = 0;
            for (ListObjectVersionsResponse page : aws.s3().listObjectVersionsPaginator(request -> request.bucket(name))) {
                versions += page.versions().size() + page.deleteMarkers().size();
                bytes += page.versions().stream().mapToLong(version -> version.size() == null ? 0 : version.size()).sum();
            }
            return new Contents(versions, bytes);
        }).orElse(new Contents(0, 0));
    }

    /** Can be repeated after any failure; does nothing where the bucket is gone. */
    void empty(Consumer<Event> listener) {
        long all = contents().versions();
        if (all > 0) {
            deleteVersions(all, listener);
        }
        aws.find("look for unfinished uploads in the bucket " + name, () -> {
            UnfinishedUploads.abandon(aws, name, "");
            return true;
        });
    }

    private void deleteVersions(long all, Consumer<Event> listener) {
        ObjectVersions.delete(aws, name, "", gone -> listener.accept(new Event.Step(Instant.now(), "Emptying " + name,
                Math.min(1, (double) gone / Math.max(all, gone)))));
    }
}

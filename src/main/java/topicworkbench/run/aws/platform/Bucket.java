package topicworkbench.run.aws.platform;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import topicworkbench.cloud.Platform.Event;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.aws.sdk.AwsClients;

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
        if (all == 0) {
            return;
        }
        long gone = 0;
        while (true) {
            ListObjectVersionsResponse page = aws.ask("look into the bucket " + name,
                    () -> aws.s3().listObjectVersions(request -> request.bucket(name)));
            List<ObjectIdentifier> those = Stream.concat(
                    page.versions().stream().map(version -> identifier(version.key(), version.versionId())),
                    page.deleteMarkers().stream().map(mark -> identifier(mark.key(), mark.versionId()))).toList();
            if (those.isEmpty()) {
                break;
            }
            DeleteObjectsResponse answer = aws.ask("empty the bucket " + name, () -> aws.s3().deleteObjects(request -> request.bucket(name)
                    .delete(delete -> delete.objects(those).quiet(true))));
            if (answer.hasErrors() && !answer.errors().isEmpty()) {
                throw new ExplainedException("S3 would not delete " + answer.errors().getFirst().key() + " in the bucket " + name + ": "
                        + answer.errors().getFirst().message() + ".", "Ask for the permission s3:DeleteObjectVersion on this bucket, "
                        + "or empty it in the console, and delete again.");
            }
            gone += those.size();
            listener.accept(new Event.Step(Instant.now(), "Emptying " + name, Math.min(1, (double) gone / Math.max(all, gone))));
        }
        aws.ask("end unfinished uploads", () -> aws.s3().listMultipartUploads(request -> request.bucket(name))).uploads()
                .forEach(upload -> aws.ask("end an unfinished upload", () -> aws.s3().abortMultipartUpload(request -> request
                        .bucket(name).key(upload.key()).uploadId(upload.uploadId()))));
    }

    private static ObjectIdentifier identifier(String key, String version) {
        return ObjectIdentifier.builder().key(key).versionId(version).build();
    }
}

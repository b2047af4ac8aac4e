package topicworkbench.run.aws.sdk;

import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import topicworkbench.failure.ExplainedException;

/** Objects of a bucket for good: in one that keeps versions a deleted object stays, and costs, as an older version. */
public final class ObjectVersions {
    private ObjectVersions() { }

    /**
     * Deletes every version, and every mark of deletion. Can be repeated after any failure.
     *
     * @param prefix that keys begin with; empty for everything
     * @param gone   hears how many are gone
     * @throws ExplainedException if S3 would not delete one
     */
    public static void delete(AwsClients aws, String bucket, String prefix, LongConsumer gone) {
        long all = 0;
        while (true) {
            ListObjectVersionsResponse page = aws.ask("look into the bucket " + bucket, () -> aws.s3().listObjectVersions(request -> request
                    .bucket(bucket).prefix(prefix.isEmpty() ? null : prefix)));
            List<ObjectIdentifier> those = Stream.concat(
                    page.versions().stream().map(version -> identifier(version.key(), version.versionId())),
                    page.deleteMarkers().stream().map(mark -> identifier(mark.key(), mark.versionId()))).toList();
            if (those.isEmpty()) {
                return;
            }
            DeleteObjectsResponse answer = aws.ask("delete files in the bucket " + bucket, () -> aws.s3().deleteObjects(request -> request
                    .bucket(bucket).delete(delete -> delete.objects(those).quiet(true))));
            if (answer.hasErrors() && !answer.errors().isEmpty()) {
                throw new ExplainedException("S3 would not delete " + answer.errors().getFirst().key() + " in the bucket " + bucket + ": "
                        + answer.errors().getFirst().message() + ".", "Ask for the permission s3:DeleteObjectVersion on this bucket, "
                        + "or delete it in the console, and try again.");
            }
            all += those.size();
            gone.accept(all);
        }
    }

    private static ObjectIdentifier identifier(String key, String version) {
        return ObjectIdentifier.builder().key(key).versionId(version).build();
    }
}

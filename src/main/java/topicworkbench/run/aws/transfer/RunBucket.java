package topicworkbench.run.aws.transfer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.aws.sdk.AwsClients;

/**
 * The bucket that holds the files of runs.
 *
 * @param name of the bucket
 */
public record RunBucket(AwsClients aws, String name) {
    /** Texts are read whole; those of ours are a few thousand bytes. */
    private static final long LONGEST_TEXT = 1 << 22;

    /** An object under a prefix. @param key without the prefix */
    public record Stored(String key, long bytes) { }

    public void write(String key, String text) {
        aws.ask("write " + key, () -> aws.s3().putObject(request -> request.bucket(name).key(key)
                .contentType("application/json"), RequestBody.fromString(text)));
    }

    /** Empty if it is not there. */
    public Optional<String> read(String key) {
        return head(key).flatMap(head -> {
            if (head.contentLength() > LONGEST_TEXT) {
                throw new ExplainedException("The file " + key + " in " + name + " is too large to be what it is named.",
                        "Look who else writes to this bucket.");
            }
            return aws.find("read " + key, () -> aws.s3().getObject(request -> request.bucket(name).key(key),
                    ResponseTransformer.toBytes()).asString(StandardCharsets.UTF_8));
        });
    }

    /** Everything whose key begins with {@code prefix}, by key. */
    public List<Stored> list(String prefix) {
        return aws.ask("list " + prefix + " in " + name, () -> aws.s3().listObjectsV2Paginator(request -> request.bucket(name)
                .prefix(prefix)).contents().stream().map((S3Object found) ->
                        new Stored(found.key().substring(prefix.length()), found.size())).toList());
    }

    Optional<HeadObjectResponse> head(String key) {
        return aws.find("look at " + key, () -> aws.s3().headObject(request -> request.bucket(name).key(key)
                .checksumMode(ChecksumMode.ENABLED)));
    }
}

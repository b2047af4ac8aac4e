package topicworkbench.run.aws.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.ProgressListener;

/** Copies reviews that are in S3 already, within S3: nothing passes through this computer. */
public final class RemoteCopy {
    private static final Pattern ADDRESS = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/(.+)");
    private static final long LARGEST_AT_ONCE = 5L << 30;
    private static final long PART = 1L << 30;

    private RemoteCopy() { }

    /** One object. */
    public record Source(RunBucket bucket, String key, long bytes) {
        public String name() {
            return key.substring(key.lastIndexOf('/') + 1);
        }
    }

    /**
     * The object of this address, or if it is a folder all those in it, by key.
     *
     * @throws ExplainedException if there is none
     */
    public static List<Source> find(RunBucket ours, String address) {
        Matcher matcher = ADDRESS.matcher(address);
        InvalidOptionException.unless(matcher.matches(), "reviews", address, "Give an address as in s3://bucket/folder/reviews.csv.");
        RunBucket bucket = new RunBucket(ours.aws(), matcher.group(1));
        String key = matcher.group(2);
        String folder = key.endsWith("/") ? key : key + "/";
        List<Source> found = bucket.list(key).stream().filter(one -> one.bytes() > 0)
                .filter(one -> one.key().isEmpty() || (key + one.key()).startsWith(folder))
                .map(one -> new Source(bucket, key + one.key(), one.bytes())).toList();
        if (found.isEmpty()) {
            throw new ExplainedException("There are no reviews at " + address + ".", "Check the address; the command aws s3 ls "
                    + address + " lists what is there.");
        }
        return found;
    }

    public static void copy(Source source, RunBucket bucket, String key, ProgressListener listener) {
        listener.progress(0, source.bytes());
        boolean there = bucket.head(key).filter(head -> head.contentLength() == source.bytes()
                && String.valueOf(head.metadata().get("tw-source")).equals(tag(source))).isPresent();
        if (!there && source.bytes() <= LARGEST_AT_ONCE) {
            String tag = tag(source);
            bucket.aws().ask("copy " + source.key(), () -> bucket.aws().s3().copyObject(request -> request
                    .sourceBucket(source.bucket().name()).sourceKey(source.key()).destinationBucket(bucket.name()).destinationKey(key)
                    .metadataDirective("REPLACE").metadata(java.util.Map.of("tw-source", tag))));
        } else if (!there) {
            copyParts(source, bucket, key, listener);
        }
        listener.progress(source.bytes(), source.bytes());
    }

    /** What tells a source's version. */
    private static String tag(Source source) {
        return source.bucket().head(source.key()).map(head -> head.eTag().replace("\"", "")).orElse("gone");
    }

    private static void copyParts(Source source, RunBucket bucket, String key, ProgressListener listener) {
        String tag = tag(source);
        String id = bucket.aws().ask("begin to copy " + source.key(), () -> bucket.aws().s3().createMultipartUpload(request -> request
                .bucket(bucket.name()).key(key).metadata(java.util.Map.of("tw-source", tag)))).uploadId();
        List<CompletedPart> parts = new ArrayList<>();
        for (long from = 0; from < source.bytes(); from += PART) {
            int number = parts.size() + 1;
            String range = "bytes=" + from + "-" + (Math.min(from + PART, source.bytes()) - 1);
            String made = bucket.aws().ask("copy " + source.key(), () -> bucket.aws().s3().uploadPartCopy(request -> request
                    .sourceBucket(source.bucket().name()).sourceKey(source.key()).copySourceRange(range)
                    .destinationBucket(bucket.name()).destinationKey(key).uploadId(id).partNumber(number))).copyPartResult().eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(made).build());
            listener.progress(Math.min(from + PART, source.bytes()), source.bytes());
        }
        bucket.aws().ask("complete the copy of " + source.key(), () -> bucket.aws().s3().completeMultipartUpload(request -> request
                .bucket(bucket.name()).key(key).uploadId(id).multipartUpload(all -> all.parts(parts))));
    }
}

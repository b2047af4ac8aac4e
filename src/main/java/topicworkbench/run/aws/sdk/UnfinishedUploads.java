package topicworkbench.run.aws.sdk;

import java.util.List;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** Uploads in parts that were begun and never completed: no list of objects shows them, and they cost until they are abandoned. */
public final class UnfinishedUploads {
    private UnfinishedUploads() { }

    /** @param prefix that keys begin with; empty for all */
    public static List<MultipartUpload> find(AwsClients aws, String bucket, String prefix) {
        return aws.ask("list unfinished uploads", () -> aws.s3().listMultipartUploadsPaginator(request -> request
                .bucket(bucket).prefix(prefix.isEmpty() ? null : prefix)).uploads().stream()
                .filter(upload -> upload.key().startsWith(prefix)).toList());
    }

    /** Takes them away. Can be repeated after any failure. */
    public static void abandon(AwsClients aws, String bucket, String prefix) {
        find(aws, bucket, prefix).forEach(upload -> aws.find("abandon the upload of " + upload.key(), () -> aws.s3()
                .abortMultipartUpload(request -> request.bucket(bucket).key(upload.key()).uploadId(upload.uploadId()))));
    }
}

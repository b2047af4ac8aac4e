package topicworkbench.architecture.planted.corpus;

import software.amazon.awssdk.services.s3.S3Client;

/** Planted: only the adapter knows the AWS SDK. */
final class ReachesForTheCloud {
    S3Client s3;
}

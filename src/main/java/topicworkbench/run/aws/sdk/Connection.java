package topicworkbench.run.aws.sdk;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import topicworkbench.cloud.CloudPlace;

/**
 * How AWS is reached. What is null is found the SDK's way, which also heeds its own variables, such as AWS_ENDPOINT_URL.
 *
 * @param place       profile, region and name of the stacks
 * @param s3          where S3 answers, or null
 * @param services    where all other services answer, or null
 * @param credentials or null
 * @param pace        how long calls may take and how long is waited between them
 */
public record Connection(CloudPlace place, URI s3, URI services, AwsCredentialsProvider credentials, Pace pace) {

    public static Connection to(CloudPlace place) {
        return new Connection(place, null, null, null, Pace.USUAL);
    }

    /**
     * @param connect   until a connection stands
     * @param silence   most that an open connection may say nothing
     * @param attempt   of a call
     * @param call      with all its attempts
     * @param transfer  of one part of a file, one attempt
     * @param attempts  of a call that fails in passing
     * @param firstWait before the second attempt; doubles, with jitter
     */
    public record Pace(Duration connect, Duration silence, Duration attempt, Duration call, Duration transfer, int attempts,
            Duration firstWait) {
        public static final Pace USUAL = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(50), Duration.ofSeconds(60),
                Duration.ofMinutes(3), Duration.ofMinutes(5), 4, Duration.ofMillis(200));
    }
}

package topicworkbench.run.aws.fake;

import com.adobe.testing.s3mock.junit5.S3MockExtension;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.Connection;

/** How tests reach what plays AWS on this computer: invented keys, short waits. */
public final class FakeAccount {
    public static final String ID = "123456789012";
    public static final String REGION = "eu-west-1";

    /** Tries again at once; has patience with a slow computer. */
    public static final Connection.Pace QUICK = new Connection.Pace(Duration.ofSeconds(20), Duration.ofSeconds(60),
            Duration.ofSeconds(90), Duration.ofSeconds(180), Duration.ofSeconds(180), 3, Duration.ofMillis(2));

    /** What must stand nowhere. */
    public static final String KEY_ID = "AKIAINVENTEDFORTESTS";
    public static final String SECRET = "invented-for-tests";
    private static final AwsCredentialsProvider KEYS = StaticCredentialsProvider
            .create(AwsBasicCredentials.create(KEY_ID, SECRET));

    private FakeAccount() { }

    /** An S3 on this computer, for tests to register or to start and stop. */
    public static S3MockExtension s3() {
        return S3MockExtension.builder().silent().withSecureConnection(false).build();
    }

    /** Says whose account it is to whoever asks. */
    public static void signIn(FakeAws aws) {
        aws.on("sts:GetCallerIdentity", _ -> Json.of("UserId", "AIDA", "Account", ID, "Arn", "arn:aws:iam::" + ID + ":user/ann"));
    }

    public static Connection connection(URI s3, URI services) {
        return connection(new CloudPlace(null, REGION, CloudPlace.DEFAULT_NAME), s3, services);
    }

    /** @param place of which only the name counts */
    public static Connection connection(CloudPlace place, URI s3, URI services) {
        return new Connection(new CloudPlace(null, REGION, place.name()), s3, services, KEYS, QUICK);
    }

    public static AwsClients clients(URI s3, URI services) {
        return new AwsClients(connection(s3, services));
    }
}

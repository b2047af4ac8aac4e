package topicworkbench.run.aws.sdk;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.pricing.PricingClient;
import software.amazon.awssdk.services.resourcegroupstaggingapi.ResourceGroupsTaggingApiClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.aws.sdk.AwsException.Kind;

/**
 * The clients of AWS's services, each made once, when it is first needed. All block, and belong on virtual threads;
 * interrupting the thread ends a call. Safe for many threads.
 */
public final class AwsClients implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 64;
    /** The only regions in which the price list answers. */
    private static final Region PRICES = Region.US_EAST_1;

    private final Connection connection;
    private final Region region;
    private final Login login;
    private final AwsFailures failures;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final Map<Class<?>, AutoCloseable> clients = new ConcurrentHashMap<>();

    /** @throws ExplainedException if no region is given and none is configured */
    public AwsClients(Connection connection) {
        this.connection = connection;
        ProfileFile files = ProfileFile.defaultProfileFile();
        this.region = region(connection);
        this.login = new Login(profile(connection), region.id(), files);
        this.failures = new AwsFailures(login);
        this.credentials = Optional.ofNullable(connection.credentials())
                .orElseGet(() -> DefaultCredentialsProvider.builder().profileName(profile(connection)).build());
        this.http = ApacheHttpClient.builder().connectionTimeout(connection.pace().connect())
                .socketTimeout(connection.pace().silence()).maxConnections(MOST_CONNECTIONS).build();
    }

    /** Names of the profiles in the user's configuration. */
    public static List<String> profiles() {
        return new Login(null, null, ProfileFile.defaultProfileFile()).profiles();
    }

    private static String profile(Connection connection) {
        return Optional.ofNullable(connection.place().profile()).orElseGet(() -> System.getenv("AWS_PROFILE"));
    }

    private static Region region(Connection connection) {
        String given = connection.place().region();
        if (given != null) {
            return Region.of(given);
        }
        try {
            return DefaultAwsRegionProviderChain.builder().profileName(profile(connection)).build().getRegion();
        } catch (SdkClientException e) {
            throw new ExplainedException("No AWS region is chosen, and none is configured.",
                    "Choose one with --region, or run: aws configure set region eu-west-1", e);
        }
    }

    public String region() {
        return region.id();
    }

    /** As asked for; null where the chain decides. */
    public Connection connection() {
        return connection;
    }

    /** For example {@code aws}, or {@code aws-cn}: what ARNs begin with. */
    public String partition() {
        return region.metadata() == null ? "aws" : region.metadata().partition().id();
    }

    /**
     * Asks a service, and explains what it could not do.
     *
     * @param purpose a verb and its object, for example {@code start the run}
     * @throws AwsException if it failed
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public <T> T ask(String purpose, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw failures.explain(purpose, e);
        }
    }

    /** As {@link #ask}, but empty if what is asked for is not there. */
    public <T> Optional<T> find(String purpose, Supplier<T> call) {
        try {
            return Optional.of(ask(purpose, call));
        } catch (AwsException e) {
            if (e.kind() == Kind.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public S3Client s3() {
        return client(S3Client.class, () -> configured(S3Client.builder(), connection.s3(), region, true)
                .forcePathStyle(connection.s3() != null).build());
    }

    public SageMakerClient sageMaker() {
        return client(SageMakerClient.class, () -> configured(SageMakerClient.builder()).build());
    }

    public SageMakerRuntimeClient sageMakerRuntime() {
        return client(SageMakerRuntimeClient.class, () -> configured(SageMakerRuntimeClient.builder()).build());
    }

    public SfnClient stepFunctions() {
        return client(SfnClient.class, () -> configured(SfnClient.builder()).build());
    }

    public GlueClient glue() {
        return client(GlueClient.class, () -> configured(GlueClient.builder()).build());
    }

    public CloudFormationClient cloudFormation() {
        return client(CloudFormationClient.class, () -> configured(CloudFormationClient.builder()).build());
    }

    public CloudWatchClient cloudWatch() {
        return client(CloudWatchClient.class, () -> configured(CloudWatchClient.builder()).build());
    }

    public CloudWatchLogsClient logs() {
        return client(CloudWatchLogsClient.class, () -> configured(CloudWatchLogsClient.builder()).build());
    }

    public CodeBuildClient codeBuild() {
        return client(CodeBuildClient.class, () -> configured(CodeBuildClient.builder()).build());
    }

    public EcrClient ecr() {
        return client(EcrClient.class, () -> configured(EcrClient.builder()).build());
    }

    public SnsClient sns() {
        return client(SnsClient.class, () -> configured(SnsClient.builder()).build());
    }

    public StsClient sts() {
        return client(StsClient.class, () -> configured(StsClient.builder()).build());
    }

    public ServiceQuotasClient quotas() {
        return client(ServiceQuotasClient.class, () -> configured(ServiceQuotasClient.builder()).build());
    }

    public PricingClient pricing() {
        return client(PricingClient.class, () -> configured(PricingClient.builder(), connection.services(), PRICES, false).build());
    }

    public ResourceGroupsTaggingApiClient tagging() {
        return client(ResourceGroupsTaggingApiClient.class, () -> configured(ResourceGroupsTaggingApiClient.builder()).build());
    }

    private <C extends AutoCloseable> C client(Class<C> type, Supplier<C> maker) {
        return type.cast(clients.computeIfAbsent(type, _ -> maker.get()));
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(B builder) {
        return configured(builder, connection.services(), region, false);
    }

    private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(B builder, URI address, Region where,
            boolean transfers) {
        Connection.Pace pace = connection.pace();
        B configured = builder.region(where).credentialsProvider(credentials).httpClient(http)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(transfers ? pace.transfer() : pace.attempt())
                        .apiCallTimeout(transfers ? pace.transfer().multipliedBy(pace.attempts()) : pace.call())
                        .retryStrategy(retries(pace)).build());
        return address == null ? configured : configured.endpointOverride(address);
    }

    private static StandardRetryStrategy retries(Connection.Pace pace) {
        return software.amazon.awssdk.awscore.retry.AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(pace.attempts())
                .backoffStrategy(BackoffStrategy.exponentialDelay(pace.firstWait(), pace.firstWait().multipliedBy(100)))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(pace.firstWait().multipliedBy(5),
                        pace.firstWait().multipliedBy(100))).build();
    }

    @Override
    public void close() {
        for (AutoCloseable client : clients.values()) {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        http.close();
    }
}

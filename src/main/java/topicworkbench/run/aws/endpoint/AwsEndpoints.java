package topicworkbench.run.aws.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointStatus;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import topicworkbench.cloud.Endpoints;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.aws.sdk.AwsClients;

/** Endpoints of SageMaker. */
public final class AwsEndpoints implements Endpoints {
    private static final int MOST_AT_ONCE = 5;
    private static final String NAME = "tw-[a-zA-Z0-9-]{1,60}";

    private final AwsClients aws;
    private final Supplier<List<Endpoint>> listing;
    private final Function<DescribeEndpointResponse, Endpoint> priced;
    private final Consumer<Endpoint> leaving;
    private final UnaryOperator<String> inAccount;
    private final Duration poll;

    /**
     * @param listing   all of ours, with prices
     * @param priced    one, with its price
     * @param leaving   hears of one before it is deleted, after which nobody knows what it has cost
     * @param inAccount gives a run's id in the account
     * @param poll      between two looks at what AWS does
     */
    public AwsEndpoints(AwsClients aws, Supplier<List<Endpoint>> listing, Function<DescribeEndpointResponse, Endpoint> priced,
            Consumer<Endpoint> leaving, UnaryOperator<String> inAccount, Duration poll) {
        this.aws = aws;
        this.listing = listing;
        this.priced = priced;
        this.leaving = leaving;
        this.inAccount = inAccount;
        this.poll = poll;
    }

    @Override
    public List<Endpoint> list() {
        return listing.get();
    }

    @Override
    public Endpoint create(String runId, String name, CloudOptions.Endpoint options, Consumer<String> progress)
            throws InterruptedException {
        String run = inAccount.apply(runId);
        String endpoint = name == null ? Endpoints.nameFor(run) : name;
        InvalidOptionException.unless(endpoint.matches(NAME), "endpoint", endpoint,
                "Give a name that begins with tw-, of letters, digits and hyphens, 63 at most.");
        if (!options.wanted()) {
            throw new InvalidOptionException("endpoint", "No kind of endpoint was chosen.", "Choose serverless or real_time.");
        }
        String model = RunModel.name(aws, run);
        String config = model + "-" + (options.kind() == CloudOptions.Endpoint.Kind.SERVERLESS ? "s" + options.memoryMb()
                : options.instanceType().replaceAll("[^a-zA-Z0-9]", "-"));
        configure(config, model, options, run);
        Optional<DescribeEndpointResponse> there = find(endpoint);
        if (there.isEmpty()) {
            aws.ask("create the endpoint " + endpoint, () -> aws.sageMaker().createEndpoint(request -> request.endpointName(endpoint)
                    .endpointConfigName(config).tags(RunModel.tags(aws, run))));
        } else if (!there.get().endpointConfigName().equals(config)) {
            aws.ask("update the endpoint " + endpoint, () -> aws.sageMaker().updateEndpoint(request -> request.endpointName(endpoint)
                    .endpointConfigName(config)));
        }
        return priced.apply(await(endpoint, progress));
    }

    /** The same settings have the same name, so that a repetition finds what it made. */
    private void configure(String config, String model, CloudOptions.Endpoint options, String run) {
        if (aws.find("look for the endpoint's set-up", () -> aws.sageMaker().describeEndpointConfig(request -> request
                .endpointConfigName(config))).isPresent()) {
            return;
        }
        ProductionVariant.Builder variant = ProductionVariant.builder().variantName("all").modelName(model);
        if (options.kind() == CloudOptions.Endpoint.Kind.SERVERLESS) {
            variant.serverlessConfig(serverless -> serverless.memorySizeInMB(options.memoryMb()).maxConcurrency(MOST_AT_ONCE));
        } else {
            variant.instanceType(options.instanceType()).initialInstanceCount(1).initialVariantWeight(1f);
        }
        aws.ask("set the endpoint up", () -> aws.sageMaker().createEndpointConfig(request -> request.endpointConfigName(config)
                .productionVariants(variant.build()).tags(RunModel.tags(aws, run))));
    }

    private Optional<DescribeEndpointResponse> find(String name) {
        return aws.find("look at the endpoint " + name, () -> aws.sageMaker().describeEndpoint(request -> request.endpointName(name)));
    }

    private DescribeEndpointResponse await(String name, Consumer<String> progress) throws InterruptedException {
        String told = "";
        while (true) {
            DescribeEndpointResponse endpoint = find(name).orElseThrow(() -> new ExplainedException(
                    "The endpoint " + name + " is gone.", "Somebody deleted it; create it again."));
            String state = endpoint.endpointStatusAsString();
            if (!state.equals(told)) {
                progress.accept(state);
                told = state;
            }
            switch (endpoint.endpointStatus()) {
                case IN_SERVICE -> {
                    return endpoint;
                }
                case CREATING, UPDATING, SYSTEM_UPDATING -> Thread.sleep(poll);
                default -> throw new ExplainedException("The endpoint " + name + " is " + state + ": " + endpoint.failureReason() + ".",
                        "Delete it, since it may cost, then choose another instance type or serverless.");
            }
        }
    }

    @Override
    public void delete(String name) throws InterruptedException {
        Optional<DescribeEndpointResponse> endpoint = find(name);
        if (endpoint.isEmpty()) {
            throw new ExplainedException("There is no endpoint " + name + " in this account and region.",
                    "topic-workbench cloud endpoint list shows those that are there.");
        }
        if (endpoint.get().endpointStatus() != EndpointStatus.DELETING) {
            leaving.accept(priced.apply(endpoint.get()));
            aws.find("delete the endpoint " + name, () -> aws.sageMaker().deleteEndpoint(request -> request.endpointName(name)));
        }
        while (find(name).isPresent()) {
            Thread.sleep(poll);
        }
        aws.find("delete the endpoint's set-up", () -> aws.sageMaker().deleteEndpointConfig(request -> request
                .endpointConfigName(endpoint.get().endpointConfigName())));
    }

    @Override
    public List<float[]> classify(String name, List<TermCounts> documents, int terms) {
        List<float[]> weights = new ArrayList<>();
        for (SparseRequest.Body body : SparseRequest.bodies(documents, terms)) {
            byte[] answer = aws.ask("ask the endpoint " + name, () -> aws.sageMakerRuntime().invokeEndpoint(request -> request
                    .endpointName(name).contentType("application/json").accept("application/json")
                    .body(SdkBytes.fromByteArrayUnsafe(body.json())))).body().asByteArray();
            weights.addAll(TopicWeights.parse(answer, body.documents()));
        }
        return weights;
    }
}

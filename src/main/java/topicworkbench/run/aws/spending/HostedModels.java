package topicworkbench.run.aws.spending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointConfigResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;
import software.amazon.awssdk.services.sagemaker.model.EndpointSummary;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariant;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.RunTags;

/** Endpoints of ours, by name and by tag, with what an hour of each costs. */
public final class HostedModels {
    private static final int PAGE = 100;

    private final AwsClients aws;
    private final Prices prices;

    public HostedModels(AwsClients aws, Prices prices) {
        this.aws = aws;
        this.prices = prices;
    }

    /** Those that are there now. */
    public List<Endpoint> list() {
        return list(Tagged.find(aws, null));
    }

    List<Endpoint> list(Tagged tagged) {
        Set<String> names = new TreeSet<>(tagged.names("endpoint"));
        aws.ask("list endpoints", () -> aws.sageMaker().listEndpointsPaginator(request -> request.nameContains(RunTags.NAME_PREFIX)
                .maxResults(PAGE)).endpoints().stream().map(EndpointSummary::endpointName).toList()).stream()
                .filter(name -> name.startsWith(RunTags.NAME_PREFIX)).forEach(names::add);
        List<Endpoint> found = new ArrayList<>();
        for (String name : names) {
            aws.find("look at the endpoint " + name, () -> aws.sageMaker().describeEndpoint(request -> request.endpointName(name)))
                    .map(this::of).ifPresent(found::add);
        }
        return found;
    }

    /** With its price, and the run whose model it serves: an endpoint keeps its own tags when it is updated, a set-up does not. */
    public Endpoint of(DescribeEndpointResponse endpoint) {
        Optional<DescribeEndpointConfigResponse> config = aws.find("look at how the endpoint is set up", () -> aws.sageMaker()
                .describeEndpointConfig(request -> request.endpointConfigName(endpoint.endpointConfigName())));
        String run = config.map(found -> tagOf(found.endpointConfigArn())).orElse(null);
        List<ProductionVariant> variants = config.map(DescribeEndpointConfigResponse::productionVariants).orElse(List.of());
        double hour = 0;
        List<String> kinds = new ArrayList<>();
        for (ProductionVariant variant : variants) {
            if (variant.serverlessConfig() != null) {
                kinds.add("serverless, " + variant.serverlessConfig().memorySizeInMB() + " MB");
            } else {
                int count = variant.initialInstanceCount() == null ? 1 : variant.initialInstanceCount();
                kinds.add(count + " × " + variant.instanceTypeAsString());
                hour += count * prices.hour(Use.HOSTING, variant.instanceTypeAsString());
            }
        }
        return new Endpoint(endpoint.endpointName(), endpoint.endpointStatusAsString(), run == null ? tagOf(endpoint.endpointArn()) : run,
                String.join(", ", kinds), endpoint.creationTime(), variants.isEmpty() ? Double.NaN : hour, endpoint.failureReason());
    }

    private String tagOf(String arn) {
        return aws.find("read the tags of an endpoint", () -> aws.sageMaker().listTags(request -> request.resourceArn(arn)))
                .flatMap(answer -> answer.tags().stream().filter(tag -> tag.key().equals(RunTags.RUN)).map(tag -> tag.value()).findFirst())
                .orElse(null);
    }
}

package topicworkbench.run.aws.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.cloud.Endpoints.TermCounts;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.CloudOptions.Endpoint.Kind;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakeEndpoints;
import topicworkbench.run.aws.fake.FakeFailure;
import topicworkbench.run.aws.fake.FakeJobs;
import topicworkbench.run.aws.fake.FakeMarket;
import topicworkbench.run.aws.fake.Json;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.spending.HostedModels;
import topicworkbench.run.aws.spending.Prices;

/** Endpoints from an accepted model to nothing left, what they are asked, and answers that cannot be true. */
class AwsEndpointsTest {
    private static final CloudOptions.Endpoint SERVERLESS = new CloudOptions.Endpoint(Kind.SERVERLESS, "ml.m5.xlarge", 2048);
    private static final CloudOptions.Endpoint REAL_TIME = new CloudOptions.Endpoint(Kind.REAL_TIME, "ml.m5.xlarge", 2048);

    private final FakeAws aws = new FakeAws();
    private final FakeEndpoints fake = new FakeEndpoints(aws);
    private final FakeMarket market = new FakeMarket(aws);
    private final FakeJobs jobs = new FakeJobs(aws);
    private final AwsClients clients = aws.clients();
    private final HostedModels hosted = new HostedModels(clients, new Prices(clients));
    private final List<String> left = new ArrayList<>();
    private final AwsEndpoints endpoints = new AwsEndpoints(clients, hosted::list, hosted::of,
            endpoint -> left.add(endpoint.name()), UnaryOperator.identity(), Duration.ofMillis(1));
    private final List<String> progress = new ArrayList<>();

    @AfterEach
    void everythingSaidIsKnownToAws() {
        clients.close();
        aws.close();
        assertThat(aws.faults()).isEmpty();
    }

    @Test
    void makesChangesListsAndDeletes() throws Exception {
        market.price("Hosting", "ml.m5.xlarge", .3);
        fake.model("tw-r1-0");
        fake.model("tw-r1-1");
        fake.model("tw-r10-0");
        Endpoint made = endpoints.create("r1", null, REAL_TIME, progress::add);
        assertThat(made).extracting(Endpoint::name, Endpoint::isInService, Endpoint::run, Endpoint::kind, Endpoint::priceHour)
                .containsExactly("tw-r1", true, "r1", "1 × ml.m5.xlarge", .3);
        assertThat(progress).containsExactly("Creating", "InService");
        assertThat(fake.configs().values()).singleElement().satisfies(config -> assertThat(config.toString()).contains("tw-r1-1"));

        aws.forgetCalls();
        endpoints.create("r1", null, REAL_TIME, progress::add);
        assertThat(aws.calls()).doesNotContain("sagemaker:CreateEndpoint", "sagemaker:UpdateEndpoint", "sagemaker:CreateEndpointConfig");

        Endpoint changed = endpoints.create("r1", null, SERVERLESS, progress::add);
        assertThat(changed.kind()).isEqualTo("serverless, 2048 MB");
        assertThat(changed.priceHour()).isZero();
        assertThat(endpoints.list()).extracting(Endpoint::name).containsExactly("tw-r1");

        endpoints.delete("tw-r1");
        assertThat(left).containsExactly("tw-r1");
        assertThat(endpoints.list()).isEmpty();
        assertThat(fake.names()).isEmpty();
        assertThatThrownBy(() -> endpoints.delete("tw-r1")).isInstanceOf(ExplainedException.class).hasMessageContaining("no endpoint");
        assertThat(jobs).isNotNull();
    }

    @Test
    void onlyAcceptedRunsHaveModels() {
        fake.model("tw-r10-0");
        assertThatThrownBy(() -> endpoints.create("r1", null, SERVERLESS, progress::add)).hasMessageContaining("no model");
        assertThatThrownBy(() -> endpoints.create("r10", "ours", SERVERLESS, progress::add)).hasMessageContaining("ours");
    }

    @Test
    void tellsWhyAnEndpointFailed() {
        fake.model("tw-r1-0");
        fake.failNext("Unable to provision requested ML compute capacity");
        assertThatThrownBy(() -> endpoints.create("r1", null, REAL_TIME, progress::add)).hasMessageContaining("ML compute capacity")
                .satisfies(failure -> assertThat(((ExplainedException) failure).remedy()).contains("Delete it"));
    }

    @Test
    void asksInRequestsThatAreSmallEnoughAndKeepsTheOrder() {
        List<Integer> sizes = new ArrayList<>();
        aws.onInvoke(exchange -> {
            byte[] body = (byte[]) exchange.getAttribute("body");
            assertThat(body.length).isLessThanOrEqualTo(6_291_456);
            JsonArray instances = JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject()
                    .getAsJsonArray("instances");
            sizes.add(instances.size());
            List<JsonObject> predictions = new ArrayList<>();
            instances.forEach(instance -> {
                JsonObject features = instance.getAsJsonObject().getAsJsonObject("data").getAsJsonObject("features");
                assertThat(features.getAsJsonArray("shape").get(0).getAsInt()).isEqualTo(2000);
                float weight = features.getAsJsonArray("values").get(0).getAsFloat() / 10_000;
                predictions.add(Json.of("topic_weights", Json.list(weight, 1 - weight)));
            });
            return Json.of("predictions", Json.list(predictions)).toString().getBytes(StandardCharsets.UTF_8);
        });
        List<TermCounts> documents = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            documents.add(new TermCounts(new int[] {1, 5}, new float[] {i, 2}));
        }
        List<float[]> weights = endpoints.classify("tw-r1", documents, 2000);
        assertThat(sizes).containsExactly(2000, 2000, 1000);
        assertThat(weights).hasSize(5000);
        assertThat(weights.get(4321)[0]).isCloseTo(.4321f, org.assertj.core.api.Assertions.within(1e-6f));
    }

    @Test
    void writesTheSparseRequestThatTheServiceDocuments() {
        byte[] json = SparseRequest.bodies(List.of(new TermCounts(new int[] {1, 5, 300}, new float[] {2, 1, 3})), 2000).getFirst().json();
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("{\"instances\":[{\"data\":{\"features\":{\"keys\":[1,5,300],"
                + "\"shape\":[2000],\"values\":[2.0,1.0,3.0]}}}]}");
        TermCounts one = new TermCounts(new int[] {1}, new float[] {1});
        assertThat(SparseRequest.bodies(Collections.nCopies(10, one), 10, 200)).allMatch(body -> body.json().length <= 200)
                .extracting(SparseRequest.Body::documents).containsOnly(2, 2, 2, 2, 2).hasSize(5);
        assertThatThrownBy(() -> SparseRequest.bodies(List.of(one), 10, 50)).isInstanceOf(ExplainedException.class);
        assertThat(SparseRequest.bodies(List.of(), 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>", "{\"predictions\":[]}", "{\"predictions\":[{\"topic_weights\":[0.5,0.5]}]}",
        "{\"predictions\":[{\"topic_weights\":[0.5,0.5]},{\"topic_weights\":[1]}]}",
        "{\"predictions\":[{\"topic_weights\":[0.5,0.6]},{\"topic_weights\":[0.5,0.5]}]}",
        "{\"predictions\":[{\"topic_weights\":[-0.5,1.5]},{\"topic_weights\":[0.5,0.5]}]}",
        "{\"predictions\":[{\"topic_weights\":[\"a\",1]},{\"topic_weights\":[0.5,0.5]}]}",
        "{\"predictions\":[{\"topic_weights\":[NaN,1]},{\"topic_weights\":[0.5,0.5]}]}",
        "{\"predictions\":[{\"scores\":[1]},{\"scores\":[1]}]}", "{\"predictions\":[1,2]}", "{\"predictions\":{\"a\":1}}"})
    void refusesAnswersThatCannotBeTrue(String answer) {
        assertThatThrownBy(() -> TopicWeights.parse(answer.getBytes(StandardCharsets.UTF_8), 2)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void tellsWhatTheEndpointSays() {
        aws.onInvoke(_ -> {
            throw new FakeFailure(400, "ModelError", "Received client error (415) from all with message \"unsupported\"");
        });
        assertThatThrownBy(() -> endpoints.classify("tw-r1", List.of(new TermCounts(new int[] {1}, new float[] {1})), 10))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("unsupported");
    }
}

package topicworkbench.run.aws.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.cloud.Spending.Limits;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.FakeMarket;
import topicworkbench.run.aws.sdk.AwsClients;

/** A ceiling holds: whatever the jobs do, within their limits they cost no more. */
class CeilingTest {
    private static final double SPARK = .88;
    private static FakeAws aws;
    private static AwsClients clients;
    private static Prices prices;

    @BeforeAll
    static void account() {
        aws = new FakeAws();
        FakeMarket market = new FakeMarket(aws);
        market.price("Training", "ml.g4dn.xlarge", .8);
        market.price("Training", "ml.c5.xlarge", .2);
        market.price("Processing", "ml.m5.xlarge", .25);
        clients = aws.clients();
        prices = new Prices(clients);
    }

    @AfterAll
    static void close() {
        clients.close();
        aws.close();
        assertThat(aws.faults()).isEmpty();
    }

    private static RunSpec spec(String... settings) {
        return Settings.apply(Settings.apply(RunSpecs.defaults(RunSpecs.NTM, 20), List.of("where=aws")), List.of(settings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_cost=10", "max_cost=1.5", "max_cost=3,instances=2", "max_cost=12,cloud_training=tune",
        "max_cost=4,cloud_training=both", "max_cost=3,algorithm=lda", "max_cost=20,processing_instances=4,spark_workers=5",
        "max_cost=1000,max_hours=100", "max_cost=2,spot=true"})
    void whateverHappensCostsTheCeilingAtMost(String settings) {
        RunSpec spec = spec(settings.split(","));
        Limits limits = Ceiling.of(spec, prices);
        int processors = spec.cloud().processing().instances();
        double spark = 2 * SPARK / 2 * spec.cloud().processing().workers() * limits.sparkSeconds() / 3600;
        double processing = .25 * (2 * processors + 1) * limits.processingSeconds() / 3600;
        double ntm = settings.contains("lda") ? 0 : .8 * spec.cloud().machines().instances() * (settings.contains("tune") ? 12 : 1);
        double lda = settings.contains("lda") || settings.contains("both") ? .2 : 0;
        double whole = spark + processing + (ntm + lda) * limits.trainingSeconds() / 3600;
        assertThat(whole).isLessThanOrEqualTo(spec.cloud().maxCost());
        assertThat(limits.atMost()).isCloseTo(whole, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(limits.sparkSeconds() % 60).isZero();
        assertThat(limits.trainingSeconds()).isBetween(900, (settings.contains("spot") ? 1 : spec.cloud().maxHours()) * 3600);
    }

    @Test
    void withoutACeilingOnlyTheHoursLimit() {
        Limits limits = Ceiling.of(spec("max_cost=none", "max_hours=2"), prices);
        assertThat(limits.ceiling()).isNull();
        assertThat(List.of(limits.sparkSeconds(), limits.processingSeconds(), limits.trainingSeconds())).containsOnly(7200);
    }

    @Test
    void aCeilingBelowWhatBeginningCostsIsRefused() {
        assertThatThrownBy(() -> Ceiling.of(spec("max_cost=0.5"), prices)).isInstanceOfSatisfying(InvalidOptionException.class,
                refused -> assertThat(refused.option()).isEqualTo("max_cost")).hasMessageContaining("too low");
        assertThat(Ceiling.of(spec("max_cost=1"), prices).atMost()).isLessThanOrEqualTo(1);
    }

    @Test
    void aCeilingNeedsPrices() {
        assertThatThrownBy(() -> Ceiling.of(spec("instance_type=ml.p9.48xlarge"), prices)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("ml.p9.48xlarge");
        assertThat(Ceiling.of(spec("instance_type=ml.p9.48xlarge", "max_cost=none"), prices).trainingSeconds()).isEqualTo(4 * 3600);
    }

    @Test
    void readsPricesOfTheListAndNothingElse() {
        assertThat(Prices.hourly("{\"terms\":{\"OnDemand\":{\"a\":{\"priceDimensions\":{\"b\":{\"unit\":\"Hrs\",\"pricePerUnit\":"
                + "{\"USD\":\"0.7360000000\"}}}}}}}")).hasValue(.736);
        for (String odd : List.of("", "[]", "{}", "{\"terms\":{}}", "{\"terms\":{\"OnDemand\":{\"a\":1}}}", "<html>", "null",
                "{\"terms\":{\"OnDemand\":{\"a\":{\"priceDimensions\":{\"b\":{\"unit\":\"Hrs\",\"pricePerUnit\":{\"USD\":\"x\"}}}}}}}",
                "{\"terms\":{\"OnDemand\":{\"a\":{\"priceDimensions\":{\"b\":{\"unit\":\"Hrs\",\"pricePerUnit\":{\"CNY\":\"5\"}}}}}}}",
                "{\"terms\":{\"OnDemand\":{\"a\":{\"priceDimensions\":{\"b\":{\"unit\":\"GB\",\"pricePerUnit\":{\"USD\":\"5\"}}}}}}}")) {
            assertThat(Prices.hourly(odd)).as(odd).isEmpty();
        }
    }
}

package topicworkbench.run.aws.spending;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.pricing.model.Filter;
import software.amazon.awssdk.services.pricing.model.FilterType;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.AwsException;

/**
 * What an hour costs, in US dollars: from AWS's price list for the region, or where that cannot be asked or does not have it,
 * from {@link IndicativePrices}. Asked once for each type and use. Safe for many threads.
 */
public final class Prices {
    private static final Map<String, Integer> UNITS = Map.of("G.1X", 1, "G.2X", 2, "G.4X", 4, "G.8X", 8);

    private final AwsClients aws;
    private final Map<String, OptionalDouble> listed = new ConcurrentHashMap<>();
    private volatile String unreachable;
    private volatile boolean indicative;

    public Prices(AwsClients aws) {
        this.aws = aws;
    }

    /** Of one instance; NaN where nobody knows. */
    public double hour(Use use, String instanceType) {
        OptionalDouble price = listed.computeIfAbsent(use.component() + " " + instanceType, _ -> ask(use, instanceType));
        if (price.isPresent()) {
            return price.getAsDouble();
        }
        OptionalDouble fallback = IndicativePrices.hour(instanceType);
        indicative |= fallback.isPresent();
        return fallback.orElse(Double.NaN);
    }

    /** Of all workers of a Spark job. */
    public double sparkHour(CloudOptions.Processing processing) {
        return sparkHour(processing.workerType(), processing.workers());
    }

    double sparkHour(String workerType, int workers) {
        return (workerType == null ? 1 : UNITS.getOrDefault(workerType, 1)) * workers * IndicativePrices.GLUE_UNIT_HOUR;
    }

    private OptionalDouble ask(Use use, String instanceType) {
        if (unreachable != null) {
            return OptionalDouble.empty();
        }
        try {
            return aws.ask("read the price list", () -> aws.pricing().getProducts(request -> request.serviceCode("AmazonSageMaker")
                    .formatVersion("aws_v1")
                    .filters(term("regionCode", aws.region()), term("component", use.component()), term("instanceName", instanceType))))
                    .priceList().stream().map(Prices::hourly).filter(OptionalDouble::isPresent).findFirst().orElse(OptionalDouble.empty());
        } catch (AwsException e) {
            unreachable = e.getMessage(); // a price is worth no failure: the indicative one is shown as such
            return OptionalDouble.empty();
        }
    }

    private static Filter term(String field, String value) {
        return Filter.builder().type(FilterType.TERM_MATCH).field(field).value(value).build();
    }

    /** The on-demand price by the hour of a product of the price list, which is JSON within the answer. */
    static OptionalDouble hourly(String product) {
        try {
            JsonObject onDemand = JsonParser.parseString(product).getAsJsonObject().getAsJsonObject("terms").getAsJsonObject("OnDemand");
            for (Map.Entry<String, JsonElement> term : onDemand.entrySet()) {
                for (Map.Entry<String, JsonElement> dimension : term.getValue().getAsJsonObject()
                        .getAsJsonObject("priceDimensions").entrySet()) {
                    JsonObject price = dimension.getValue().getAsJsonObject();
                    double dollars = price.getAsJsonObject("pricePerUnit").get("USD").getAsDouble();
                    if (price.get("unit").getAsString().matches("(?i)hrs|hours?") && dollars > 0 && dollars < 10_000) {
                        return OptionalDouble.of(dollars);
                    }
                }
            }
            return OptionalDouble.empty();
        } catch (JsonParseException | IllegalStateException | NullPointerException | ClassCastException
                | NumberFormatException | UnsupportedOperationException e) {
            return OptionalDouble.empty(); // gson answers a shape it does not expect with any of these
        }
    }

    /** When and where the prices that were given are from, in words. */
    public String source() {
        String list = "AWS's price list for " + aws.region() + ", " + LocalDate.now(ZoneId.systemDefault());
        String glue = "Glue at $" + IndicativePrices.GLUE_UNIT_HOUR + " per unit and hour (indicative)";
        if (unreachable != null) {
            return "Indicative prices of us-east-1, since the price list could not be read (" + unreachable + ") " + glue + ".";
        }
        return list + (indicative ? ", and where it has none indicative prices of us-east-1; " : "; ") + glue + ".";
    }
}

package topicworkbench.run.aws.spending;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Duration;
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
 * from {@link IndicativePrices}. Asked once for each type and use, and again after what passes. Safe for many threads.
 */
public final class Prices {
    private static final Map<String, Integer> UNITS = Map.of("G.1X", 1, "G.2X", 2, "G.4X", 4, "G.8X", 8);

    /** The other prices of the same plan are not waited for too, where the network is away. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final AwsClients aws;
    private final Duration pause;
    private final Map<String, OptionalDouble> listed = new ConcurrentHashMap<>();
    private volatile Unreadable unreadable;
    private volatile boolean indicative;

    /** The price list could not be read. @param why in a sentence; @param passes whether it is asked again; @param since nanoTime */
    private record Unreadable(String why, boolean passes, long since) { }

    public Prices(AwsClients aws) {
        this(aws, PAUSE);
    }

    /** @param pause after a failure that passes, before AWS is asked again */
    Prices(AwsClients aws, Duration pause) {
        this.aws = aws;
        this.pause = pause;
    }

    /** Of one instance; NaN where nobody knows. */
    public double hour(Use use, String instanceType) {
        String which = use.component() + " " + instanceType;
        OptionalDouble price = listed.get(which);
        if (price == null && mayAsk()) {
            price = ask(use, instanceType);
            if (price != null) {
                listed.put(which, price);
            }
        }
        if (price != null && price.isPresent()) {
            return price.getAsDouble();
        }
        OptionalDouble fallback = IndicativePrices.hour(instanceType);
        indicative |= price != null && fallback.isPresent();
        return fallback.orElse(Double.NaN);
    }

    private boolean mayAsk() {
        Unreadable last = unreadable;
        return last == null || last.passes() && System.nanoTime() - last.since() >= pause.toNanos();
    }

    /** Of all workers of a Spark job. */
    public double sparkHour(CloudOptions.Processing processing) {
        return sparkHour(processing.workerType(), processing.workers());
    }

    double sparkHour(String workerType, int workers) {
        return (workerType == null ? 1 : UNITS.getOrDefault(workerType, 1)) * workers * IndicativePrices.GLUE_UNIT_HOUR;
    }

    /** Empty where the list has none, null where it could not be read: a price is worth no failure. */
    private OptionalDouble ask(Use use, String instanceType) {
        try {
            OptionalDouble price = aws.ask("read the price list", () -> aws.pricing().getProducts(request -> request
                    .serviceCode("AmazonSageMaker").formatVersion("aws_v1")
                    .filters(term("regionCode", aws.region()), term("component", use.component()), term("instanceName", instanceType))))
                    .priceList().stream().map(Prices::hourly).filter(OptionalDouble::isPresent).findFirst().orElse(OptionalDouble.empty());
            unreadable = null;
            return price;
        } catch (AwsException e) {
            unreadable = new Unreadable(e.getMessage(), e.passes(), System.nanoTime());
            return null;
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
        Unreadable last = unreadable;
        if (last != null) {
            return "Indicative prices of us-east-1, since the price list could not be read (" + last.why() + "). " + glue + ".";
        }
        return list + (indicative ? ", and where it has none indicative prices of us-east-1; " : "; ") + glue + ".";
    }
}

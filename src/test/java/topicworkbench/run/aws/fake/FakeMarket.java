package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plays the price list and Service Quotas. */
public final class FakeMarket {
    private final Map<String, Double> prices = new LinkedHashMap<>();
    private final Map<String, Double> quotas = new LinkedHashMap<>();
    private final Map<String, Double> defaults = new LinkedHashMap<>();

    public FakeMarket(FakeAws aws) {
        aws.on("pricing:GetProducts", this::products)
                .on("servicequotas:ListServiceQuotas", request -> quotas(quotas))
                .on("servicequotas:ListAWSDefaultServiceQuotas", request -> quotas(defaults))
                .on("servicequotas:RequestServiceQuotaIncrease", request -> Json.of("RequestedQuota", Json.of("Id", "0f1e2d", "QuotaCode",
                        Json.text(request, "QuotaCode"), "DesiredValue", request.get("DesiredValue"), "Status", "PENDING")));
    }

    /** @param component as the price list calls a use, for example {@code Training} */
    public void price(String component, String type, double hour) {
        prices.put(component + " " + type, hour);
    }

    public void quota(String name, double value) {
        quotas.put(name, value);
    }

    public void standard(String name, double value) {
        defaults.put(name, value);
    }

    private static JsonObject quotas(Map<String, Double> from) {
        return Json.of("Quotas", Json.list(from.entrySet().stream().map(entry -> Json.of("ServiceCode", "sagemaker", "QuotaCode",
                "L-" + Integer.toHexString(entry.getKey().hashCode()).toUpperCase(java.util.Locale.ROOT), "QuotaName", entry.getKey(),
                "Value", entry.getValue())).toList()));
    }

    private JsonObject products(JsonObject request) {
        Map<String, String> asked = new LinkedHashMap<>();
        request.getAsJsonArray("Filters").forEach(filter -> asked.put(filter.getAsJsonObject().get("Field").getAsString(),
                filter.getAsJsonObject().get("Value").getAsString()));
        Double price = prices.get(asked.get("component") + " " + asked.get("instanceName"));
        return Json.of("FormatVersion", "aws_v1", "PriceList", price == null ? Json.list() : Json.list(Json.of(
                "product", Json.of("attributes", Json.of("instanceName", asked.get("instanceName"))),
                "terms", Json.of("OnDemand", Json.of("A.B", Json.of("priceDimensions", Json.of("A.B.C", Json.of("unit", "Hrs",
                        "pricePerUnit", Json.of("USD", String.format(java.util.Locale.ROOT, "%.10f", price)))))))).toString()));
    }
}

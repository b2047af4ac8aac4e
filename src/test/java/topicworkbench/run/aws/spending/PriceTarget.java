package topicworkbench.run.aws.spending;

import java.nio.charset.StandardCharsets;
import java.util.List;
import topicworkbench.reliability.FuzzTarget;

/** The reader of AWS's price list. */
public final class PriceTarget {
    private static final byte[] PRODUCT = """
            {"product":{"sku":"A"},"terms":{"OnDemand":{"A.B":{"priceDimensions":{"A.B.C":{"unit":"Hrs","pricePerUnit":{"USD":"0.736"}}}}}}}
            """.getBytes(StandardCharsets.UTF_8);

    private PriceTarget() { }

    public static FuzzTarget make() {
        return FuzzTarget.forgiving("price-list", () -> List.of(PRODUCT),
                bytes -> Prices.hourly(new String(bytes, StandardCharsets.UTF_8)));
    }
}

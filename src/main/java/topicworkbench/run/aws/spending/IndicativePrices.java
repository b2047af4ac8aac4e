package topicworkbench.run.aws.spending;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Prices for when the price list cannot be asked: US dollars in us-east-1, from constants that several public projects of 2024
 * to 2026 agree on. They are shown as indicative; other regions are up to a third dearer.
 */
final class IndicativePrices {
    /** Per hour, whatever the use. */
    private static final Map<String, Double> INSTANCES = Map.of("ml.c5.xlarge", .204, "ml.m5.large", .115, "ml.m5.xlarge", .23,
            "ml.g4dn.xlarge", .736, "ml.g6.xlarge", 1.127, "ml.g5.xlarge", 1.408, "ml.p3.2xlarge", 3.825);

    /** Per hour of a data processing unit of Spark: 4 processors and 16 GB. */
    static final double GLUE_UNIT_HOUR = .44;
    /** Per minute of CodeBuild's small Linux machine. */
    static final double BUILD_MINUTE = .005;
    /** Per GB and month in S3. */
    static final double STORAGE_GB_MONTH = .023;

    private IndicativePrices() { }

    static OptionalDouble hour(String instanceType) {
        Double price = INSTANCES.get(instanceType);
        return price == null ? OptionalDouble.empty() : OptionalDouble.of(price);
    }
}

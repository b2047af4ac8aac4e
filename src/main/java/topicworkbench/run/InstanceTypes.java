package topicworkbench.run;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Instance types to propose; any other that SageMaker knows may be written. */
public final class InstanceTypes {
    /** Those for which AWS documents the NTM on GPUs, the usual one first. */
    private static final List<String> DOCUMENTED_GPU = List.of("ml.g4dn.xlarge", "ml.g4dn.2xlarge", "ml.g4dn.4xlarge", "ml.g4dn.12xlarge",
            "ml.g5.xlarge", "ml.g5.2xlarge", "ml.g5.4xlarge", "ml.g5.12xlarge", "ml.p3.2xlarge", "ml.p3.8xlarge", "ml.p2.xlarge");
    private static final List<String> PROCESSORS = List.of("ml.c5.xlarge", "ml.c5.2xlarge", "ml.c5.4xlarge", "ml.m5.large", "ml.m5.xlarge",
            "ml.m5.2xlarge", "ml.m5.4xlarge");
    private static final Set<String> DOCUMENTED_FAMILIES = Set.of("p2", "p3", "g4dn", "g5");

    private InstanceTypes() { }

    /** Of a setting that names one; empty for any other setting. */
    public static List<String> of(String setting) {
        return switch (setting) {
            case "instance_type" -> Stream.concat(DOCUMENTED_GPU.stream(), PROCESSORS.stream()).toList();
            case "lda_instance_type", "processing_instance_type", "endpoint_instance_type" -> PROCESSORS;
            default -> List.of();
        };
    }

    /**
     * Whether AWS documents the NTM for the type's GPUs.
     *
     * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/ntm.html">Instances for the NTM algorithm</a>
     */
    public static boolean isDocumentedGpu(String type) {
        String[] parts = type.split("\\.");
        return parts.length == 3 && DOCUMENTED_FAMILIES.contains(parts[1]);
    }
}

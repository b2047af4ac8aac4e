package topicworkbench.run.aws;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an instance type has, by which AWS's percentages become shares and megabytes.
 *
 * @param processors 0 where not known
 * @param memoryMb   NaN where not known
 * @param gpus       0 where there are none, or not known
 * @param gpuMemoryMb of all of them
 * @see <a href="https://aws.amazon.com/ec2/instance-types/">Instance types</a>
 */
record InstanceHardware(int processors, double memoryMb, int gpus, double gpuMemoryMb) {
    private static final Pattern TYPE = Pattern.compile("ml\\.([a-z]+\\d[a-z]*)\\.(?:(medium|large)|(\\d*)xlarge)");
    private static final int GIB = 1024;

    /** GiB of memory for each processor. */
    private static final Map<String, Double> MEMORY = Map.of("c4", 1.875, "c5", 2.0, "m4", 4.0, "m5", 4.0, "g4dn", 4.0, "g5", 4.0,
            "p2", 15.25, "p3", 7.625, "r5", 8.0);
    private static final Map<String, Integer> GPU_GIB = Map.of("g4dn", 16, "g5", 24, "p2", 12, "p3", 16);

    static InstanceHardware of(String type) {
        Matcher matcher = TYPE.matcher(type);
        if (!matcher.matches()) {
            return new InstanceHardware(0, Double.NaN, 0, Double.NaN);
        }
        String family = matcher.group(1);
        int size = matcher.group(3) == null || matcher.group(3).isEmpty() ? 1 : Integer.parseInt(matcher.group(3));
        int processors = matcher.group(2) == null ? 4 * size : matcher.group(2).equals("large") ? 2 : 1;
        int gpus = gpus(family, size);
        return new InstanceHardware(processors, processors * MEMORY.getOrDefault(family, Double.NaN) * GIB, gpus,
                gpus == 0 ? Double.NaN : (double) gpus * GPU_GIB.get(family) * GIB);
    }

    private static int gpus(String family, int size) {
        return switch (family) {
            case "p2" -> size;
            case "p3" -> Math.max(1, size / 2);
            case "g4dn" -> size == 12 ? 4 : 1;
            case "g5" -> size == 12 || size == 24 ? 4 : size == 48 ? 8 : 1;
            default -> 0;
        };
    }
}

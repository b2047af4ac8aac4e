package topicworkbench.run.aws.spending;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import topicworkbench.cloud.Spending.Range;

/**
 * How many times as fast as a computer of four processors an instance is, from the fastest it may be to the slowest. Guesses by
 * family and size: no run on AWS stands behind them.
 */
final class InstanceSpeed {
    private static final Pattern TYPE = Pattern.compile("ml\\.([a-z0-9-]+)\\.(\\d*)(x?)large|ml\\.([a-z0-9-]+)\\.medium");
    /** Against processors: small networks leave most of a GPU idle. */
    private static final Range GPU = new Range(8, 3, .7);
    private static final Range PROCESSORS = new Range(1.5, .8, .4);
    /** More of them help less and less, and not at all from here on. */
    private static final double MOST = 8;
    private static final double LARGE = .5;

    private InstanceSpeed() { }

    static Range of(String type) {
        return isGpu(type) ? GPU : ofProcessors(type);
    }

    static Range ofProcessors(String type) {
        return PROCESSORS.times(size(type));
    }

    static boolean isGpu(String type) {
        return type.matches("ml\\.(p\\d|g\\d).*");
    }

    /** Of four processors, which is what xlarge has. */
    private static double size(String type) {
        Matcher matcher = TYPE.matcher(type);
        if (!matcher.matches() || matcher.group(4) != null) {
            return LARGE / 2;
        }
        if (matcher.group(3).isEmpty()) {
            return LARGE;
        }
        return Math.min(MOST, matcher.group(2).isEmpty() ? 1 : Double.parseDouble(matcher.group(2)));
    }
}

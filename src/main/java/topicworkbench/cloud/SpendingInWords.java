package topicworkbench.cloud;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.Spending.Limits;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.cloud.Spending.Range;
import topicworkbench.failure.ExplainedException;

/** What a run may cost, in the words that the window and the commands share. */
public final class SpendingInWords {
    private static final int CENTS = 2;

    private SpendingInWords() { }

    /** For example "$0.43 ($0.31 to $0.92)". */
    public static String expected(Range range) {
        return range.isKnown() ? money(range.expected(), CENTS) + " (" + money(range.low(), CENTS) + " to "
                + money(range.high(), CENTS) + ")"
                : "not known";
    }

    /** The most that a run can cost, and why. @param limits null where a price is not known */
    public static String atMost(Limits limits) {
        return limits == null ? "not known" : money(limits.atMost(), CENTS) + (limits.ceiling() == null
                ? ", by max_hours alone; there is no ceiling" : ", since AWS ends each job at its limit; the ceiling is "
                + money(limits.ceiling(), CENTS));
    }

    /** For example "ml.g4dn.xlarge for training job usage: needs 1, allowed 0". */
    public static String quota(Quota quota) {
        return quota.name() + ": needs " + quota.needed() + ", allowed " + (Double.isNaN(quota.allowed()) ? "not known"
                : String.format(Locale.ROOT, "%.0f", quota.allowed()));
    }

    /** What to know where it is not known how much the account may use. */
    public static String unknown(Quota quota) {
        return "Whether the account may use \"" + quota.name() + "\" could not be found out; AWS refuses the job where not.";
    }

    /** Why the account may not run this, if so. @param remedy how to ask for more */
    public static Optional<ExplainedException> lacking(LaunchPlan plan, String remedy) {
        return lacking(plan).stream().findFirst().map(quota -> new ExplainedException("The account may not use what this run needs: "
                + quota.name() + ".", remedy));
    }

    /** The quotas that do not suffice. */
    public static List<Quota> lacking(LaunchPlan plan) {
        return plan.quotas().stream().filter(quota -> !quota.isEnough()).toList();
    }

    /** "$0.43", or a question mark where not known. */
    public static String money(double value, int digits) {
        return Double.isNaN(value) ? "?" : "$" + amount(value, digits);
    }

    public static String amount(double value, int digits) {
        return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** For example "12 (9–20)". */
    public static String range(Range range, int digits) {
        return range.isKnown() ? amount(range.expected(), digits) + " (" + amount(range.low(), digits) + "–"
                + amount(range.high(), digits) + ")"
                : "?";
    }
}

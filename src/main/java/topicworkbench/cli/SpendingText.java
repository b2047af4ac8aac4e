package topicworkbench.cli;

import java.util.List;
import java.util.Locale;
import topicworkbench.cloud.Spending.Entry;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.Spending.Ledger;
import topicworkbench.cloud.Spending.Limits;
import topicworkbench.cloud.Spending.Line;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.cloud.Spending.Range;
import topicworkbench.cloud.Spending.Running;

/** What costs, as text. */
final class SpendingText {
    private static final double MINUTE = 60;

    private SpendingText() { }

    static String plan(LaunchPlan plan, int width) {
        StringBuilder text = new StringBuilder();
        TextTable table = new TextTable("job", "$ an hour", "minutes", "$", "ended after");
        for (Line line : plan.lines()) {
            table.row(line.what(), money(line.priceHour(), 3), range(line.minutes(), 0), range(line.cost(), 2),
                    Double.isNaN(line.limit()) ? "?" : Math.round(line.limit()) + " min");
        }
        text.append(table.render(width)).append("\n\n");
        text.append("Expected   ").append(plan.expected().isKnown() ? money(plan.expected().expected(), 2) + " (" + money(plan.expected().low(), 2)
                + " to " + money(plan.expected().high(), 2) + ")" : "not known").append('\n');
        text.append("At most    ").append(ceiling(plan.limits())).append('\n');
        text.append("Work       ").append(plan.workFrom()).append('\n');
        text.append("Prices     ").append(plan.pricesOf()).append('\n');
        list(text, "Besides", plan.others());
        list(text, "Quotas", plan.quotas().stream().map(SpendingText::quota).toList());
        list(text, "Calls", plan.calls());
        list(text, "To know before", plan.concerns());
        return text.toString().stripTrailing();
    }

    private static String ceiling(Limits limits) {
        return limits == null ? "not known" : money(limits.atMost(), 2) + (limits.ceiling() == null
                ? ", by max_hours alone; there is no ceiling" : ", since AWS ends each job at its limit; the ceiling is "
                + money(limits.ceiling(), 2));
    }

    private static String quota(Quota quota) {
        return quota.name() + ": needs " + quota.needed() + ", allowed " + (Double.isNaN(quota.allowed()) ? "not known"
                : String.format(Locale.ROOT, "%.0f", quota.allowed())) + (quota.isEnough() ? "" : "  NOT ENOUGH");
    }

    private static void list(StringBuilder text, String heading, List<String> items) {
        if (!items.isEmpty()) {
            text.append('\n').append(heading).append('\n');
            items.forEach(item -> text.append("  ").append(item).append('\n'));
        }
    }

    static String ledger(Ledger ledger, int width) {
        StringBuilder text = new StringBuilder();
        if (ledger.entries().isEmpty()) {
            text.append("Nothing billable of this run is in the account.\n");
        } else {
            TextTable table = new TextTable("what", "name", "on", "minutes", "$", "state");
            for (Entry entry : ledger.entries()) {
                table.row(entry.kind(), entry.name(), entry.instances(), String.format(Locale.ROOT, "%.1f", entry.seconds() / MINUTE),
                        amount(entry.cost(), 3), entry.state());
            }
            text.append(table.render(width)).append("\nTotal ").append(money(ledger.total(), 2)).append('\n');
        }
        text.append(ledger.left().isEmpty() ? "Nothing of it is left that costs.\n" : "Still there:\n" + running(ledger.left(), width) + "\n");
        ledger.notes().forEach(note -> text.append(note).append('\n'));
        return text.toString().stripTrailing();
    }

    static String running(List<Running> running, int width) {
        if (running.isEmpty()) {
            return "Nothing runs, nothing is billed by the hour.";
        }
        TextTable table = new TextTable("what", "name", "state", "since", "run", "$ an hour");
        for (Running thing : running) {
            table.row(thing.kind(), thing.name(), thing.state(), thing.since() == null ? "" : thing.since().toString(),
                    thing.run() == null ? "" : thing.run(), amount(thing.priceHour(), 3));
        }
        double hour = running.stream().mapToDouble(Running::priceHour).filter(price -> !Double.isNaN(price)).sum();
        return table.render(width) + "\nTogether " + money(hour, 3) + " an hour";
    }

    private static String range(Range range, int digits) {
        return range.isKnown() ? amount(range.expected(), digits) + " (" + amount(range.low(), digits) + "–" + amount(range.high(), digits) + ")"
                : "?";
    }

    private static String money(double value, int digits) {
        return Double.isNaN(value) ? "?" : "$" + amount(value, digits);
    }

    private static String amount(double value, int digits) {
        return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}

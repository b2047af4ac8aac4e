package topicworkbench.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import topicworkbench.cloud.Spending.Entry;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.Spending.Ledger;
import topicworkbench.cloud.Spending.Line;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.cloud.Spending.Range;
import topicworkbench.cloud.Spending.Running;
import topicworkbench.cloud.SpendingInWords;

/** What costs, as text. */
final class SpendingText {
    private static final double MINUTE = 60;

    private SpendingText() { }

    static String plan(LaunchPlan plan, int width) {
        StringBuilder text = new StringBuilder();
        TextTable table = new TextTable("job", "$ an hour", "minutes", "$", "ended after");
        for (Line line : plan.lines()) {
            table.row(line.what(), SpendingInWords.money(line.priceHour(), 3), SpendingInWords.range(line.minutes(), 0),
                    SpendingInWords.range(line.cost(), 2),
                    Double.isNaN(line.limit()) ? "?" : Math.round(line.limit()) + " min");
        }
        text.append(table.render(width)).append("\n\n");
        text.append("Expected   ").append(SpendingInWords.expected(plan.expected())).append('\n');
        text.append("At most    ").append(SpendingInWords.atMost(plan.limits())).append('\n');
        text.append("Work       ").append(plan.workFrom()).append('\n');
        text.append("Prices     ").append(plan.pricesOf()).append('\n');
        TextList.add(text, "Besides", plan.others());
        TextList.add(text, "Quotas", plan.quotas().stream().map(SpendingText::quota).toList());
        TextList.add(text, "Calls", plan.calls());
        TextList.add(text, "To know before", plan.concerns());
        return text.toString().stripTrailing();
    }

    /** Several together, or the one. @param names of the runs, in the order of the plans */
    static String plans(List<String> names, List<LaunchPlan> plans, int width) {
        if (plans.size() == 1) {
            return plan(plans.getFirst(), width);
        }
        TextTable table = new TextTable("run", "expected $", "at most $");
        for (int i = 0; i < plans.size(); i++) {
            table.row(names.get(i), SpendingInWords.range(plans.get(i).expected(), 2), SpendingInWords.amount(atMost(plans.get(i)), 2));
        }
        StringBuilder text = new StringBuilder(table.render(width)).append("\n\n");
        Range expected = plans.stream().map(LaunchPlan::expected).reduce(Range::plus).orElse(Range.UNKNOWN);
        double most = plans.stream().mapToDouble(SpendingText::atMost).sum();
        text.append("Together   ").append(SpendingInWords.expected(expected)).append('\n');
        text.append("At most    ").append(Double.isNaN(most) ? "not known" : SpendingInWords.money(most, 2)).append('\n');
        TextList.add(text, "Work", each(plans, plan -> List.of(plan.workFrom())));
        TextList.add(text, "Prices", List.of(plans.getLast().pricesOf()));
        TextList.add(text, "Quotas of each", each(plans, plan -> plan.quotas().stream().map(SpendingText::quota).toList()));
        TextList.add(text, "To know before", each(plans, LaunchPlan::concerns));
        return text.toString().stripTrailing();
    }

    private static double atMost(LaunchPlan plan) {
        return plan.limits() == null ? Double.NaN : plan.limits().atMost();
    }

    private static List<String> each(List<LaunchPlan> plans, Function<LaunchPlan, List<String>> part) {
        return plans.stream().flatMap(plan -> part.apply(plan).stream()).distinct().toList();
    }

    private static String quota(Quota quota) {
        return SpendingInWords.quota(quota) + (quota.isEnough() ? "" : "  NOT ENOUGH");
    }

    static String ledger(Ledger ledger, int width) {
        StringBuilder text = new StringBuilder();
        if (ledger.entries().isEmpty()) {
            text.append("Nothing billable of this run is in the account.\n");
        } else {
            TextTable table = new TextTable("what", "name", "on", "minutes", "$", "state");
            for (Entry entry : ledger.entries()) {
                table.row(entry.kind(), entry.name(), entry.instances(), String.format(Locale.ROOT, "%.1f", entry.seconds() / MINUTE),
                        SpendingInWords.amount(entry.cost(), 3), entry.state());
            }
            text.append(table.render(width)).append("\nTotal ").append(SpendingInWords.money(ledger.total(), 2)).append('\n');
        }
        text.append(ledger.left().isEmpty() ? "Nothing of it is left that costs.\n" : "Still there:\n"
                + running(ledger.left(), width) + "\n");
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
                    thing.run() == null ? "" : thing.run(), SpendingInWords.amount(thing.priceHour(), 3));
        }
        double hour = running.stream().mapToDouble(Running::priceHour).filter(price -> !Double.isNaN(price)).sum();
        return table.render(width) + "\nTogether " + SpendingInWords.money(hour, 3) + " an hour";
    }
}

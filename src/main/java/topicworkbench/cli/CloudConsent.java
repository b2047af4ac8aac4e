package topicworkbench.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.SpendingInWords;
import topicworkbench.run.RunSpec;

/** Asks before something begins on AWS that is billed: shows what it takes and costs, and refuses what the account may not use. */
final class CloudConsent {
    @Option(names = "--yes", description = "Start what AWS bills without asking.")
    private boolean yes;

    /**
     * @param place where they would run
     * @param runs  by what they are called; those on this computer cost nothing
     * @return whether they may begin; if not, that was said
     */
    boolean toRuns(CommandContext context, Services services, CloudPlace place, Map<String, RunSpec> runs) {
        Map<String, RunSpec> billed = new LinkedHashMap<>(runs);
        billed.values().removeIf(spec -> !spec.cloud().onAws());
        if (billed.isEmpty()) {
            return true;
        }
        List<LaunchPlan> plans = services.cloud().spending(place).plans(List.copyOf(billed.values()));
        context.terminal().print(SpendingText.plans(List.copyOf(billed.keySet()), plans, context.terminal().width()));
        return to(context, plans, "Ask for more with topic-workbench cloud plan … --request-quota, or choose another instance type.",
                plans.size() == 1 ? "Start this run" : "Start these " + plans.size() + " runs");
    }

    /** @return whether a batch transform may begin; if not, that was said */
    boolean toTransform(CommandContext context, LaunchPlan plan) {
        context.terminal().print(SpendingText.plan(plan, context.terminal().width()));
        return to(context, List.of(plan), "Ask for more in the console (Service Quotas, Amazon SageMaker), or choose another instance "
                + "type.", "Start this job");
    }

    private boolean to(CommandContext context, List<LaunchPlan> plans, String remedy, String question) {
        plans.stream().flatMap(plan -> SpendingInWords.lacking(plan, remedy).stream()).findFirst().ifPresent(lacking -> {
            throw lacking;
        });
        boolean agreed = Consent.ask(context, yes, question);
        if (!agreed) {
            context.terminal().tell("Nothing was started.");
        }
        return agreed;
    }
}

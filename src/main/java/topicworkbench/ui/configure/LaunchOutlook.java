package topicworkbench.ui.configure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import topicworkbench.cloud.CloudAccount;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.SpendingInWords;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunSpec;
import topicworkbench.wording.Figures;

/**
 * What a run on AWS would meet: whose account it is, whether it is deployed there, and what it takes and costs.
 *
 * @param place    that was asked
 * @param spec     that was asked about
 * @param platform as it is deployed there
 */
public record LaunchOutlook(CloudPlace place, RunSpec spec, CloudAccount account, Platform.Status platform, LaunchPlan plan) {

    /** Why the run cannot be started there, if so. */
    Optional<ExplainedException> obstacle() {
        if (!platform.isReady()) {
            return Optional.of(new ExplainedException(platform.isNowhere()
                    ? "Topic Workbench is not deployed under the name " + place.name() + " in " + account.region() + "."
                    : "What is deployed under the name " + place.name() + " in " + account.region() + " is not whole.",
                    "Deploy it on the Cloud screen, or with topic-workbench cloud deploy."));
        }
        return SpendingInWords.lacking(plan, "Request an increase in the form's section Where to run, or choose another instance type.");
    }

    /** What is asked before it starts. @param runs how many like it */
    String question(int runs) {
        return runs == 1 ? "Start this run on AWS?" : "Start " + Figures.count(runs) + " runs on AWS?";
    }

    /** What the one who agrees agrees to. @param runs how many like it */
    String consequence(int runs) {
        List<String> lines = new ArrayList<>();
        String each = runs == 1 ? "" : "each ";
        lines.add("Expected " + each + SpendingInWords.expected(plan.expected()) + ".");
        lines.add("At most " + each + SpendingInWords.atMost(plan.limits()) + ".");
        if (runs > 1) {
            lines.add("Together " + SpendingInWords.expected(plan.expected().times(runs)) + "."
                    + " Runs that vary what training takes differ from this.");
        }
        lines.add("Account " + account.id() + ", " + account.region() + ".");
        plan.concerns().forEach(lines::add);
        return String.join("\n", lines);
    }
}

package topicworkbench.run.aws.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import topicworkbench.failure.ExplainedException;

/** Why AWS gave up on a stack: the first resource that failed, since the others only fail because of it. */
final class StackFailure {
    private StackFailure() { }

    /** @param events of the change that failed, in order */
    static ExplainedException of(String stack, String state, List<StackEvent> events) {
        Optional<StackEvent> first = events.stream().filter(event -> event.resourceStatusAsString().endsWith("_FAILED"))
                .filter(event -> !isConsequence(event.resourceStatusReason())).findFirst();
        String reason = first.map(StackEvent::resourceStatusReason).orElse(null);
        String what = first.map(event -> "AWS could not " + verb(event) + " " + event.logicalResourceId() + " ("
                + event.resourceType() + ") of the stack " + stack + ": " + sentence(reason))
                .orElse("The stack " + stack + " ended as " + state + "; AWS says no reason.");
        return new ExplainedException(what, remedy(reason) + becomes(state));
    }

    private static boolean isConsequence(String reason) {
        return reason != null && reason.toLowerCase(Locale.ROOT).contains("cancelled");
    }

    private static String verb(StackEvent event) {
        String state = event.resourceStatusAsString();
        return state.startsWith("CREATE") ? "create" : state.startsWith("DELETE") ? "delete" : "change";
    }

    private static String sentence(String reason) {
        String text = reason == null || reason.isBlank() ? "it says no reason" : reason.strip();
        return text.endsWith(".") ? text : text + ".";
    }

    private static String becomes(String state) {
        return switch (state) {
            case "ROLLBACK_COMPLETE" -> " What had been made was taken back; the empty stack that remains is deleted by the next deploy.";
            case "UPDATE_ROLLBACK_COMPLETE" -> " Everything is as it was before.";
            case "UPDATE_ROLLBACK_FAILED" -> " AWS could not take the change back either: choose \"Continue update rollback\" for the "
                    + "stack in the CloudFormation console first.";
            default -> "";
        };
    }

    /** What to do about what AWS says. */
    static String remedy(String reason) {
        String words = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        if (words.contains("not authorized") || words.contains("accessdenied") || words.contains("access denied")) {
            return "Ask whoever administers the account for the permission that is named; the policy file that the README names "
                    + "lists all that deploying needs. Then deploy again.";
        }
        if (words.contains("already exists")) {
            return "Something of that name is there already, perhaps kept by an earlier removal: delete it in the console, or deploy "
                    + "under another --name.";
        }
        if (words.contains("limit") || words.contains("quota")) {
            return "Ask AWS to raise that limit (Service Quotas in the console), or delete what is no longer needed, and deploy again.";
        }
        if (words.contains("not empty")) {
            return "Empty it, or delete with --with-data.";
        }
        return "Repair what it names and deploy again.";
    }
}

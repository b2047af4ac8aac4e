package topicworkbench.cli;

import topicworkbench.cloud.Platform.Action;
import topicworkbench.cloud.Platform.Change;
import topicworkbench.cloud.Platform.ChangePlan;
import topicworkbench.cloud.Platform.Deletion;
import topicworkbench.cloud.Platform.Stack;
import topicworkbench.cloud.Platform.Status;

/** What is deployed and what would change, as text. */
final class PlatformText {
    private PlatformText() { }

    static String plan(ChangePlan plan, int width) {
        if (plan.isEmpty()) {
            return "Nothing to do: everything is deployed as release " + plan.release() + ".";
        }
        StringBuilder text = new StringBuilder();
        if (!plan.changes().isEmpty()) {
            TextTable table = new TextTable("", "resource", "type", "stack", "what changes");
            for (Change change : plan.changes()) {
                table.row(sign(change), change.resource(), change.type(), change.stack(), details(change));
            }
            text.append(table.render(width)).append('\n');
        }
        plan.steps().forEach(step -> text.append("* ").append(step).append('\n'));
        plan.notes().forEach(note -> text.append("Note: ").append(note).append('\n'));
        return text.toString().stripTrailing();
    }

    private static String sign(Change change) {
        return switch (change.action()) {
            case ADD -> "+";
            case MODIFY -> change.replaced() ? "± made anew" : "~";
            case REMOVE -> "-";
        };
    }

    private static String details(Change change) {
        return change.action() == Action.ADD && change.details().isEmpty() ? "is made" : change.action() == Action.REMOVE ? "is deleted"
                : String.join("; ", change.details());
    }

    static String status(Status status, int width) {
        TextTable table = new TextTable("stack", "state", "since", "why");
        for (Stack stack : status.stacks()) {
            table.row(stack.name(), stack.state().equals(Stack.NONE) ? "not there" : stack.state(),
                    stack.changed() == null ? "" : stack.changed().toString(), stack.reason() == null ? "" : stack.reason());
        }
        StringBuilder text = new StringBuilder(table.render(width)).append('\n');
        if (status.isNowhere()) {
            return text.append("Not deployed. Deploy with: topic-workbench cloud deploy").toString();
        }
        text.append("Image    ").append(status.image() == null ? "not built" : status.image().address() + ", built "
                + status.image().built())
                .append('\n');
        text.append("Release  ").append(status.release() == null ? "none" : status.release());
        if (status.release() != null && !status.isCurrent()) {
            text.append("; this program's is ").append(status.own()).append(": topic-workbench cloud deploy brings it up to date");
        } else if (!status.isReady()) {
            text.append("; not ready: topic-workbench cloud deploy goes on from here");
        }
        return text.toString();
    }

    static String deletion(Deletion deletion) {
        StringBuilder text = new StringBuilder();
        TextList.add(text, "Deleted would be:", deletion.removes());
        TextList.add(text, "Kept would be:", deletion.keeps());
        TextList.add(text, "To be ended first:", deletion.blockers());
        return text.toString().stripTrailing();
    }
}

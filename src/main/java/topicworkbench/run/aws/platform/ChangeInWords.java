package topicworkbench.run.aws.platform;

import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceAttribute;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;
import topicworkbench.cloud.Platform.Action;
import topicworkbench.cloud.Platform.Change;

/** A line of a change set as people read it. */
final class ChangeInWords {
    private static final int LONGEST_VALUE = 60;

    private ChangeInWords() { }

    static Change of(String stack, ResourceChange change) {
        return new Change(stack, action(change.action()), change.logicalResourceId(), change.resourceType(),
                change.replacement() == Replacement.TRUE || change.replacement() == Replacement.CONDITIONAL,
                change.details().stream().map(ChangeInWords::detail).distinct().toList());
    }

    /** As our own template says it, before AWS can. */
    static Change added(String stack, PackedTemplate.Resource resource) {
        return new Change(stack, Action.ADD, resource.name(), resource.type(), false,
                resource.condition() == null ? List.of() : List.of("if " + resource.condition()));
    }

    private static Action action(ChangeAction action) {
        return switch (action) {
            case ADD, IMPORT -> Action.ADD;
            case REMOVE -> Action.REMOVE;
            default -> Action.MODIFY;
        };
    }

    private static String detail(ResourceChangeDetail detail) {
        ResourceTargetDefinition target = detail.target();
        String what = target.attribute() == ResourceAttribute.PROPERTIES && target.name() != null ? target.name()
                : target.attributeAsString();
        if (target.beforeValue() != null || target.afterValue() != null) {
            return what + ": " + shown(target.beforeValue()) + " → " + shown(target.afterValue());
        }
        return detail.causingEntity() == null ? what : what + " (because of " + detail.causingEntity() + ")";
    }

    private static String shown(String value) {
        String text = value == null || value.isEmpty() ? "nothing" : value;
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}

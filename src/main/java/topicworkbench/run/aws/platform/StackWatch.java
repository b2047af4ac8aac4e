package topicworkbench.run.aws.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import topicworkbench.cloud.Platform.Event;
import topicworkbench.run.aws.sdk.AwsClients;

/** Waits until a stack no longer changes, and tells what happens to its resources meanwhile. */
final class StackWatch {
    private final AwsClients aws;
    private final Stacks stacks;
    private final Duration poll;
    private final Consumer<Event> listener;

    StackWatch(AwsClients aws, Duration poll, Consumer<Event> listener) {
        this.aws = aws;
        this.stacks = new Stacks(aws);
        this.poll = poll;
        this.listener = listener;
    }

    /** @param state at the end; {@code DELETE_COMPLETE} where it is gone */
    record End(String state, List<StackEvent> events) { }

    /** Begins something that changes the stack and follows it to its end. */
    End follow(String stackId, Runnable beginning) throws InterruptedException {
        StackEvents events = new Patience(poll).look(() -> StackEvents.fromNow(aws, stackId));
        beginning.run();
        return follow(stackId, events);
    }

    /** Follows what somebody has begun. */
    End join(String stackId) throws InterruptedException {
        return follow(stackId, StackEvents.ofLastChange(aws, stackId));
    }

    private End follow(String stackId, StackEvents events) throws InterruptedException {
        List<StackEvent> heard = new ArrayList<>();
        Patience patience = new Patience(poll);
        while (true) {
            Optional<Stacks.Found> found = patience.look(() -> stacks.find(stackId));
            patience.look(events::news).forEach(event -> tell(event, heard));
            if (found.isEmpty()) {
                return new End("DELETE_COMPLETE", heard);
            }
            // a change takes a moment to begin, and the state seen above may be over by now: only events tell
            Optional<String> state = last(stackId, heard).filter(last -> !last.endsWith("_IN_PROGRESS"));
            if (state.isPresent()) {
                return new End(state.get(), heard);
            }
            patience.pause();
        }
    }

    /** The state that the stack itself reached last. */
    private static Optional<String> last(String stackId, List<StackEvent> heard) {
        return heard.reversed().stream().filter(event -> stackId.equals(event.physicalResourceId())).findFirst()
                .map(StackEvent::resourceStatusAsString);
    }

    private void tell(StackEvent event, List<StackEvent> heard) {
        heard.add(event);
        listener.accept(new Event.ResourceChanged(event.timestamp(), event.stackName(), event.logicalResourceId(),
                event.resourceType(), event.resourceStatusAsString(), event.resourceStatusReason()));
    }
}

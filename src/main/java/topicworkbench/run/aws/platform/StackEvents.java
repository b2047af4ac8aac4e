package topicworkbench.run.aws.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import topicworkbench.run.aws.sdk.AwsClients;

/** What happens to a stack from a moment on, each event told once, in order. AWS tells the newest first. */
final class StackEvents {
    private final AwsClients aws;
    private final String stackId;
    private final Set<String> told = new HashSet<>();

    private StackEvents(AwsClients aws, String stackId) {
        this.aws = aws;
        this.stackId = stackId;
    }

    /** Everything that happened so far counts as told. */
    static StackEvents fromNow(AwsClients aws, String stackId) {
        StackEvents events = new StackEvents(aws, stackId);
        events.news();
        return events;
    }

    /** Begins with the last change of the stack, even if it is over. */
    static StackEvents ofLastChange(AwsClients aws, String stackId) {
        return new StackEvents(aws, stackId);
    }

    List<StackEvent> news() {
        List<StackEvent> news = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            DescribeStackEventsResponse page = aws.ask("read the events of a stack",
                    () -> aws.cloudFormation().describeStackEvents(request -> request.stackName(stackId).nextToken(from)));
            token = page.nextToken();
            for (StackEvent event : page.stackEvents()) {
                if (!told.add(event.eventId())) {
                    token = null; // all that follow are older
                    break;
                }
                news.add(event);
                if (begins(event)) {
                    token = null;
                    break;
                }
            }
        } while (token != null);
        Collections.reverse(news);
        return news;
    }

    /** Whether with it a change of the stack begins. */
    private static boolean begins(StackEvent event) {
        String state = event.resourceStatusAsString();
        return event.stackId().equals(event.physicalResourceId())
                && Set.of("CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "DELETE_IN_PROGRESS").contains(state);
    }
}

package topicworkbench.run.aws;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import topicworkbench.run.aws.sdk.AwsClients;

/** The events of an execution, those that are new since the last look; however many pages they fill. */
final class ExecutionHistory {
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 25_000 / PAGE + 1; // an execution has 25,000 events at most

    private final AwsClients aws;
    private final String execution;
    private long seen;

    ExecutionHistory(AwsClients aws, String execution) {
        this.aws = aws;
        this.execution = execution;
    }

    /** Oldest first. A failure in the middle loses none: they are new at the next look. */
    List<HistoryEvent> news() {
        List<HistoryEvent> news = new ArrayList<>();
        String token = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            String from = token;
            GetExecutionHistoryResponse answer = aws.ask("read the history of the run", () -> aws.stepFunctions()
                    .getExecutionHistory(request -> request.executionArn(execution).reverseOrder(true).maxResults(PAGE).nextToken(from)));
            answer.events().stream().filter(event -> event.id() > seen).forEach(news::add);
            token = answer.nextToken();
            if (token == null || answer.events().stream().anyMatch(event -> event.id() <= seen)) {
                break;
            }
        }
        if (!news.isEmpty()) {
            seen = news.getFirst().id();
        }
        return news.reversed();
    }
}

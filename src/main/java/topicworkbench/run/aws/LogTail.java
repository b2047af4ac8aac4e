package topicworkbench.run.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogStream;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import topicworkbench.run.aws.sdk.AwsClients;

/** Follows the streams of a log group whose names begin alike; each look brings the lines that are new. */
final class LogTail {
    private static final int MOST_PAGES = 20;

    private final AwsClients aws;
    private final String group;
    private final String prefix;
    private final Map<String, String> tokens = new LinkedHashMap<>();

    LogTail(AwsClients aws, String group, String prefix) {
        this.aws = aws;
        this.group = group;
        this.prefix = prefix;
    }

    /** A line. @param stream without the prefix, for example {@code algo-1-1625000000} */
    record Line(String stream, String text) { }

    /** As far as there are any; a group or stream that is not there yet has none. */
    List<Line> news() {
        List<Line> lines = new ArrayList<>();
        List<LogStream> streams = aws.find("list the logs of " + prefix, () -> aws.logs().describeLogStreamsPaginator(request -> request
                .logGroupName(group).logStreamNamePrefix(prefix)).logStreams().stream().toList()).orElse(List.of());
        for (LogStream stream : streams) {
            String name = stream.logStreamName();
            for (int page = 0; page < MOST_PAGES; page++) {
                String token = tokens.get(name);
                GetLogEventsResponse answer = aws.find("read the log " + name, () -> aws.logs().getLogEvents(request -> request
                        .logGroupName(group).logStreamName(name).startFromHead(true).nextToken(token))).orElse(null);
                if (answer == null) {
                    break;
                }
                answer.events().stream().map(OutputLogEvent::message).forEach(text ->
                        lines.add(new Line(name.substring(prefix.length()), text)));
                tokens.put(name, answer.nextForwardToken());
                if (answer.nextForwardToken() == null || answer.nextForwardToken().equals(token)) {
                    break; // the service says so that there is no more
                }
            }
        }
        return lines;
    }
}

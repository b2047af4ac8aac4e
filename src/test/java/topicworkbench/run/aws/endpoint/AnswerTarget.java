package topicworkbench.run.aws.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import topicworkbench.reliability.FuzzTarget;

/** The reader of what an endpoint answers. */
public final class AnswerTarget {
    private static final byte[] ANSWER = "{\"predictions\":[{\"topic_weights\":[0.25,0.75]},{\"topic_mixture\":[0.5,0.5]}]}"
            .getBytes(StandardCharsets.UTF_8);

    private AnswerTarget() { }

    public static FuzzTarget make() {
        return FuzzTarget.explained("endpoint-answer", () -> List.of(ANSWER), bytes -> TopicWeights.parse(bytes, 2));
    }
}

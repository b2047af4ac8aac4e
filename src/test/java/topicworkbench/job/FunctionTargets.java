package topicworkbench.job;

import java.nio.charset.StandardCharsets;
import java.util.List;
import topicworkbench.reliability.FuzzTarget;

/** The readers of the function that classifies in the cloud: of what it is asked, and of what its endpoint answers. */
public final class FunctionTargets {
    private static final String EVENT = "{\"reviews\":[{\"title\":\"Late\",\"text\":\"It never came\"},{\"text\":\"\"},{}]}";
    private static final String ANSWER = "{\"predictions\":[{\"topic_weights\":[0.25,0.75]},{\"topic_mixture\":[0.5,0.5]}]}";

    private FunctionTargets() { }

    public static List<FuzzTarget> all() {
        return List.of(FuzzTarget.explained("function-event", () -> List.of(EVENT.getBytes(StandardCharsets.UTF_8)),
                        bytes -> ClassifyFunction.reviews(new String(bytes, StandardCharsets.UTF_8))),
                FuzzTarget.explained("function-answer", () -> List.of(ANSWER.getBytes(StandardCharsets.UTF_8)),
                        bytes -> EndpointTopics.shares("tw-reviews", new String(bytes, StandardCharsets.UTF_8), 2)));
    }
}

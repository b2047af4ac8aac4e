package topicworkbench.exploration.classify;

import java.util.List;
import topicworkbench.cloud.Endpoints;
import topicworkbench.cloud.Endpoints.TermCounts;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;

/** A run's model behind an endpoint, asked about texts whose words are counted here, as the run does it. */
public final class EndpointModel {

    private EndpointModel() { }

    /** @param name of the endpoint */
    public static TextTopics of(ExploredRun run, Endpoints endpoints, String name) {
        return TextTopics.answered(run, name, counts -> ask(endpoints, name, counts));
    }

    private static FloatMatrix ask(Endpoints endpoints, String name, CsrCounts counts) {
        float[] values = new float[counts.counts().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts.counts()[i];
        }
        float[] weights = endpoints.classify(name, List.of(new TermCounts(counts.columnIndices(), values)), counts.columns()).getFirst();
        return new FloatMatrix(1, weights.length, weights);
    }
}

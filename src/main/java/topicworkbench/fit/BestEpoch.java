package topicworkbench.fit;

import java.util.List;

/** Remembers the figures and the weights of the epoch with the least loss. */
final class BestEpoch {
    private final List<Parameter> parameters;
    private final List<float[]> values;
    private double loss = Double.POSITIVE_INFINITY;
    private EpochMetrics metrics;

    BestEpoch(List<Parameter> parameters) {
        this.parameters = parameters;
        this.values = parameters.stream().map(p -> new float[p.values.length]).toList();
    }

    /** Keeps the parameters as they stand if no epoch before had a lower loss. */
    void offer(EpochMetrics epoch, double epochLoss) {
        if (!(epochLoss < loss)) {
            return;
        }
        loss = epochLoss;
        metrics = epoch;
        for (int i = 0; i < values.size(); i++) {
            System.arraycopy(parameters.get(i).values, 0, values.get(i), 0, values.get(i).length);
        }
    }

    /** Gives the parameters back their best values; the figures of that epoch, or {@code last} if none was offered. */
    EpochMetrics restore(EpochMetrics last) {
        if (metrics == null) {
            return last;
        }
        for (int i = 0; i < values.size(); i++) {
            System.arraycopy(values.get(i), 0, parameters.get(i).values, 0, values.get(i).length);
        }
        return metrics;
    }
}

package topicworkbench.quality;

import java.util.Arrays;

/**
 * Quality of each topic; arrays run over topics.
 *
 * @param wetc -1 to 1, NaN where fewer than two top words have a vector
 * @param tu   1/K to 1
 * @param npmi -1 to 1
 */
public record TopicScores(double[] wetc, double[] tu, double[] npmi) {

    public double meanWetc() {
        return mean(wetc);
    }

    public double meanTu() {
        return mean(tu);
    }

    public double meanNpmi() {
        return mean(npmi);
    }

    /** Mean of the values that are numbers; NaN if none is. */
    private static double mean(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }
}

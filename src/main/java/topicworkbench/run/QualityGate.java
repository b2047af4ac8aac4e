package topicworkbench.run;

import topicworkbench.failure.InvalidOptionException;

/**
 * What a model must reach to be accepted; null asks for nothing.
 *
 * @param minWetc least mean WETC, -1 to 1
 * @param minTu   least mean TU, 0 to 1
 */
public record QualityGate(Double minWetc, Double minTu) {
    public static final QualityGate NONE = new QualityGate(null, null);

    public QualityGate {
        InvalidOptionException.unless(minWetc == null || minWetc >= -1 && minWetc <= 1, "min_wetc", minWetc,
                "Give a number from -1 to 1.");
        InvalidOptionException.unless(minTu == null || minTu >= 0 && minTu <= 1, "min_tu", minTu,
                "Give a number from 0 to 1.");
    }

    /** A score that is not a number passes no gate that asks for it. */
    public boolean accepts(double wetc, double tu) {
        return (minWetc == null || wetc >= minWetc) && (minTu == null || tu >= minTu);
    }
}

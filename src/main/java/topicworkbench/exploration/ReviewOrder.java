package topicworkbench.exploration;

import java.util.function.IntUnaryOperator;

/** In which order reviews are listed. What is missing stands last; equals stand in the order of the files. */
public enum ReviewOrder {
    /** The largest share of the topic first; where no topic is looked at, of each review's own strongest one. */
    TOPIC_STRENGTH,
    NEWEST, OLDEST,
    FEWEST_STARS, MOST_STARS,
    MOST_HELPFUL;

    /**
     * Of each document a number that rises with its place.
     *
     * @param topics of the model whose shares are added up; empty for each document's strongest
     */
    IntUnaryOperator rank(ExploredRun run, int... topics) {
        return switch (this) {
            case TOPIC_STRENGTH -> strength(run, topics);
            case NEWEST -> {
                int[] days = run.columns().days();
                yield document -> days[document] == DocumentColumns.NO_DAY ? Integer.MAX_VALUE : -days[document];
            }
            case OLDEST -> {
                int[] days = run.columns().days();
                yield document -> days[document] == DocumentColumns.NO_DAY ? Integer.MAX_VALUE : days[document];
            }
            case FEWEST_STARS -> {
                float[] stars = run.columns().stars();
                yield document -> Float.isNaN(stars[document]) ? Integer.MAX_VALUE : Float.floatToIntBits(stars[document]);
            }
            case MOST_STARS -> {
                float[] stars = run.columns().stars();
                yield document -> Float.isNaN(stars[document]) ? Integer.MAX_VALUE : -Float.floatToIntBits(stars[document]);
            }
            case MOST_HELPFUL -> {
                int[] votes = run.columns().helpfulVotes();
                yield document -> -votes[document];
            }
        };
    }

    /** The bits of positive numbers rise as the numbers do. */
    private static IntUnaryOperator strength(ExploredRun run, int[] topics) {
        float[] shares = run.shares().values();
        int count = run.shares().columns();
        if (topics.length == 0) {
            return document -> {
                float strongest = 0;
                for (int share = document * count; share < (document + 1) * count; share++) {
                    strongest = Math.max(strongest, shares[share]);
                }
                return -Float.floatToIntBits(strongest);
            };
        }
        return document -> {
            float sum = 0;
            for (int topic : topics) {
                sum += shares[document * count + topic];
            }
            return -Float.floatToIntBits(sum);
        };
    }
}

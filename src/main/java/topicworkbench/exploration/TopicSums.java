package topicworkbench.exploration;

import java.util.Arrays;
import topicworkbench.math.Threads;

/**
 * What is summed over the documents of each topic for {@link Impact}. Arrays hold a number for each topic and are not to
 * be changed. Stars and logarithms are summed as whole numbers, so that the sums do not depend on the number of threads.
 *
 * @param reviews         documents
 * @param starred         of these with stars
 * @param starHundredths  sum of their stars, in hundredths
 * @param votes           sum of helpful votes
 * @param attention       sum of ln(1 + helpful votes), in millionths
 * @param recent          documents of recent time
 * @param dated           documents with a date
 * @param time            which time is recent
 */
public record TopicSums(long[] reviews, long[] starred, long[] starHundredths, long[] votes, long[] attention,
        long[] recent, long[] dated, RecentTime time) {
    private static final int BLOCK = 1 << 16;
    private static final double HUNDREDTHS = 100;
    private static final double MILLIONTHS = 1e6;

    /**
     * @param among  only these documents
     * @param topics ids there are, 0 to {@code topics} - 1
     */
    public static TopicSums of(Selection among, TopicAssignment assignment, int topics, DocumentColumns columns,
            Threads threads) {
        RecentTime time = RecentTime.of(among, columns.days());
        TopicSums[] parts = new TopicSums[threads.count()];
        threads.run((among.documents() + BLOCK - 1) / BLOCK, (block, worker) -> {
            TopicSums part = parts[worker] == null ? empty(topics, time) : parts[worker];
            parts[worker] = part;
            among.forEach(block * BLOCK, Math.min(among.documents(), (block + 1) * BLOCK),
                    document -> part.add(document, assignment.of(document), columns));
        });
        TopicSums sum = empty(topics, time);
        for (TopicSums part : parts) {
            if (part != null) {
                sum.add(part);
            }
        }
        return sum;
    }

    private static TopicSums empty(int topics, RecentTime time) {
        return new TopicSums(new long[topics], new long[topics], new long[topics], new long[topics], new long[topics],
                new long[topics], new long[topics], time);
    }

    private void add(int document, int topic, DocumentColumns columns) {
        reviews[topic]++;
        float stars = columns.stars()[document];
        if (!Float.isNaN(stars)) {
            starred[topic]++;
            starHundredths[topic] += Math.round(stars * HUNDREDTHS);
        }
        int helpful = Math.max(0, columns.helpfulVotes()[document]);
        if (helpful > 0) {
            votes[topic] += helpful;
            attention[topic] += Math.round(Math.log1p(helpful) * MILLIONTHS);
        }
        int day = columns.days()[document];
        if (day != DocumentColumns.NO_DAY) {
            dated[topic]++;
            recent[topic] += time.contains(day) ? 1 : 0;
        }
    }

    private void add(TopicSums other) {
        long[][] mine = {reviews, starred, starHundredths, votes, attention, recent, dated};
        long[][] others = {other.reviews, other.starred, other.starHundredths, other.votes, other.attention,
            other.recent, other.dated};
        for (int i = 0; i < mine.length; i++) {
            for (int topic = 0; topic < mine[i].length; topic++) {
                mine[i][topic] += others[i][topic];
            }
        }
    }

    public int topics() {
        return reviews.length;
    }

    /** Mean stars of a topic; NaN if none of its documents has any. */
    public double meanStars(int topic) {
        return starred[topic] == 0 ? Double.NaN : starHundredths[topic] / HUNDREDTHS / starred[topic];
    }

    /** Mean stars of all documents; NaN if none has any. */
    public double meanStars() {
        long count = Arrays.stream(starred).sum();
        return count == 0 ? Double.NaN : Arrays.stream(starHundredths).sum() / HUNDREDTHS / count;
    }

    /** Mean of ln(1 + helpful votes); 0 for a topic without documents. */
    public double meanAttention(int topic) {
        return reviews[topic] == 0 ? 0 : attention[topic] / MILLIONTHS / reviews[topic];
    }

    public long allReviews() {
        return Arrays.stream(reviews).sum();
    }

    public Growth growth(int topic) {
        return !time.isKnown() ? new Growth(0, 0, 0, 0) : new Growth(recent[topic],
                Arrays.stream(recent).sum(), dated[topic] - recent[topic],
                Arrays.stream(dated).sum() - Arrays.stream(recent).sum());
    }
}

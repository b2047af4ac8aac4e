package topicworkbench.ui.explore;

import topicworkbench.exploration.CrossCount;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Selection;
import topicworkbench.exploration.TimeBins;
import topicworkbench.exploration.TopicSums;
import topicworkbench.math.Threads;
import topicworkbench.ui.explore.Tallies.Situation;

/**
 * What the list says of each topic under the current filters, the one on topics aside.
 *
 * @param sums  reviews, stars, growth
 * @param all   reviews of any topic
 * @param times reviews by time
 */
record TopicFigures(TopicSums sums, long all, CrossCount times) {

    static TopicFigures of(Situation situation, Threads threads) {
        Selection among = situation.matching().except(Dimension.TOPIC);
        TopicSums sums = TopicSums.of(among, situation.assignment(), situation.topics(), situation.columns(), threads);
        return new TopicFigures(sums, sums.allReviews(), CrossCount.of(among, TimeBins.of(situation.columns().days(), null),
                situation.assignment(), situation.topics(), threads));
    }

    private boolean knows(int topic) {
        return topic < sums.topics();
    }

    double reviews(int topic) {
        return knows(topic) ? sums.reviews()[topic] : Double.NaN;
    }

    double share(int topic) {
        return knows(topic) && all > 0 ? (double) sums.reviews()[topic] / all : Double.NaN;
    }

    double stars(int topic) {
        return knows(topic) ? sums.meanStars(topic) : Double.NaN;
    }

    /** The topic's share of late over its share before. */
    double growth(int topic) {
        return knows(topic) ? sums.growth(topic).ratio() : Double.NaN;
    }

    /** Of each stretch of time the topic's share of its reviews; 0 where there are none. */
    double[] trend(int topic) {
        double[] trend = new double[knows(topic) ? times.bins().count() : 0];
        for (int bin = 0; bin < trend.length; bin++) {
            trend[bin] = times.ofBin(bin) == 0 ? 0 : (double) times.count(topic, bin) / times.ofBin(bin);
        }
        return trend;
    }
}

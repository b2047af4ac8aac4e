package topicworkbench.testdata;

import java.time.LocalDate;
import topicworkbench.math.RandomStream;

/**
 * What some invented reviews are about.
 *
 * @param words its vocabulary
 * @param stars mean rating of its reviews
 * @param trend when they are written
 */
record PlantedTopic(ZipfianWords words, double stars, Trend trend) {
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 5 * 365;

    /** How a topic's share changes over five years. */
    enum Trend { STEADY, RISING, FALLING, IN_WINTER, SUDDEN }

    double drawStars(RandomStream random) {
        return Math.clamp(Math.rint(stars + 0.8 * random.nextGaussian()), 1, 5);
    }

    LocalDate drawDate(RandomStream random) {
        double u = random.nextDouble();
        double share = switch (trend) {
            case STEADY -> u;
            case RISING -> Math.sqrt(u);
            case FALLING -> 1 - Math.sqrt(u);
            case IN_WINTER -> (random.nextInt(5) + Math.clamp(0.95 + 0.05 * random.nextGaussian(), 0, 0.999)) / 5;
            case SUDDEN -> random.nextDouble() < 0.6 ? 0.62 + 0.03 * u : u;
        };
        return FIRST_DAY.plusDays((long) (share * DAYS));
    }
}
